import { execFileSync, spawnSync } from 'node:child_process';
import { chmod, chown, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  buildServer,
  freshFolder,
  isRoot,
  type Launch,
  outcome,
  ownerOf,
  query,
  type ServerProcess,
  startServer,
  stopServer,
  sweep,
  takePort,
} from './server-process.ts';

const nobody = 65_534;
let running: ServerProcess;
let folder: string;

beforeAll(async () => {
  buildServer();
  folder = await freshFolder();
  running = await startServer({ folder, args: ['--empty'] });
});
afterAll(async () => {
  await stopServer(running);
  await sweep(folder);
});

/** It ends with 1 and says one sentence to the operator: no stack, no second line. */
async function expectSentence(launch: Launch, sentence: RegExp): Promise<void> {
  const { code, said } = await outcome(launch);
  expect(said).toMatch(sentence);
  expect(said.split('\n')).toHaveLength(1);
  expect(said).not.toMatch(/ {4}at |node:|Error/);
  expect(code).toBe(1);
}

test('a taken port', async () => {
  const { port, release } = await takePort();
  await expectSentence({ folder: '/nonexistent', environment: { PORT: String(port) } }, new RegExp(`^端口 ${port} 已被别的程序占用。请先停掉它，或换一个端口`));
  await release();
});

test('a port that is none', () => expectSentence({ folder, environment: { PORT: 'http' } }, /^PORT 应是 0 到 65535 之间的整数/));

test('an argument nobody knows', () => expectSentence({ folder, args: ['--emtpy'] }, /^不认识的参数：--emtpy/));

test('a folder that another process uses', () =>
  expectSentence({ folder, args: ['--empty'] }, /正由另一个夯基进程使用；请先停掉它，或以 HANGJI_DATA 换一个目录。$/));

test('a folder that cannot be written', async () => {
  const above = await freshFolder();
  const file = join(above, 'file');
  await writeFile(file, '');
  await expectSentence({ folder: join(file, 'data') }, /^数据目录 .* 不能写入。请改正它的权限，或以 HANGJI_DATA 换一个目录。$/);
  const closed = await freshFolder();
  await chmod(closed, 0o555);
  await expectSentence({ folder: closed, ...(isRoot ? { as: nobody } : {}) }, /^数据目录 .* 不能写入。/);
  for (const place of [above, closed]) await rm(place, { recursive: true });
});

test.runIf(isRoot)('a folder that the database user cannot walk to', async () => {
  const closed = await freshFolder();
  await expectSentence({ folder: join(closed, 'data') }, /^以 root 启动时数据库由 nobody 用户运行，它进不了 .*。请以 HANGJI_DATA 换一个目录/);
  await rm(closed, { recursive: true });
});

test('a path too long for a socket', () => expectSentence({ folder: `/tmp/${'long'.repeat(30)}` }, /^数据目录的路径太长/));

describe('a database address that is wrong', () => {
  const elsewhere = '/tmp/hangji-unused';
  test.for([
    ['another kind', 'mysql://a:b@localhost/hangji', /^DATABASE_URL 不是 PostgreSQL 的地址，应写成 postgres:/],
    ['no password', 'postgres://hangji@localhost/hangji', /^DATABASE_URL 里须写明口令/],
    ['an unknown host', 'postgres://a:b@no-such-host.invalid/hangji', /^DATABASE_URL 里的主机 no-such-host\.invalid /],
    ['nobody there', 'postgres://a:b@127.0.0.1:9/hangji', /^127\.0\.0\.1:9 上没有 PostgreSQL 应答；请确认它已启动/],
  ] as const)('%s', ([, url, sentence]) => expectSentence({ folder: elsewhere, environment: { DATABASE_URL: url } }, sentence));

  const through = (password: string, database: string) => `postgres://hangji:${password}@${encodeURIComponent(join(folder, 'data'))}/${database}`;
  test('a wrong password', () =>
    expectSentence(
      { folder: elsewhere, environment: { DATABASE_URL: through('wrong', 'postgres') } },
      /^数据库不接受用户 hangji 的口令；请核对 DATABASE_URL。$/,
    ));
  test('no such database', async () =>
    expectSentence(
      { folder: elsewhere, environment: { DATABASE_URL: through(await readFile(join(folder, 'secret'), 'utf8'), 'nowhere') } },
      /^数据库 nowhere 不存在；请先建库，或改正 DATABASE_URL。$/,
    ));
});

test('a real installation is not filled with a simulated county', async () => {
  const owner = await ownerOf(folder);
  const url = `postgres://hangji:${owner.password}@${encodeURIComponent(String(owner.host))}/postgres`;
  await expectSentence({ folder: '/tmp/hangji-unused', environment: { DATABASE_URL: url } }, /真实安装，不能填入模拟数据。/);
});

test('a database of a newer version', async () => {
  const other = await freshFolder();
  const server = await startServer({ folder: other, args: ['--empty'] });
  await query(await ownerOf(other), `insert into migration (name, digest) values ('20991231-0000-future.sql', 'x')`);
  await stopServer(server);
  await expectSentence({ folder: other, args: ['--empty'] }, /^数据库比程序新（已有 20991231-0000-future\.sql）。请改用不旧于它的版本。$/);
  await sweep(other);
});

describe.runIf(isRoot && mayMount())('a full disk', () => {
  // The first holds not even the programs, the second no data folder; the third fills up while the county is generated.
  test.for([20, 85, 150])('of %i MB', async (megabytes) => {
    const disk = await freshFolder();
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', disk]);
    try {
      const { code, said } = await outcome({ folder: join(disk, 'hangji') });
      const lines = said.split('\n').filter((line) => !line.startsWith('首次启动'));
      expect(lines).toHaveLength(1);
      expect(lines[0]).toMatch(/^磁盘已满：.* 所在的磁盘没有空间了。请清出空间后再启动/);
      expect(code).toBe(1);
    } finally {
      execFileSync('umount', ['-l', disk]);
      await rm(disk, { recursive: true, force: true });
    }
  });
});

function mayMount(): boolean {
  const probe = '/tmp/hangji-mount-probe';
  spawnSync('mkdir', ['-p', probe]);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', 'tmpfs', probe]).status === 0;
  if (mounted) spawnSync('umount', [probe]);
  return mounted;
}

test.runIf(isRoot)('an ordinary user starts it as well', async () => {
  const own = await freshFolder();
  await chown(own, nobody, nobody);
  const server = await startServer({ folder: own, args: ['--empty'], as: nobody });
  expect((await fetch(`${server.address}/readyz`)).status).toBe(200);
  expect(await stopServer(server)).toBe(0);
  await sweep(own);
});

test('a folder is made, with everything above it', async () => {
  const above = await freshFolder();
  await chmod(above, 0o755);
  await mkdir(join(above, 'a'));
  const server = await startServer({ folder: join(above, 'a', 'b', 'c'), args: ['--empty'] });
  expect(await stopServer(server)).toBe(0);
  await sweep(join(above, 'a', 'b', 'c'));
  await rm(above, { recursive: true });
});
