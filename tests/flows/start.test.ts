import { expect, test } from '@playwright/test';
import { flowServer } from './support/server.ts';

test('whoever opens the address is asked to sign in', async ({ page, isMobile }) => {
  await page.goto(`${flowServer().address}${isMobile ? '/m/' : '/'}`);
  await expect(page).toHaveTitle(/夯基/);
  await expect(page.getByRole('button', { name: '登录' })).toBeVisible();
});
