import { type Generated, type Selectable, type SqlBool, sql } from 'kysely';
import { type PathRange, rangeOf } from '#kernel/scope';
import type { Place } from '#platform/access';
import type { Db } from '#platform/db';
import { ancestorPaths } from './rules/place.ts';
import type { Field, Form, Kind } from './rules/words.ts';

export interface OrganizationTable {
  county_id: Generated<string>;
  id: string;
  parent_id: string | null;
  path: string;
  level: Generated<number>;
  name: string;
  kind: Kind;
  form: Form;
  field: Field;
  has_committee: boolean;
  set_up_on: string;
}
export type Organization = Selectable<OrganizationTable>;
export type NewOrganizationRow = Omit<Organization, 'county_id' | 'level'>;
/** An organization as a list shows it, with the number of its direct children. */
export type ListedOrganization = Omit<Organization, 'county_id'> & { children: number };

const own = (db: Db) => db.withTables<{ organization: OrganizationTable }>();
const shown = ['id', 'parent_id', 'path', 'level', 'name', 'kind', 'form', 'field', 'has_committee', 'set_up_on'] as const;

/** One organization（党组织）. @throws when there is no such one in the actor's scope */
export const organizationOf = (db: Db, id: string): Promise<Organization> =>
  own(db).selectFrom('organization').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

export const placeOfOrganization = (db: Db, id: string): Promise<Place | undefined> =>
  own(db).selectFrom('organization').select('path').where('id', '=', id).executeTakeFirst();

/** Every organization the actor may see（可见党组织）; join it, do not name our table. */
export const allOrganizations = (db: Db) => own(db).selectFrom('organization').select(shown);

/** Enter organizations into the register（登记党组织）, parents before children. */
export const addOrganizations = (db: Db, rows: readonly NewOrganizationRow[]) => own(db).insertInto('organization').values(rows).execute();

/** One organization, locked until the transaction ends: whoever gives out a code below it waits here. */
export const lockOrganization = (db: Db, id: string): Promise<Organization> =>
  own(db).selectFrom('organization').selectAll().where('id', '=', id).forUpdate().executeTakeFirstOrThrow();

/** What a new child must fit into: the highest code given so far, and whether its name is taken. */
export async function surroundingsOf(db: Db, parentId: string, name: string): Promise<{ lastChild: string | null; nameTaken: boolean }> {
  const found = await own(db)
    .selectFrom('organization')
    .select((eb) => [eb.fn.max('path').$castTo<string | null>().as('lastChild'), sql<boolean | null>`bool_or(${eb('name', '=', name)})`.as('nameTaken')])
    .where('parent_id', '=', parentId)
    .executeTakeFirstOrThrow();
  return { lastChild: found.lastChild, nameTaken: found.nameTaken ?? false };
}

/** Organizations above one, the highest first, as far as the actor's scope reaches（上级党组织）. */
export async function ancestorsOf(db: Db, path: string): Promise<{ id: string; name: string }[]> {
  const above = ancestorPaths(path);
  if (above.length === 0) return [];
  return own(db).selectFrom('organization').select(['id', 'name']).where('path', 'in', above).orderBy('path').execute();
}

/** Rows to show with the number of their children, counted in the same statement. */
const listed = (db: Db) =>
  own(db)
    .selectFrom('organization')
    .select([
      'organization.id',
      'organization.parent_id',
      'organization.path',
      'organization.level',
      'organization.name',
      'organization.kind',
      'organization.form',
      'organization.field',
      'organization.has_committee',
      'organization.set_up_on',
    ])
    .select((eb) =>
      eb
        .selectFrom('organization as child')
        .select(sql<number>`count(*)::int`.as('children'))
        .whereRef('child.county_id', '=', 'organization.county_id')
        .whereRef('child.parent_id', '=', 'organization.id')
        .as('children'),
    )
    .$castTo<ListedOrganization>();

export const listedOrganization = (db: Db, id: string): Promise<ListedOrganization> => listed(db).where('organization.id', '=', id).executeTakeFirstOrThrow();

const total = sql<number>`count(*)::int`.as('total');

export interface Window {
  page: number;
  size: number;
}

/** Direct children in the order of their codes, one page（下级党组织）. */
export async function childrenOf(db: Db, parentId: string, { page, size }: Window): Promise<{ rows: ListedOrganization[]; total: number }> {
  const rows = await listed(db)
    .where('organization.parent_id', '=', parentId)
    .orderBy('organization.path')
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  const counted = await own(db).selectFrom('organization').select(total).where('parent_id', '=', parentId).executeTakeFirstOrThrow();
  return { rows, total: counted.total };
}

export interface Wanted {
  q: string;
  kinds?: readonly Kind[] | undefined;
  fields?: readonly Field[] | undefined;
  forms?: readonly Form[] | undefined;
  level?: number | undefined;
}

/** Organizations of a subtree by part of the name, kind, field, form and level, one page（查找党组织）. */
export async function searchIn(db: Db, path: string, wanted: Wanted, { page, size }: Window) {
  const condition = matches(rangeOf(path), wanted);
  const rows = await listed(db)
    .leftJoin('organization as parent', (join) =>
      join.onRef('parent.county_id', '=', 'organization.county_id').onRef('parent.id', '=', 'organization.parent_id'),
    )
    .select('parent.name as parent_name')
    .$castTo<ListedOrganization & { parent_name: string | null }>()
    .where(condition)
    .orderBy('organization.path')
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  const counted = await own(db).selectFrom('organization').select(total).where(condition).executeTakeFirstOrThrow();
  return { rows, total: counted.total };
}

function matches({ lo, hi }: PathRange, { q, kinds, fields, forms, level }: Wanted) {
  const conditions = [sql<SqlBool>`organization.path >= ${lo} and organization.path < ${hi}`];
  if (q) conditions.push(sql<SqlBool>`strpos(organization.name, ${q}) > 0`);
  if (kinds) conditions.push(sql<SqlBool>`organization.kind = any (${[...kinds]})`);
  if (fields) conditions.push(sql<SqlBool>`organization.field = any (${[...fields]})`);
  if (forms) conditions.push(sql<SqlBool>`organization.form = any (${[...forms]})`);
  if (level) conditions.push(sql<SqlBool>`organization.level = ${level}`);
  return sql<SqlBool>`${sql.join(conditions, sql` and `)}`;
}
