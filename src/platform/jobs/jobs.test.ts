import { fork } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { wholeCounty } from '#kernel/scope';
import { transaction } from '#platform/db';
import { newId } from '#platform/id';
import { asOwner, freshDatabase, type TestDatabase, testServices } from '#platform/testing';
import { enqueue } from './index.ts';
import { runJobs } from './run.ts';

let database: TestDatabase;
const services = await testServices();
const stops: (() => Promise<void>)[] = [];

beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
  await database.drop();
});

const writing = () => ({ role: 'hangji_writer' as const, scope: wholeCounty(newId()), actorId: newId() });
const enqueued = (kind: string, payload: Record<string, unknown>) => transaction(database.db, writing(), (db) => enqueue(db, kind, payload));
const jobs = () => asOwner<{ state: string; attempts: number; last_error: string | null }>(database.owner, 'select state, attempts, last_error from job');

const openLocks = `select 1 from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())`;

async function started(kinds: Parameters<typeof runJobs>[0]['jobs'], failures: string[] = []) {
  const onFailure = (error: unknown) => failures.push(String(error));
  stops.push(await runJobs({ owner: database.owner, db: database.db, services, jobs: kinds, onFailure }));
}

test('a job runs when its transaction commits, and only then', { timeout: 120_000 }, async () => {
  const ran: unknown[] = [];
  await started({ 'test.note': async (_, { note }) => void ran.push(note) });
  const torn = transaction(database.db, writing(), async (db) => {
    await enqueue(db, 'test.note', { note: 'rolled back' });
    throw new Error('changed my mind');
  });
  await expect(torn).rejects.toThrow();
  await enqueued('test.note', { note: 'committed' });
  await vi.waitFor(() => expect(ran).toEqual(['committed']), 40_000);
  await vi.waitFor(async () => expect(await jobs()).toEqual([]), 40_000);
});

test('a job that fails says why and is tried again', { timeout: 120_000 }, async () => {
  const failures: string[] = [];
  let attempts = 0;
  await started(
    {
      'test.fail-once': async () => {
        attempts++;
        if (attempts === 1) throw new Error('网络断了\nsecond line');
      },
    },
    failures,
  );
  await enqueued('test.fail-once', {});
  await vi.waitFor(async () => expect(await jobs()).toEqual([{ state: 'waiting', attempts: 1, last_error: '网络断了' }]), 40_000);
  await vi.waitFor(() => expect(attempts).toBe(2), 40_000);
  expect(failures).toHaveLength(1);
});

test('the job of a killed process is taken over, the job of a living one is not', { timeout: 120_000 }, async () => {
  const worker = fork('src/platform/testing/hold-job.ts', [JSON.stringify(database.owner)], { execArgv: ['--import', 'tsx'] });
  await enqueued('test.hold', {});
  await once(worker, 'message');

  let ran = 0;
  await started({ 'test.hold': async () => void ran++ });
  expect(await jobs()).toMatchObject([{ state: 'running', attempts: 1 }]);
  for (const stop of stops.splice(0)) await stop();
  expect(ran).toBe(0);

  const exited = once(worker, 'exit');
  worker.kill('SIGKILL');
  await exited;
  await vi.waitFor(async () => expect(await asOwner(database.owner, openLocks)).toEqual([]), 40_000);
  await started({ 'test.hold': async () => void ran++ });
  await vi.waitFor(() => expect(ran).toBe(1), 40_000);
});

test('the signed-in role reads no payload and moves no job by itself', async () => {
  await enqueued('test.note', { note: '秘密' });
  const peek = transaction(database.db, writing(), (db) =>
    db.withTables<{ 'graphile_worker._private_jobs': { payload: unknown } }>().selectFrom('graphile_worker._private_jobs').selectAll().execute(),
  );
  await expect(peek).rejects.toThrow(/permission denied/);
});
