import { sql } from 'kysely';
import { allAttachments } from '#attachment';
import type { Db } from '#platform/db';
import { type Evidence, type EvidenceTable, own } from './tables.ts';

export type NewEvidence = Omit<EvidenceTable, 'county_id' | 'recorded_at' | 'recorded_by' | 'withdrawn_at' | 'withdrawn_by' | 'withdrawal_reason'>;

/** Keep a piece of evidence（佐证）. @returns nothing when its id is taken by something the actor does not see */
export const addEvidence = (db: Db, evidence: NewEvidence): Promise<Evidence | undefined> =>
  own(db)
    .insertInto('evidence')
    .values(evidence)
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();

export const evidenceOf = (db: Db, id: string): Promise<Evidence | undefined> =>
  own(db).selectFrom('evidence').selectAll().where('id', '=', id).executeTakeFirst();

export const withdraw = (db: Db, id: string, actorId: string, reason: string): Promise<Evidence> =>
  own(db)
    .updateTable('evidence')
    .set({ withdrawn_at: sql<Date>`now()`, withdrawn_by: actorId, withdrawal_reason: reason })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();

/** The latest day on which something happened that still proves an item. */
export async function lastHappenedOn(db: Db, workItemId: string): Promise<string | null> {
  const query = own(db).selectFrom('evidence').select('happened_on').where('work_item_id', '=', workItemId).where('withdrawn_at', 'is', null);
  return (await query.orderBy('happened_on', 'desc').limit(1).executeTakeFirst())?.happened_on ?? null;
}

/** All evidence of an item with its files, withdrawn ones too, oldest first（全部佐证）. */
export const evidenceList = (db: Db, workItemId: string) =>
  own(db)
    .selectFrom('evidence')
    .leftJoin(allAttachments(db).as('file'), 'file.id', 'evidence.attachment_id')
    .selectAll('evidence')
    .select(['file.name as file_name', 'file.media_type as file_type', 'file.bytes as file_bytes'])
    .where('work_item_id', '=', workItemId)
    .orderBy('recorded_at')
    .orderBy('evidence.id')
    .execute();

export type ListedEvidence = Awaited<ReturnType<typeof evidenceList>>[number];
