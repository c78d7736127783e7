import { sql } from 'kysely';
import type { Place } from '#platform/access';
import type { Db } from '#platform/db';
import { own } from './tables.ts';

export async function placeOfWorkItem(db: Db, id: string): Promise<Place | undefined> {
  const row = await own(db).selectFrom('work_item').select(['path', 'duty_list_id as list']).where('id', '=', id).executeTakeFirst();
  return row;
}

export const placeOfEvidence = (db: Db, id: string): Promise<Place | undefined> =>
  own(db).selectFrom('evidence').select(['path', 'duty_list_id as list']).where('id', '=', id).executeTakeFirst();

/** Where an item came from（任务来源）. @throws when there is no such item in the actor's scope */
export const originOf = (db: Db, id: string): Promise<{ kind: string; id: string; dutyListId: string | null }> =>
  own(db)
    .selectFrom('work_item')
    .select(['origin_kind as kind', 'origin_id as id', 'duty_list_id as dutyListId'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();

const counts = {
  items: sql<number>`count(*)::int`.as('items'),
  writtenOff: sql<number>`(count(*) filter (where judged in ('written-off', 'effective')))::int`.as('writtenOff'),
};

/** Items of each origin and how many of them are written off（按来源计数）; join it, do not name our table. */
export const itemCountsByOrigin = (db: Db, originIds: readonly string[]) =>
  own(db)
    .selectFrom('work_item')
    .select(['origin_id', counts.items, counts.writtenOff])
    .where(sql<boolean>`origin_id = any (${[...originIds]}::uuid[])`)
    .groupBy('origin_id');

/** The same for whole lists（按清单计数）. */
export const itemCountsByList = (db: Db, dutyListIds: readonly string[]) =>
  own(db)
    .selectFrom('work_item')
    .select([sql<string>`duty_list_id`.as('duty_list_id'), counts.items, counts.writtenOff])
    .where(sql<boolean>`duty_list_id = any (${[...dutyListIds]}::uuid[])`)
    .groupBy('duty_list_id');

/** Which of these organizations already have an item of these origins（已下达）: nothing goes out twice. */
export const dispatchedAlready = (db: Db, originIds: readonly string[], organizationIds: readonly string[]) =>
  own(db)
    .selectFrom('work_item')
    .select(['origin_id', 'organization_id'])
    .where(sql<boolean>`origin_id = any (${[...originIds]}::uuid[])`)
    .where(sql<boolean>`organization_id = any (${[...organizationIds]}::uuid[])`);
