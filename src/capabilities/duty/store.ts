import { type Generated, type Insertable, type Selectable, type SqlBool, sql, type Updateable } from 'kysely';
import { type PathRange, rangeOf } from '#kernel/scope';
import type { Place } from '#platform/access';
import type { Db } from '#platform/db';
import type { ListState } from './rules/words.ts';

export interface DutyListTable {
  id: string;
  organization_id: string;
  organization_name: string;
  path: string;
  title: string;
  year: number | null;
  state: Generated<ListState>;
  number: string | null;
  /** bigint: read as text by the driver, always cast where it is selected */
  revision: Generated<string>;
  created_by: Generated<string>;
  created_by_name: string;
  created_at: Generated<Date>;
  submitted_by: string | null;
  submitted_by_name: string | null;
  submitted_at: Date | null;
  reviewed_by: string | null;
  reviewed_by_name: string | null;
  reviewed_at: Date | null;
  review_note: string | null;
  issued_by: string | null;
  issued_by_name: string | null;
  issued_at: Date | null;
}
export type DutyList = Omit<Selectable<DutyListTable>, 'revision'> & { revision: number };

const own = (db: Db) => db.withTables<{ duty_list: DutyListTable }>();
const plain = [
  'duty_list.id',
  'duty_list.organization_id',
  'duty_list.organization_name',
  'duty_list.path',
  'duty_list.title',
  'duty_list.year',
  'duty_list.state',
  'duty_list.number',
  'duty_list.created_by',
  'duty_list.created_by_name',
  'duty_list.created_at',
  'duty_list.submitted_by',
  'duty_list.submitted_by_name',
  'duty_list.submitted_at',
  'duty_list.reviewed_by',
  'duty_list.reviewed_by_name',
  'duty_list.reviewed_at',
  'duty_list.review_note',
  'duty_list.issued_by',
  'duty_list.issued_by_name',
  'duty_list.issued_at',
] as const;
const revision = sql<number>`duty_list.revision::int`.as('revision');

/** One list（责任清单）. @throws when there is no such one in the actor's scope */
export const listOf = (db: Db, id: string): Promise<DutyList> =>
  own(db).selectFrom('duty_list').select(plain).select(revision).where('id', '=', id).executeTakeFirstOrThrow();

/** Several lists at once; those out of scope are left out. */
export const listsOf = (db: Db, ids: readonly string[]): Promise<DutyList[]> =>
  own(db)
    .selectFrom('duty_list')
    .select(plain)
    .select(revision)
    .where('id', 'in', ids.length > 0 ? [...ids] : ['00000000-0000-0000-0000-000000000000'])
    .execute();

/** One list, locked until the transaction ends; nothing when the actor may read it and not write it. */
export const lockList = (db: Db, id: string): Promise<DutyList | undefined> =>
  own(db).selectFrom('duty_list').select(plain).select(revision).where('id', '=', id).forNoKeyUpdate().executeTakeFirst();

export async function addList(db: Db, list: Insertable<DutyListTable>): Promise<void> {
  await own(db).insertInto('duty_list').values(list).execute();
}

export const saveList = (db: Db, id: string, change: Updateable<DutyListTable>): Promise<DutyList> =>
  own(db).updateTable('duty_list').set(change).where('id', '=', id).returning(plain).returning(revision).executeTakeFirstOrThrow();

/** Count one more save of a list（清单版本号）and hold its row: the next save waits, and its number is higher. */
export const raiseRevision = (db: Db, id: string): Promise<DutyList | undefined> =>
  own(db).updateTable('duty_list').set({ revision: sql`revision + 1` }).where('id', '=', id).returning(plain).returning(revision).executeTakeFirst();

export async function placeOfList(db: Db, id: string): Promise<Place | undefined> {
  const list = await own(db).selectFrom('duty_list').select(['path', 'state']).where('id', '=', id).executeTakeFirst();
  return list && { path: list.path, list: id, readableBelow: list.state === 'issued' };
}

/** Has the issuer used this number（文号查重）? Whoever else asks for the same issuer waits until the transaction ends. */
export async function isNumberTaken(db: Db, organizationId: string, number: string): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`duty list numbers of ${organizationId}`}, 0))`.execute(db);
  const found = await own(db)
    .selectFrom('duty_list')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('number', '=', number)
    .executeTakeFirst();
  return found !== undefined;
}

export interface ListFilters {
  states?: readonly ListState[] | undefined;
  year?: number | undefined;
  above?: boolean | undefined;
  q: string;
  page: number;
  size: number;
}

/** Lists of a subtree, or those issued above it, the newest first, one page（责任清单列表）. */
export async function pageOfLists(
  db: Db,
  path: string,
  { states, year, above = false, q, page, size }: ListFilters,
): Promise<{ rows: DutyList[]; total: number }> {
  const { lo, hi } = rangeOf(path);
  let query = own(db).selectFrom('duty_list');
  if (above) query = query.where('duty_list.path', 'in', pathsAbove(path)).where('state', '=', 'issued');
  else query = query.where('duty_list.path', '>=', lo).where('duty_list.path', '<', hi);
  if (states && states.length > 0) query = query.where('state', 'in', [...states]);
  if (year !== undefined) query = query.where('year', '=', year);
  if (q !== '') query = query.where((eb) => eb.or([contains('duty_list.title', q), contains('duty_list.number', q)]));
  const { total } = await query.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow();
  const rows = await query
    .select(plain)
    .select(revision)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  return { rows, total };
}

const contains = (column: string, text: string) => sql<SqlBool>`position(${text} in ${sql.ref(column)}) > 0`;

/** Paths of every organization above one; at least one that matches nothing, as SQL knows no empty list. */
const pathsAbove = (path: string): string[] => {
  const above = Array.from({ length: path.length / 3 - 1 }, (_, level) => path.slice(0, (level + 1) * 3));
  return above.length > 0 ? above : [''];
};

/** Responsibility lists of a subtree（责任清单）for other capabilities; join it, do not name our table. */
export const allDutyLists = (db: Db, { lo, hi }: PathRange) =>
  own(db).selectFrom('duty_list').select(plain).select(revision).where('duty_list.path', '>=', lo).where('duty_list.path', '<', hi);
