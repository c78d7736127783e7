import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sealAll } from '#platform/journal';
import { type TestCounty, testCounty } from '#simulation/testing';

let county: TestCounty;
const folder = mkdtempSync(join(tmpdir(), 'hangji-cli-journal-'));
const file = join(folder, 'journal.jsonl');
beforeAll(async () => {
  county = await testCounty();
  for (const signInName of ['one', 'two']) {
    await county.as('systemAdministrator', { method: 'POST', url: '/api/accounts', payload: { name: '某某', signInName } });
    await sealAll(county.db);
  }
});
afterAll(async () => {
  await county.close();
  rmSync(folder, { recursive: true });
});

/** Run the command as an operator does, on the test's database or on none. */
function hangji(args: readonly string[], withDatabase = true) {
  const { host, user, password, database } = county.owner;
  const url = `postgres://${user}:${password}@${encodeURIComponent(String(host))}/${database}`;
  const { stdout, stderr, status } = spawnSync('node_modules/.bin/tsx', ['src/cli/main.ts', ...args], {
    encoding: 'utf8',
    env: { ...process.env, HANGJI_DATA: folder, ...(withDatabase ? { DATABASE_URL: url } : { DATABASE_URL: '' }) },
  });
  return { said: stdout + stderr, status };
}

test('the journal is exported, and the file verifies without the database', { timeout: 60_000 }, () => {
  expect(hangji(['journal', 'export', file])).toMatchObject({ status: 0, said: expect.stringContaining('6 行') });
  const verified = hangji(['journal', 'verify', '--file', file], false);
  expect(verified).toMatchObject({ status: 0, said: expect.stringMatching(/2 条日志、2 道封条，核验通过/) });
  const mark = verified.said.match(/最新封条 (\d+:[0-9a-f]{64})/)?.[1] ?? '';
  expect(hangji(['journal', 'verify', '--mark', mark]).status).toBe(0);

  writeFileSync(file, readFileSync(file, 'utf8').replace('某某', '某甲'));
  const spoilt = hangji(['journal', 'verify', '--file', file], false);
  expect(spoilt.status).not.toBe(0);
  expect(spoilt.said).toContain('第 1 号封条：条目内容或顺序与封存时不符');
});
