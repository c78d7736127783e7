import { sql } from 'kysely';
import type { Db } from '#platform/db';
import type { FileStore } from '#platform/files';
import type { Keyring } from '#platform/keyring';

/** What handlers and jobs share beside the database. */
export interface Services {
  files: FileStore;
  keyring: Keyring;
}

/** What a job may touch. `db` is outside any transaction: a job opens its own, as often as it needs. */
export interface JobContext {
  db: Db;
  services: Services;
}

/** One kind of background work（后台作业）; it is retried until it succeeds, so running twice changes nothing. */
export type Job = (context: JobContext, payload: Record<string, unknown>) => Promise<void>;

/** Add a job in the caller's transaction: it runs if, and only if, the transaction commits. */
export async function enqueue(db: Db, kind: string, payload: Record<string, unknown>): Promise<void> {
  await sql`select enqueue_job(${kind}, ${JSON.stringify(payload)}::json)`.execute(db);
}
