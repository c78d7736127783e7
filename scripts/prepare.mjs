// What must be true before anything runs: a Node that is new enough, the packages of the lock, programs built from the sources as
// they are. Nothing here may import a package: `npm start` is often the first command in a fresh clone.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const oldestNode = [20, 19];

const say = (sentence) => process.stderr.write(`${sentence}\n`);

/** Stop with one sentence that says what to do. */
export function giveUp(sentence) {
  say(sentence);
  process.exit(1);
}

export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [oldestMajor, oldestMinor] = oldestNode;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  giveUp(`夯基需要 Node.js ${oldestNode.join('.')} 或更新的版本，现在是 ${process.versions.node}；请先升级（建议 24）。`);
}

/** Install the packages of the lock where they are missing or of another lock. */
export function ensureInstalled() {
  const digest = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const stamp = join(root, 'node_modules', '.hangji');
  if (read(stamp) === digest) return;
  if (!installedSince(join(root, 'package-lock.json'))) {
    say('正在安装依赖（只在首次启动或更新之后）……');
    const npm = process.env.npm_execpath;
    const [program, first] = npm ? [process.execPath, [npm]] : [process.platform === 'win32' ? 'npm.cmd' : 'npm', []];
    const args = [...first, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
    const { status } = spawnSync(program, args, { cwd: root, stdio: ['ignore', 2, 2] });
    if (status !== 0) giveUp('依赖没有装成，原因见上；请检查网络和磁盘后再试，也可以手工运行 npm ci。');
  }
  writeFileSync(stamp, digest);
}

/** npm writes its hidden lock last, so a torn installation has none. */
function installedSince(lock) {
  const hidden = join(root, 'node_modules', '.package-lock.json');
  return existsSync(hidden) && statSync(hidden).mtimeMs >= statSync(lock).mtimeMs;
}

const isTest = (path) => /\.test\.tsx?$/.test(path) || path.includes('platform/testing/');
const isServerOnly = (path) =>
  /^src\/(server|cli|platform)\//.test(path) || (/^src\/capabilities\/[^/]+\/[^/]+$/.test(path) && !/\/(contract|messages)\.ts$/.test(path));
const isWebOnly = (path) => /^src\/(web|phone)\//.test(path) || /^src\/capabilities\/[^/]+\/web\//.test(path);

/** What is built, and from what. */
export const parts = {
  web: { output: 'dist/web', sources: ['src', 'vite.config.ts', 'package-lock.json', 'scripts/build.mjs'], skip: (path) => isTest(path) || isServerOnly(path) },
  server: { output: 'dist/server', sources: ['src', 'simulation', 'package-lock.json', 'scripts/build.mjs'], skip: (path) => isTest(path) || isWebOnly(path) },
};

/** Build what was built from other sources than these. Content decides, not time. */
export function ensureBuilt(names = Object.keys(parts)) {
  const stale = names.filter((name) => !isFresh(name));
  if (stale.length === 0) return;
  say(`正在构建${stale.includes('web') ? '页面和程序' : '程序'}……`);
  const { status } = spawnSync(process.execPath, [join(root, 'scripts', 'build.mjs'), ...stale], { cwd: root, stdio: ['ignore', 2, 2] });
  if (status !== 0) giveUp('构建没有成功，原因见上。');
}

export const isFresh = (name) => existsSync(join(root, parts[name].output)) && read(stampOf(name)) === digestOf(parts[name]);

/** Forget a build before it is made again, so that a torn one is never taken for whole. */
export const forget = (name) => rmSync(stampOf(name), { force: true });

export function remember(name, digest) {
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stampOf(name), digest);
}

export function digestOf({ sources, skip }) {
  const hash = createHash('sha256');
  for (const path of sources.flatMap(filesUnder).sort()) {
    if (skip(path)) continue;
    hash
      .update(`${path}\n`)
      .update(readFileSync(join(root, path)))
      .update('\n');
  }
  return hash.digest('hex');
}

function filesUnder(path) {
  const whole = join(root, path);
  if (!statSync(whole).isDirectory()) return [path];
  return readdirSync(whole, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      relative(root, join(entry.parentPath ?? entry.path, entry.name))
        .split(sep)
        .join('/'),
    );
}

const stampOf = (name) => join(root, 'dist', `.${name}`);

function read(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
