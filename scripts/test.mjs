// `npm test`: types, lint, everything vitest runs, and the journeys in a browser. The last line is `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkNode, ensureBuilt, ensureInstalled, root } from './prepare.mjs';

checkNode();
ensureInstalled();
const { advice, ensureBrowser } = await import('./browser.mjs');

const folder = mkdtempSync(join(tmpdir(), 'hangji-results-'));
const total = { passed: 0, failed: 0 };
const count = (passed, failed) => {
  total.passed += passed;
  total.failed += failed;
};
const program = (name) => join(root, 'node_modules', '.bin', name);
const run = (name, args, env = {}) => spawnSync(program(name), args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } }).status === 0;
const heading = (title) => console.log(`\n── ${title} ──`);
const report = (name) => (existsSync(join(folder, name)) ? JSON.parse(readFileSync(join(folder, name), 'utf8')) : undefined);

heading('types');
const typed = run('tsc', ['-b']);
count(typed ? 1 : 0, typed ? 0 : 1);

heading('lint');
const clean = run('biome', ['check', '.']);
count(clean ? 1 : 0, clean ? 0 : 1);

heading('rules, properties, database, HTTP, processes');
const vitestPassed = run('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${join(folder, 'vitest.json')}`]);
countVitest(report('vitest.json'), vitestPassed);

heading('journeys in a browser');
await journeys();

rmSync(folder, { recursive: true });
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);

/** A file that could not be loaded has no tests of its own and counts as one that failed; so does a run that ended badly. */
function countVitest(result, passed) {
  if (!result) return count(0, 1);
  const unloaded = result.testResults.filter((file) => file.status === 'failed' && file.assertionResults.every((one) => one.status !== 'failed')).length;
  const failed = result.numFailedTests + unloaded;
  count(result.numPassedTests, failed === 0 && !passed ? 1 : failed);
}

async function journeys() {
  const browser = await ensureBrowser();
  const listed = () => {
    const { stdout } = spawnSync(program('playwright'), ['test', '--list', '--reporter=json'], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 1e8,
      env: { ...process.env, HANGJI_LIST: '1' },
    });
    try {
      return Math.max(1, testsIn(JSON.parse(stdout).suites));
    } catch {
      return 1;
    }
  };
  if (!browser) {
    const tests = listed();
    console.log(`没有可用的浏览器或中文字体，${tests} 个浏览器测试都按失败计。请先运行：${advice}`);
    return count(0, tests);
  }
  ensureBuilt();
  const passed = run('playwright', ['test', '--reporter=list,json'], {
    HANGJI_CHROMIUM: browser,
    PLAYWRIGHT_JSON_OUTPUT_NAME: join(folder, 'playwright.json'),
  });
  const stats = report('playwright.json')?.stats;
  if (!stats || stats.expected + stats.unexpected + stats.flaky === 0) return count(0, listed());
  count(stats.expected, stats.unexpected + stats.flaky || (passed ? 0 : 1));
}

function testsIn(suites = []) {
  return suites.reduce((sum, suite) => sum + testsIn(suite.suites) + (suite.specs ?? []).reduce((tests, spec) => tests + spec.tests.length, 0), 0);
}
