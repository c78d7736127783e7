// `npm run check`: types, lint, import directions.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { checkNode, ensureInstalled, root } from './prepare.mjs';

checkNode();
ensureInstalled();
const steps = [
  ['tsc', '-b'],
  ['biome', 'check', '.'],
  ['vitest', 'run', '--project', 'pure', 'tests/architecture.test.ts', 'tests/breaches.test.ts'],
];
const results = steps.map(([name, ...args]) => spawnSync(join(root, 'node_modules', '.bin', name), args, { cwd: root, stdio: 'inherit' }).status);
process.exit(results.every((status) => status === 0) ? 0 : 1);
