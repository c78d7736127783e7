import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

/** What Vite wrote about one file. */
interface Chunk {
  file: string;
  src?: string;
  imports?: string[];
  dynamicImports?: string[];
  css?: string[];
  isDynamicEntry?: boolean;
}

/** First loads and pages in kB of 1000 bytes after gzip 9（体积预算）. */
const budgets = { desk: 230, phone: 90, route: 120 };
/** Pages from which somebody begins. */
const firstPages = ['SignInPage', 'WorkbenchPage', 'SetUpPage'];

const folder = mkdtempSync(join(tmpdir(), 'hangji-budgets-'));
let manifest: Record<string, Chunk>;

beforeAll(async () => {
  // The test runner says `test`, and React would be built with its warnings.
  vi.stubEnv('NODE_ENV', 'production');
  await build({ configFile: 'vite.config.ts', root: 'src/web', logLevel: 'silent', build: { outDir: folder, emptyOutDir: true } });
  manifest = JSON.parse(readFileSync(join(folder, '.vite', 'manifest.json'), 'utf8'));
}, 240_000);
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

test('the desk opens within its budget, whichever page comes first', () => {
  const entry = filesOf('index.html');
  for (const name of firstPages) {
    const [page] = dynamicEntries().filter(([key]) => key.includes(`/${name}.tsx`));
    if (!page) throw new Error(`no page is called ${name}`);
    const size = kilobytes(new Set([...entry, ...filesOf(page[0])]));
    console.log(`${name}：首屏 ${size} kB / ${budgets.desk} kB`);
    expect(size, name).toBeLessThanOrEqual(budgets.desk);
  }
});

test('the phone opens within its budget', () => {
  const size = kilobytes(filesOf('m/index.html'));
  console.log(`掌上端：首屏 ${size} kB / ${budgets.phone} kB`);
  expect(size).toBeLessThanOrEqual(budgets.phone);
});

test('no page loaded later weighs more than a village line bears', () => {
  const entry = filesOf('index.html');
  for (const [key] of dynamicEntries()) {
    const added = new Set([...filesOf(key)].filter((file) => !entry.has(file)));
    expect(kilobytes(added), key).toBeLessThanOrEqual(budgets.route);
  }
});

const dynamicEntries = (): [string, Chunk][] => Object.entries(manifest).filter(([, { isDynamicEntry }]) => isDynamicEntry);

/** A chunk with everything that it imports at once, styles included. */
function filesOf(key: string, found = new Set<string>()): Set<string> {
  const chunk = manifest[key];
  if (!chunk) throw new Error(`the build has no ${key}`);
  if (found.has(chunk.file)) return found;
  found.add(chunk.file);
  for (const style of chunk.css ?? []) found.add(style);
  for (const next of chunk.imports ?? []) filesOf(next, found);
  return found;
}

function kilobytes(files: ReadonlySet<string>): number {
  let bytes = 0;
  for (const file of files) bytes += gzipSync(readFileSync(join(folder, file)), { level: 9 }).length;
  return Math.round(bytes / 100) / 10;
}
