import { EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { Logger, type Runner, run, type WorkerEvents } from 'graphile-worker';
import type { ClientConfig, Pool } from 'pg';
import { ownerPool } from '#platform/db';
import type { Job, JobContext } from './job.ts';
import { type SignOfLife, showLife } from './sign-of-life.ts';

const concurrency = 2;
const pollMilliseconds = 2_000;
const freeingMilliseconds = 30_000;
const restartMilliseconds = 2_000;

/** What the jobs of a process need. */
export interface JobSettings extends JobContext {
  /** a direct connection: notifications do not pass through a transaction pooler */
  owner: ClientConfig;
  jobs: Readonly<Record<string, Job>>;
  /** told of every failed attempt, and of a queue that cannot be read */
  onFailure: (error: unknown, about: string) => void;
}

/**
 * Run jobs until the returned function is called（后台作业）; it waits for those in progress.
 *
 * A job that throws is tried again after 1, 3, 7, 20 seconds and so on, ten times in all. A job whose process died is tried
 * again as soon as another process looks. A server that goes away is waited for.
 */
export async function runJobs({ owner, jobs, onFailure, db, services }: JobSettings): Promise<() => Promise<void>> {
  const pool = ownerPool(owner, concurrency + 2);
  const taskList = Object.fromEntries(
    Object.entries(jobs).map(([kind, job]) => [kind, (payload: unknown) => job({ db, services }, payload as Record<string, unknown>)]),
  );
  const worker = { stopping: false, current: await startWorker(owner, pool, taskList, onFailure) };

  const watch = async () => {
    while (!worker.stopping) {
      await worker.current.runner.promise.catch((error: unknown) => onFailure(error, 'jobs'));
      await worker.current.life.close();
      while (!worker.stopping) {
        await pause(restartMilliseconds);
        if (worker.stopping) return;
        try {
          worker.current = await startWorker(owner, pool, taskList, onFailure);
          break;
        } catch (error) {
          onFailure(error, 'jobs');
        }
      }
    }
  };
  const watched = watch();
  const freeing = setInterval(() => void worker.current.life.freeDead().catch((error: unknown) => onFailure(error, 'jobs')), freeingMilliseconds);

  return async () => {
    worker.stopping = true;
    clearInterval(freeing);
    await worker.current.runner.stop().catch(() => {});
    await watched;
    await pool.end();
  };
}

type TaskList = Record<string, (payload: unknown) => Promise<void>>;

async function startWorker(
  owner: ClientConfig,
  pgPool: Pool,
  taskList: TaskList,
  onFailure: JobSettings['onFailure'],
): Promise<{ runner: Runner; life: SignOfLife }> {
  const events: WorkerEvents = new EventEmitter();
  events.on('job:error', ({ error, job }) => onFailure(error, job.task_identifier));
  let runner: Runner | undefined;
  const life = await showLife(owner, async () => {
    const named = new Promise<string>((resolve) => events.once('pool:create', ({ workerPool }) => resolve(workerPool.id)));
    runner = await run({
      pgPool,
      taskList,
      events,
      concurrency,
      pollInterval: pollMilliseconds,
      noHandleSignals: true,
      // Failures are told through `onFailure`; the rest of what the library says is about itself.
      logger: new Logger(() => () => {}),
    });
    return named;
  });
  if (!runner) throw new Error('the job runner did not start');
  return { runner, life };
}
