import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

const chromium = process.env.HANGJI_CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => existsSync(path));

/**
 * Journeys through the built product（浏览器流程）. `name.desk.test.ts` runs at desk size, `name.phone.test.ts` at phone size, any other
 * `name.test.ts` at both. One server serves them all, one after the other: see `support/server.ts`.
 */
export default defineConfig({
  testDir: 'tests/flows',
  globalSetup: './tests/flows/support/global-setup.ts',
  outputDir: 'dist/flows',
  workers: 1,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env.CI !== undefined,
  reporter: 'list',
  use: {
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'desk', testMatch: '*.test.ts', testIgnore: '*.phone.test.ts', use: { viewport: { width: 1440, height: 900 } } },
    { name: 'phone', testMatch: '*.test.ts', testIgnore: '*.desk.test.ts', use: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } },
  ],
});
