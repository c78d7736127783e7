// `npm run journey -- [--headed] [NAME]`: the journeys in a browser, to watch. Everything after `--` goes to Playwright.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { checkNode, ensureBuilt, ensureInstalled, giveUp, root } from './prepare.mjs';

checkNode();
ensureInstalled();
const { advice, ensureBrowser } = await import('./browser.mjs');
const browser = await ensureBrowser();
if (!browser) giveUp(`没有可用的浏览器或中文字体。请先运行：${advice}`);
ensureBuilt();
const env = { ...process.env, HANGJI_CHROMIUM: browser };
const { status } = spawnSync(join(root, 'node_modules', '.bin', 'playwright'), ['test', ...process.argv.slice(2)], { cwd: root, stdio: 'inherit', env });
process.exit(status ?? 1);
