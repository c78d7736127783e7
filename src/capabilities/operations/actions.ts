import { settle } from '#kernel/decision';
import type { Context } from '#platform/http';
import type { InstallationView, JobView } from './contract.ts';
import { decideRetry } from './rules/retry.ts';
import * as store from './store.ts';
import { viewOf } from './view.ts';

const startedAt = new Date();

/** Try a failed job again（重试作业）. */
export async function retryJob(ctx: Context, id: string): Promise<JobView> {
  const before = await store.jobOf(ctx.db, id);
  settle(decideRetry(before?.state));
  await store.retryJob(ctx.db, id);
  const after = await store.jobOf(ctx.db, id);
  // The job may have been taken and done in the same moment; then what it was is what there is to show.
  const shown = after ?? before;
  if (!shown) throw new Error('a retried job is neither there before nor after');
  const change = { id, kind: shown.kind, attempts: before?.attempts, lastError: before?.last_error };
  await ctx.record('operations.job-retried', { subjectId: ctx.actor.organizationId, after: change });
  return viewOf(shown);
}

/** 运行情况: of the database, the journal, the jobs and this process. */
export async function readInstallation({ db, services }: Context, version: string): Promise<InstallationView> {
  const facts = await store.databaseFacts(db);
  const backup = await store.lastBackup(db);
  return {
    version,
    simulated: facts.simulated,
    createdAt: facts.founded_at.toISOString(),
    database: {
      version: facts.version,
      embedded: facts.embedded,
      bytes: Number(facts.bytes),
      migrations: facts.migrations,
      newestMigration: facts.newest_migration,
    },
    files: services.files.place,
    journal: { waiting: facts.waiting, oldestWaitingSeconds: facts.oldest_seconds },
    jobs: await store.countJobs(db),
    lastBackup: backup ? { at: backup.finished_at.toISOString(), bytes: Number(backup.bytes), digest: backup.digest } : null,
    process: { node: process.versions.node, startedAt: startedAt.toISOString(), memoryBytes: process.memoryUsage.rss() },
  };
}
