// `npm run bench [-- NAME...]`: every benchmark of bench/, or those named, one after the other.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkNode, ensureInstalled, giveUp, root } from './prepare.mjs';

checkNode();
ensureInstalled();
const all = readdirSync(join(root, 'bench'))
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.slice(0, -3))
  .sort();
const named = process.argv.slice(2);
const unknown = named.find((name) => !all.includes(name));
if (unknown) giveUp(`没有名为 ${unknown} 的基准测试。可用的有：${all.join('、')}。`);
let failed = 0;
for (const name of named.length > 0 ? named : all) {
  console.log(`\n── ${name} ──`);
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', join(root, 'bench', `${name}.ts`)], { cwd: root, stdio: 'inherit' });
  if (status !== 0) failed++;
}
process.exit(failed === 0 ? 0 : 1);
