import type { Page } from '@playwright/test';
import { accountOf, flowServer } from './server.ts';

/** Sign in at the desk（登录工作端）as a demo account. @param account - a key such as `department`, or a sign-in name */
export async function signIn(page: Page, account: string): Promise<void> {
  const { address, accounts } = flowServer();
  const { signInName, password } = accounts.find((one) => one.signInName === account) ?? accountOf(account);
  await page.goto(`${address}/sign-in`);
  await page.getByLabel('登录名或工号').fill(signInName);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.waitForURL((url) => url.pathname !== '/sign-in');
}
