import { expect, type Locator, type Page } from '@playwright/test';
import { accountOf, flowServer } from './server.ts';

/** Sign in at the phone（登录掌上端）and wait for the to-do list. */
export async function signInOnPhone(page: Page, key: string): Promise<void> {
  const { signInName, password } = accountOf(key);
  await page.goto(`${flowServer().address}/m/`);
  await page.getByLabel('登录名或工号').fill(signInName);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '待办' })).toBeVisible();
}

/** A person whose every touch and every filled field is counted（数点击和填写）. */
export function counted() {
  const effort = { taps: 0, fields: 0 };
  return {
    effort,
    tap: async (target: Locator) => {
      effort.taps += 1;
      await target.click();
    },
    fill: async (target: Locator, words: string) => {
      effort.fields += 1;
      await target.fill(words);
    },
    choose: async (target: Locator, files: Parameters<Locator['setInputFiles']>[0]) => {
      effort.fields += 1;
      await target.setInputFiles(files);
    },
  };
}
