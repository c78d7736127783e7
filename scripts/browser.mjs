// A browser and a Chinese font for the journeys: found, or installed where we may.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable'];
const packages = ['chromium', 'fonts-noto-cjk'];

/** How anybody gets what is missing. */
export const advice = `sudo apt-get install -y ${packages.join(' ')}（其他系统：npx playwright install --with-deps chromium）`;

/** Path of a Chromium, or nothing. Playwright's own counts as well. */
export async function findChromium() {
  const { HANGJI_CHROMIUM } = process.env;
  if (HANGJI_CHROMIUM) return existsSync(HANGJI_CHROMIUM) ? HANGJI_CHROMIUM : undefined;
  const { chromium } = await import('@playwright/test');
  return [...places, chromium.executablePath()].find((path) => path && existsSync(path));
}

/** Without one, every Chinese character would be a box, and no width on any page the real one. */
export function hasChineseFont() {
  if (process.platform !== 'linux') return true;
  const { status, stdout } = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  return status === 0 && stdout.trim() !== '';
}

/** Find both, or install them as root on Debian. @returns the browser's path, or nothing when it could not be had */
export async function ensureBrowser() {
  const found = await findChromium();
  if (found && hasChineseFont()) return found;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  console.log(`正在安装浏览器和中文字体：apt-get install ${packages.join(' ')} ……`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env });
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages, 'fontconfig'], { stdio: 'inherit', env });
  return hasChineseFont() ? findChromium() : undefined;
}
