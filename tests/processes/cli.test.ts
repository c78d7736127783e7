import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildServer, freshFolder, ownerOf, query, type ServerProcess, startServer, stopServer, sweep } from './server-process.ts';

let files: string;
let folder: string;
let restored: string;
let server: ServerProcess;

beforeAll(async () => {
  buildServer();
  files = await mkdtemp(join(tmpdir(), 'hangji-cli-'));
  folder = await freshFolder();
  restored = await freshFolder();
  server = await startServer({ folder });
}, 120_000);
afterAll(async () => {
  await stopServer(server);
  for (const place of [folder, restored]) await sweep(place);
  await rm(files, { recursive: true });
});

function hangji(data: string, ...args: string[]): { code: number | null; out: string; error: string } {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, HANGJI_DATA: data };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/server/cli.js', ...args], { encoding: 'utf8', env, maxBuffer: 1e8 });
  return { code: status, out: stdout, error: stderr };
}

test.for([
  [['nonsense'], 2, '没有“nonsense”这个命令。可用的命令见 npm run hangji -- --help。\n'],
  [['backup'], 2, '缺少参数“文件”。可用的命令见 npm run hangji -- --help。\n'],
  [['journal', 'verify', '--bad'], 2, '没有“--bad”这个选项。可用的命令见 npm run hangji -- --help。\n'],
  [['speech', 'parse', '/nowhere.txt'], 1, '没有文件 /nowhere.txt。请核对路径。\n'],
  [['restore', '/nowhere.hjb'], 1, '没有文件 /nowhere.hjb。请核对路径。\n'],
  [['migrate'], 1, '/nonexistent 里没有夯基的数据。请以 HANGJI_DATA 指明数据目录，或先运行 npm start。\n'],
  [['simulate', '--counties', 'many'], 1, '--counties 应是正整数，现在是“many”。\n'],
] as const)('hangji %j ends with %i and one sentence', ([args, code, sentence]) => {
  expect(hangji('/nonexistent', ...args)).toEqual({ code, out: '', error: sentence });
});

test('help is in Chinese', () => {
  const { code, out } = hangji(folder, '--help');
  expect(code).toBe(0);
  expect(out).toMatch(/^用法：/);
  for (const command of ['start', 'migrate', 'backup', 'restore', 'simulate', 'speech', 'journal', 'jobs']) expect(out).toContain(command);
});

test('speech parse prints one annotation and nothing else', async () => {
  const text = '在全县组织工作会议上的讲话\n\n一、抓好换届\n县委组织部要在6月底前完成全部村的换届。\n';
  const file = join(files, '讲话.txt');
  await writeFile(file, text);
  const { code, out } = hangji('/nonexistent', 'speech', 'parse', file, '--json');
  const parsed = JSON.parse(out);
  expect(code).toBe(0);
  expect(parsed).toMatchObject({ schema: 'speech-annotation/1', doc: { id: '讲话', file: '讲话.txt', length: text.length } });
  for (const item of parsed.items) expect(text.slice(item.start, item.end)).toBe(item.text);
  await writeFile(file, Buffer.from([0xbb, 0xe1, 0xd2, 0xe9]));
  expect(hangji('/nonexistent', 'speech', 'parse', file).error).toMatch(/不是 UTF-8 文本/);
});

test('a back-up taken beside the running server is restored into an empty folder, and the copy serves', { timeout: 300_000 }, async () => {
  const file = join(files, 'county.hjb');
  const taken = hangji(folder, 'backup', file);
  expect([taken.code, taken.out]).toEqual([0, expect.stringMatching(/^备份完成：.*\d+ 张表 \d+ 行.*\nSHA-256 [0-9a-f]{64}\n密钥环 keyring\.json 不在其中/)]);
  expect((await fetch(`${server.address}/readyz`)).status).toBe(200);
  expect(hangji(folder, 'backup', file)).toMatchObject({ code: 1, error: expect.stringMatching(/已经存在。备份不会覆盖文件/) });
  expect(hangji(folder, 'restore', file)).toMatchObject({ code: 1, error: expect.stringMatching(/里已经有 data、keyring\.json|里已经有 data/) });

  const done = hangji(restored, 'restore', file);
  expect([done.code, done.out]).toEqual([0, expect.stringMatching(/^恢复完成：.*日志核验通过。\n备份里没有密钥环。/)]);
  expect(hangji(restored, 'journal', 'verify').code).toBe(0);
  expect(hangji(restored, 'jobs').code).toBe(0);

  await writeFile(join(restored, 'keyring.json'), await readFile(join(folder, 'keyring.json')), { mode: 0o600 });
  const copy = await startServer({ folder: restored });
  const counts = 'select (select count(*)::int from organization) as organizations, (select count(*)::int from member) as members';
  expect(await query(await ownerOf(restored), counts)).toEqual(await query(await ownerOf(folder), counts));
  expect(await stopServer(copy)).toBe(0);
});
