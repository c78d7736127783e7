import { sql } from 'kysely';
import type { Db } from '#platform/db';
import type { JobState } from './rules/words.ts';

/** A job without what it carries. */
export interface Job {
  id: string;
  kind: string;
  state: JobState;
  attempts: number;
  max_attempts: number;
  last_error: string | null;
  created_at: Date;
  run_at: Date;
  started_at: Date | null;
}

type Tables = {
  job: Job;
  founding: { simulated: boolean; begun_at: Date };
  backup: { finished_at: Date; bytes: string; digest: string };
};

const own = (db: Db) => db.withTables<Tables>();

const urgency = sql`array_position(array['running', 'failed', 'waiting'], state)`;

export interface Wanted {
  states: readonly JobState[] | undefined;
  kind: string;
}

/** Jobs that have not succeeded（未完成作业）, what runs first, newest first. */
export async function jobsIn(db: Db, { states, kind }: Wanted, { page, size }: { page: number; size: number }): Promise<{ rows: Job[]; total: number }> {
  const found = own(db)
    .selectFrom('job')
    .$if(states !== undefined, (query) => query.where('state', 'in', [...(states ?? [])]))
    .$if(kind !== '', (query) => query.where('kind', '=', kind));
  const rows = await found
    .selectAll()
    .orderBy(urgency)
    .orderBy('id', 'desc')
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  const { total } = await found.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow();
  return { rows, total };
}

export const jobOf = (db: Db, id: string): Promise<Job | undefined> => own(db).selectFrom('job').selectAll().where('id', '=', id).executeTakeFirst();

export const countJobs = (db: Db): Promise<{ running: number; failed: number; waiting: number }> =>
  own(db)
    .selectFrom('job')
    .select([
      sql<number>`(count(*) filter (where state = 'running'))::int`.as('running'),
      sql<number>`(count(*) filter (where state = 'failed'))::int`.as('failed'),
      sql<number>`(count(*) filter (where state = 'waiting'))::int`.as('waiting'),
    ])
    .executeTakeFirstOrThrow();

/** Try a job again now, with all its attempts（重试）. */
export async function retryJob(db: Db, id: string): Promise<void> {
  await sql`select retry_job(${id})`.execute(db);
}

interface DatabaseFacts {
  version: string;
  embedded: boolean;
  bytes: string;
  migrations: number;
  newest_migration: string;
  simulated: boolean;
  founded_at: Date;
  waiting: number;
  oldest_seconds: number | null;
}

/** What the database says of itself and of the installation（运行情况）. */
export async function databaseFacts(db: Db): Promise<DatabaseFacts> {
  const { rows } = await sql<DatabaseFacts>`select current_setting('server_version') as version,
    current_setting('listen_addresses') = '' as embedded, pg_database_size(current_database())::text as bytes,
    facts.migrations, facts.newest_migration, facts.simulated, facts.founded_at, facts.waiting, facts.oldest_seconds
    from installation_facts() as facts`.execute(db);
  const [facts] = rows;
  if (!facts) throw new Error('the installation has no facts');
  return facts;
}

export const lastBackup = (db: Db): Promise<{ finished_at: Date; bytes: string; digest: string } | undefined> =>
  own(db).selectFrom('backup').select(['finished_at', 'bytes', 'digest']).orderBy('finished_at', 'desc').limit(1).executeTakeFirst();
