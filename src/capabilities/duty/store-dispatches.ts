import { type ColumnType, type Generated, type Insertable, type Selectable, sql } from 'kysely';
import type { Place } from '#platform/access';
import type { Db } from '#platform/db';
import { newId } from '#platform/id';
import type { Receivers } from './contract.ts';

export interface DispatchChoice {
  dutyIds: string[];
  receivers: Receivers;
}

interface DispatchTable {
  id: string;
  duty_list_id: string;
  path: string;
  choice: ColumnType<DispatchChoice, string, never>;
  state: Generated<'waiting' | 'running' | 'done' | 'failed'>;
  total: number;
  done: Generated<number>;
  problem: string | null;
  requested_by: Generated<string>;
  requested_at: Generated<Date>;
  finished_at: Date | null;
}
/** One sending of a list down the tree（下达）. */
export type Dispatch = Selectable<DispatchTable>;

interface ListGrantTable {
  id: string;
  organization_id: string;
  path: string;
  duty_list_id: string;
  duty_id: string;
  part: 'lead' | 'partner';
}

const own = (db: Db) => db.withTables<{ dispatch: DispatchTable; list_grant: ListGrantTable }>();

export const addDispatch = (db: Db, dispatch: Insertable<DispatchTable>): Promise<Dispatch> =>
  own(db).insertInto('dispatch').values(dispatch).returningAll().executeTakeFirstOrThrow();

/** @throws when there is no such one in the actor's scope */
export const dispatchOf = (db: Db, id: string): Promise<Dispatch> => own(db).selectFrom('dispatch').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

export const dispatchesOf = (db: Db, dutyListId: string): Promise<Dispatch[]> =>
  own(db).selectFrom('dispatch').selectAll().where('duty_list_id', '=', dutyListId).orderBy('requested_at', 'desc').execute();

export const placeOfDispatch = (db: Db, id: string): Promise<Place | undefined> =>
  own(db).selectFrom('dispatch').select('path').where('id', '=', id).executeTakeFirst();

/** Only one job at a time works on a dispatch; the lock ends with the transaction. */
export async function holdDispatch(db: Db, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`dispatch ${id}`}, 0))`.execute(db);
}

export async function saveDispatch(
  db: Db,
  id: string,
  change: { state?: Dispatch['state']; done?: number; problem?: string | null; finished_at?: Date },
): Promise<void> {
  await own(db).updateTable('dispatch').set(change).where('id', '=', id).execute();
}

/** Enter who leads and who helps（条块授权）: each sees and judges the items of this list. */
export async function addListGrants(db: Db, grants: readonly Omit<ListGrantTable, 'id'>[]): Promise<void> {
  if (grants.length === 0) return;
  const rows = grants.map((grant) => ({ id: newId(), ...grant }));
  await sql`insert into list_grant (id, organization_id, path, duty_list_id, duty_id, part)
    select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as named (id uuid, organization_id uuid, path text, duty_list_id uuid, duty_id uuid, part text)
    on conflict on constraint list_grant_once do nothing`.execute(db);
}

/** Lists that name an organization as lead or partner（牵头、配合的清单）; `lead` wins where it is both. */
export const listsNaming = (db: Db, organizationId: string) =>
  own(db)
    .selectFrom('list_grant')
    .select(['duty_list_id', sql<'lead' | 'partner'>`min(part)`.as('part')])
    .where('organization_id', '=', organizationId)
    .groupBy('duty_list_id');
