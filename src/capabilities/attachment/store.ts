import { type Generated, type Insertable, type Selectable, sql } from 'kysely';
import type { Place } from '#platform/access';
import type { Db } from '#platform/db';

interface AttachmentTable {
  county_id: Generated<string>;
  id: string;
  organization_id: string;
  path: string;
  duty_list_id: Generated<string | null>;
  name: string;
  media_type: string;
  bytes: Generated<string>;
  sha256: string;
  uploaded_by: Generated<string>;
  uploaded_at: Generated<Date>;
}

const own = (db: Db) => db.withTables<{ attachment: AttachmentTable }>();

const shown = ['id', 'name', 'media_type', sql<number>`bytes::int`.as('bytes'), 'sha256', 'uploaded_at'] as const;

/** A file as the register knows it（附件登记）. */
export type Attachment = Pick<Selectable<AttachmentTable>, 'id' | 'name' | 'media_type' | 'sha256' | 'uploaded_at'> & { bytes: number };

export const addAttachment = (db: Db, row: Insertable<AttachmentTable>): Promise<Attachment> =>
  own(db).insertInto('attachment').values(row).returning(shown).executeTakeFirstOrThrow();

/** One file. @throws when there is no such one in the actor's scope */
export const attachmentOf = (db: Db, id: string): Promise<Attachment> =>
  own(db).selectFrom('attachment').select(shown).where('id', '=', id).executeTakeFirstOrThrow();

/**
 * Where a file stands: at the organization that brought it, and in the issued list that it proves something for. Of files above the reader
 * the policies show only those of issued directives, which are read below.
 */
export async function placeOfAttachment(db: Db, id: string): Promise<Place | undefined> {
  const found = await own(db).selectFrom('attachment').select(['path', 'duty_list_id as list']).where('id', '=', id).executeTakeFirst();
  return found && { ...found, readableBelow: true };
}

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
