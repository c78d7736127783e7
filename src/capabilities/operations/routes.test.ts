import { afterAll, beforeAll, expect, test } from 'vitest';
import { wholeCounty } from '#kernel/scope';
import { transaction } from '#platform/db';
import { enqueue } from '#platform/jobs';
import { sealAll } from '#platform/journal';
import { asOwner } from '#platform/testing';
import { type TestCounty, testCounty } from '#simulation/testing';

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
  await transaction(county.db, { role: 'hangji_writer', scope: wholeCounty(county.countyId), actorId: county.accounts.department }, async (db) => {
    for (const kind of ['test.waits', 'test.fails', 'test.runs']) await enqueue(db, kind, { name: '张三' });
  });
  await asOwner(
    county.owner,
    `update graphile_worker._private_jobs set attempts = max_attempts, last_error = E'磁盘已满\\n    at write' where id = ${idOf('test.fails')}`,
  );
  await asOwner(
    county.owner,
    `update graphile_worker._private_jobs set attempts = 1, locked_at = now(), locked_by = 'somebody' where id = ${idOf('test.runs')}`,
  );
});
afterAll(() => county.close());

const idOf = (kind: string) => `(select id from job where kind = '${kind}')`;
const list = async (query = '') => (await county.as('systemAdministrator', { url: `/api/jobs${query}` })).json();

test('jobs are listed by urgency, with counts, one line of the error and nothing they carry', async () => {
  const { rows, total, counts } = await list();
  expect(rows.map((row: { kind: string; state: string }) => [row.kind, row.state])).toEqual([
    ['test.runs', 'running'],
    ['test.fails', 'failed'],
    ['test.waits', 'waiting'],
  ]);
  expect(rows[1]).toMatchObject({ attempts: 10, maxAttempts: 10, lastError: '磁盘已满', may: ['retry'] });
  expect(JSON.stringify(rows)).not.toContain('张三');
  expect([total, counts]).toEqual([3, { running: 1, failed: 1, waiting: 1 }]);
  expect((await list('?states=failed')).total).toBe(1);
  expect((await list('?kind=test.waits')).total).toBe(1);
  expect((await list('?size=2&page=2')).rows).toHaveLength(1);
});

test('a failed job is retried and journalled; one that waits or is unknown is refused', async () => {
  const { rows } = await list();
  const retry = (id: string) => county.as('systemAdministrator', { method: 'POST', url: `/api/jobs/${id}/retry` });
  const id = rows.find((row: { state: string }) => row.state === 'failed').id;
  const reply = await retry(id);
  expect(reply.json()).toMatchObject({ id, state: 'waiting', attempts: 0 });
  expect((await retry(id)).json()).toMatchObject({ code: 'operations.job-not-failed', message: '这个作业正在等待，不需要重试。请等它自己结束。' });
  expect((await retry('999999')).json().code).toBe('operations.job-unknown');
  await sealAll(county.db);
  expect(await asOwner(county.owner, `select change #>> '{after,kind}' as kind from journal_entry where kind = 'operations.job-retried'`)).toEqual([
    { kind: 'test.fails' },
  ]);
});

test('the state of the installation is told without anybody being named', async () => {
  const status = (await county.as('systemAdministrator', { url: '/api/installation/status' })).json();
  expect(status).toMatchObject({ simulated: true, jobs: { running: 1 }, lastBackup: null });
  expect(status.database.version).toMatch(/^1[5-9]/);
  expect(status.database.bytes).toBeGreaterThan(1_000_000);
  expect(status.database.newestMigration).toMatch(/\.sql$/);
  expect(status.process.node).toBe(process.versions.node);
});

test('only the system administrator sees any of it', async () => {
  for (const person of ['department', 'secretary'] as const) {
    expect((await county.as(person, { url: '/api/jobs' })).statusCode).toBe(403);
    expect((await county.as(person, { url: '/api/installation/status' })).statusCode).toBe(403);
  }
});
