import { z } from 'zod';
import { endpoint, refusals } from '#kernel/endpoint';
import { PageInput, pageOf, wordsIn } from '#kernel/page';
import { messages } from './messages.ts';
import { jobStates } from './rules/words.ts';

/** A job that has not succeeded yet（后台作业）; one that succeeded is gone. Its payload is not shown: it may name people. */
export const JobView = z.object({
  /** a number as text */
  id: z.string(),
  /** `duty.dispatch` */
  kind: z.string(),
  state: z.enum(jobStates),
  attempts: z.int(),
  maxAttempts: z.int(),
  /** first line of the last error, without a stack; null when it has not failed yet */
  lastError: z.string().nullable(),
  createdAt: z.iso.datetime(),
  /** when it runs, or is tried again */
  runAt: z.iso.datetime(),
  /** since when it runs */
  startedAt: z.iso.datetime().nullable(),
  may: z.array(z.enum(['retry'])),
});
export type JobView = z.infer<typeof JobView>;

export const JobCounts = z.object({ running: z.int(), failed: z.int(), waiting: z.int() });
export type JobCounts = z.infer<typeof JobCounts>;

export const InstallationView = z.object({
  version: z.string(),
  /** 模拟安装: for ever */
  simulated: z.boolean(),
  createdAt: z.iso.datetime(),
  database: z.object({ version: z.string(), embedded: z.boolean(), bytes: z.number(), migrations: z.int(), newestMigration: z.string() }),
  /** where files are kept, without any key: `本机目录` or `S3 bucket` */
  files: z.string(),
  journal: z.object({ waiting: z.int(), oldestWaitingSeconds: z.number().nullable() }),
  jobs: JobCounts,
  /** the last back-up that was finished, if any */
  lastBackup: z.object({ at: z.iso.datetime(), bytes: z.number(), digest: z.string() }).nullable(),
  process: z.object({ node: z.string(), startedAt: z.iso.datetime(), memoryBytes: z.number() }),
});
export type InstallationView = z.infer<typeof InstallationView>;

const JobId = z.string().regex(/^[0-9]{1,18}$/);
const administer = { permission: 'system.administer', place: 'grant' };

export const contract = {
  /** 运行情况: version, database, journal, jobs and back-up of this installation. */
  readInstallation: endpoint
    .route({ method: 'GET', path: '/installation/status', summary: '运行情况' })
    .meta(administer)
    .input(z.object({}))
    .output(InstallationView),

  /** 后台作业: running first, then failed, then waiting; newest first within each. */
  listJobs: endpoint
    .route({ method: 'GET', path: '/jobs', summary: '后台作业列表' })
    .meta(administer)
    .input(PageInput.extend({ states: wordsIn(jobStates), kind: z.string().max(60).default('') }))
    .output(pageOf(JobView).extend({ counts: JobCounts })),

  /** 重试: a failed job is tried again at once, with all its attempts. */
  retryJob: endpoint
    .route({ method: 'POST', path: '/jobs/{jobId}/retry', summary: '重试作业' })
    .meta(administer)
    .errors(refusals(messages))
    .input(z.object({ jobId: JobId }))
    .output(JobView),
};
