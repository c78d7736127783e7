import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { buildServer, freshFolder, killEverything, outcome, ownerOf, query, startServer, stopServer, sweep } from './server-process.ts';

let folder: string;

beforeAll(buildServer);
beforeEach(async () => {
  folder = await freshFolder();
});
afterEach(() => sweep(folder));

test.for(['SIGTERM', 'SIGINT'] as const)('%s lets a request in flight finish, and stops the database cleanly', async (signal) => {
  const server = await startServer({ folder, args: ['--empty'] });
  const { port } = new URL(server.address);
  const body = JSON.stringify({ name: 'nobody', password: 'wrong' });
  const headers = { 'content-type': 'application/json', 'content-length': body.length, origin: server.address };
  const slow = request({ port, host: 'localhost', method: 'POST', path: '/api/session', headers });
  slow.write(body.slice(0, 5));
  const answered = once(slow, 'response');
  await pause(200);

  const exited = once(server.process, 'exit');
  server.process.kill(signal);
  await pause(300);
  await expect(fetch(`${server.address}/healthz`)).rejects.toThrow();
  slow.end(body.slice(5));
  const [reply] = await answered;
  expect(reply.statusCode).toBeLessThan(500);
  reply.resume();
  expect(await exited).toEqual([0, null]);
  expect(server.output()).toMatch(/已停止。\n$/);

  const again = await startServer({ folder, args: ['--empty'] });
  const [recovery] = await query<{ clean: boolean }>(await ownerOf(folder), `select not pg_is_in_recovery() as clean`);
  expect(recovery?.clean).toBe(true);
  await stopServer(again);
});

test('a first filling that was killed is begun anew, and never taken for a finished one', { timeout: 120_000 }, async () => {
  const torn = startServer({ folder });
  const started = await Promise.race([torn, fillingBegan(folder)]);
  expect(started).toBe('began');
  const owner = await ownerOf(folder);
  await query(owner, `insert into county (id, name, code) values (gen_random_uuid(), '半个县', '000000')`);
  const pid = await serverPid(owner);
  process.kill(pid, 'SIGKILL');
  await expect(torn).rejects.toThrow(/SIGKILL/);
  expect(await query(owner, 'select finished_at from founding')).toEqual([{ finished_at: null }]);

  const server = await startServer({ folder });
  const counts = `select (select count(*)::int from organization) as organizations, (select count(*)::int from county) as counties,
    (select count(*)::int from member) as members, (select finished_at is not null from founding) as finished`;
  expect(await query(owner, counts)).toEqual([{ organizations: 1_500, counties: 1, members: 30_000, finished: true }]);
  expect(server.output()).toMatch(/演示账号：\n {2}\S+ +\S+ +\S+/);
  await stopServer(server);

  // Other work on the machine may slow one start; the best of three says what a start takes.
  const starts = [await secondStart(), await secondStart(), await secondStart()];
  expect(Math.min(...starts)).toBeLessThan(5_000);
  expect(await query(owner, counts).catch(() => 'stopped')).toBe('stopped');

  const { said } = await outcome({ folder, args: ['--empty'] });
  expect(said).toMatch(/^数据目录 .*里是模拟数据，不能用作真实安装。请以 HANGJI_DATA 换一个空目录，再运行 npm start -- --empty。$/);
});

/** Start what is filled, and stop it. @returns milliseconds until it listened */
async function secondStart(): Promise<number> {
  const began = performance.now();
  const server = await startServer({ folder });
  const milliseconds = performance.now() - began;
  expect(server.output()).not.toMatch(/正在生成/);
  await stopServer(server);
  return milliseconds;
}

/** Wait until the filling has begun and its rows are not committed yet. */
async function fillingBegan(place: string): Promise<'began'> {
  for (;;) {
    const rows = await ownerOf(place)
      .then((owner) => query(owner, 'select 1 from founding where finished_at is null'))
      .catch(() => []);
    if (rows.length > 0) return 'began';
    await pause(20);
  }
}

/** The program is the one that holds the ownership lock; its pid is asked of the system, because it has not said anything yet. */
async function serverPid(owner: { host?: string | undefined }): Promise<number> {
  const data = String(owner.host).replace(/\/data$/, '');
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const environment = await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '');
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    if (environment.split('\0').includes(`HANGJI_DATA=${data}`) && command.includes('dist/server/main.js')) return Number(pid);
  }
  throw new Error('the server is not running');
}

test('killed with everything, it starts again and serves', async () => {
  const server = await startServer({ folder, args: ['--empty'] });
  await killEverything(server, folder);
  const again = await startServer({ folder, args: ['--empty'] });
  expect((await fetch(`${again.address}/readyz`)).status).toBe(200);
  await stopServer(again);
});

test('a second process shares the database, and leaves it running when it goes', async () => {
  const first = await startServer({ folder, args: ['--empty'] });
  const owner = await ownerOf(folder);
  const url = `postgres://hangji:${owner.password}@${encodeURIComponent(String(owner.host))}/postgres`;
  const own = await freshFolder();
  const second = await startServer({ folder: own, args: ['--empty'], environment: { DATABASE_URL: url } });
  expect((await fetch(`${second.address}/readyz`)).status).toBe(200);
  expect(await stopServer(second)).toBe(0);
  expect((await fetch(`${first.address}/readyz`)).status).toBe(200);
  await stopServer(first);
  await sweep(own);
});

test('a PostgreSQL killed under the running program is started again', async () => {
  const server = await startServer({ folder, args: ['--empty'] });
  const [pid] = (await readFile(join(folder, 'data', 'postmaster.pid'), 'utf8')).split('\n');
  process.kill(Number(pid), 'SIGKILL');
  await vi.waitFor(async () => expect((await fetch(`${server.address}/readyz`)).status).toBe(200), { timeout: 60_000, interval: 500 });
  expect(await query(await ownerOf(folder), 'select simulated from founding')).toEqual([{ simulated: false }]);
  expect(await stopServer(server)).toBe(0);
});
