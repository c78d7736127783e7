import { type SqlBool, sql } from 'kysely';
import type { Db } from '#platform/db';

const own = (db: Db) => db.withTables<{ directive: { id: string; duty_list_id: string; received_at: Date } }>();

/** The first text behind each of some lists（清单所据文件）: lists without one are absent. */
export async function directivesOfLists(db: Db, dutyListIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await own(db)
    .selectFrom('directive')
    .select(['duty_list_id', 'id'])
    .distinctOn('duty_list_id')
    .where(sql<SqlBool>`duty_list_id = any (${[...dutyListIds]}::uuid[])`)
    .orderBy('duty_list_id')
    .orderBy('received_at')
    .execute();
  return new Map(rows.map(({ duty_list_id, id }) => [duty_list_id, id]));
}
