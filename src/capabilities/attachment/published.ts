import { type Generated, sql } from 'kysely';
import type { Db } from '#platform/db';

interface AttachmentTable {
  county_id: Generated<string>;
  id: string;
  duty_list_id: string | null;
  name: string;
  media_type: string;
  bytes: string;
}

const own = (db: Db) => db.withTables<{ attachment: AttachmentTable }>();

/** What is known of each file the actor may see（可见附件）; join it, do not name our table. */
export const allAttachments = (db: Db) =>
  own(db)
    .selectFrom('attachment')
    .select(['id', 'name', 'media_type', sql<number>`bytes::int`.as('bytes')]);

/**
 * Let the lead of an issued list open a file that proves one of its items（佐证附件共享）.
 *
 * @returns whether there is such a file in the actor's scope
 */
export async function shareWithList(db: Db, id: string, dutyListId: string | null): Promise<boolean> {
  const shared = await own(db)
    .updateTable('attachment')
    .set({ duty_list_id: dutyListId })
    .where('id', '=', id)
    .where((eb) => eb.or([eb('duty_list_id', 'is', null), eb(sql`duty_list_id`, 'is not distinct from', dutyListId)]))
    .returning('id')
    .executeTakeFirst();
  return shared !== undefined;
}
