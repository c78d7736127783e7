import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { order } from '#order';
import { importsOfDomain, importsUphill } from './directions.ts';

const copy = mkdtempSync(join(tmpdir(), 'hangji-breaches-'));
const built = ['node_modules', 'dist', '.tsc', 'data'];

beforeAll(() => {
  for (const name of readdirSync('.')) if (!built.includes(name)) cpSync(name, join(copy, name), { recursive: true });
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
});
afterAll(() => rmSync(copy, { recursive: true }));

const names = order.map((capability) => capability.name);

const walls = {
  compiler: () => outputOf('tsc', '-b'),
  linter: () => outputOf('biome', 'lint', '.'),
  order: () => [...importsUphill(copy, names), ...importsOfDomain(copy)].join('\n'),
};

/** Every wall, with what climbs over it. One breach at a time: one that lets Node's types in would hide the next. */
const breaches = [
  ['compiler', 'a rule that reads a file', 'src/capabilities/organization/rules/breach.ts', `export { readFileSync } from 'node:fs';`],
  ['compiler', 'a rule that asks a browser', 'src/capabilities/organization/rules/breach.ts', 'export const wide = () => window.innerWidth;'],
  ['compiler', 'a contract that imports a store', 'src/capabilities/workbench/contract.ts', `export type { Organization } from '../organization/store.ts';`],
  ['compiler', 'a page that imports a store', 'src/capabilities/organization/web/breach.ts', `export { organizationOf } from '../store.ts';`],
  ['compiler', 'a capability that goes round a front door', 'src/capabilities/workbench/breach.ts', `export { organizationOf } from '#organization/store';`],
  [
    'compiler',
    `a store that names a neighbour's table`,
    'src/capabilities/workbench/breach.ts',
    `import type { Db } from '#platform/db';\nexport const all = (db: Db) => db.selectFrom('organization').selectAll().execute();`,
  ],
  ['linter', 'a rule that asks the time', 'src/capabilities/organization/rules/breach.ts', 'export const today = () => new Date();'],
  ['linter', 'a rule that imports its store', 'src/capabilities/organization/rules/breach.ts', `export { organizationOf } from '../store.ts';`],
  ['linter', 'a capability that climbs out', 'src/capabilities/workbench/breach.ts', `export { organizationOf } from '../organization/store.ts';`],
  ['order', 'a capability that imports one below it', 'src/capabilities/organization/breach.ts', `export { duty } from '#duty';`],
  ['order', 'a capability that is not listed', 'src/capabilities/unlisted/breach.ts', `export { duty } from '#duty';`],
  ['order', 'a platform that knows a domain word', 'src/platform/id/breach.ts', `export { organization } from '#organization';`],
] as const;

test('the code as it is stands behind every wall', { timeout: 240_000 }, () => {
  for (const wall of Object.values(walls)) expect(wall()).not.toMatch(/src\//);
});

test.for(breaches)('the %s refuses %s', { timeout: 240_000 }, ([wall, , file, text]) => {
  const planted = join(copy, file);
  const before = existsSync(planted) ? readFileSync(planted, 'utf8') : '';
  mkdirSync(dirname(planted), { recursive: true });
  writeFileSync(planted, `${before}${text}\n`);
  expect(walls[wall]()).toContain(file);
  if (before) writeFileSync(planted, before);
  else rmSync(planted);
});

function outputOf(program: string, ...args: string[]): string {
  const { stdout, stderr } = spawnSync(join('node_modules', '.bin', program), args, { cwd: copy, encoding: 'utf8' });
  return stdout + stderr;
}
