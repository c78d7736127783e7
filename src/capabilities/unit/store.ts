import { type Generated, type Insertable, type SqlBool, sql } from 'kysely';
import { rangeOf } from '#kernel/scope';
import { allOrganizations } from '#organization';
import type { Db } from '#platform/db';
import type { UnitKind } from './rules/words.ts';

interface UnitTable {
  county_id: Generated<string>;
  id: string;
  organization_id: string;
  covered_by_id: string | null;
  path: string;
  name: string;
  kind: UnitKind;
  credit_code: string | null;
  in_operation: Generated<boolean>;
  employees: Generated<number>;
}

const own = (db: Db) => db.withTables<{ unit: UnitTable }>();

const listed = (db: Db) =>
  own(db)
    .selectFrom('unit')
    .leftJoin(allOrganizations(db).as('covering'), 'covering.id', 'unit.covered_by_id')
    .select(['unit.id', 'unit.name', 'unit.kind', 'unit.credit_code', 'unit.in_operation', 'unit.employees', 'unit.covered_by_id'])
    .select('covering.name as covering_name');
export type ListedUnit = Awaited<ReturnType<ReturnType<typeof listed>['executeTakeFirstOrThrow']>>;

export interface Wanted {
  q: string;
  kinds?: readonly UnitKind[] | undefined;
  /** with an organization set up in it, or without */
  covered?: boolean | undefined;
}

/** Units in the area of an organization and everything below it, one page（单位名录）. */
export async function listUnits(db: Db, path: string, { q, kinds, covered }: Wanted, { page, size }: { page: number; size: number }) {
  const { lo, hi } = rangeOf(path);
  const conditions = [sql<SqlBool>`unit.path >= ${lo} and unit.path < ${hi}`];
  if (q) conditions.push(sql<SqlBool>`strpos(unit.name, ${q}) > 0`);
  if (kinds) conditions.push(sql<SqlBool>`unit.kind = any (${[...kinds]})`);
  if (covered !== undefined) conditions.push(sql<SqlBool>`(unit.covered_by_id is not null) = ${covered}`);
  const condition = sql<SqlBool>`${sql.join(conditions, sql` and `)}`;
  const rows = await listed(db)
    .where(condition)
    .orderBy(sql`unit.path, unit.name, unit.id`)
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  const counted = await own(db).selectFrom('unit').select(sql<number>`count(*)::int`.as('total')).where(condition).executeTakeFirstOrThrow();
  return { rows, total: counted.total };
}

export const unitOf = (db: Db, id: string): Promise<ListedUnit> => listed(db).where('unit.id', '=', id).executeTakeFirstOrThrow();

export const addUnit = (db: Db, unit: Insertable<UnitTable>) => own(db).insertInto('unit').values(unit).execute();
