import { expect, type Page, test } from '@playwright/test';
import { faultsOf, look } from './support/axe.ts';
import { pngPage } from './support/png.ts';
import { scannedPdf } from './support/scanned-pdf.ts';
import { flowServer } from './support/server.ts';
import { signIn } from './support/sign-in.ts';

test.use({ actionTimeout: 20_000 });

async function imported(page: Page, title: string, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  await signIn(page, 'department');
  await page.goto(`${flowServer().address}/speech/new`);
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByLabel('标题').fill(title);
  await page.getByRole('button', { name: '导入并分解' }).click();
  await expect(page.getByRole('heading', { name: /任务条目 0 项/ })).toBeVisible();
}

async function typed(page: Page, number: number, words: string): Promise<void> {
  await page.getByLabel(`第 ${number} 页要求办的事`).fill(words);
  await page.getByRole('button', { name: '建条目' }).click();
  await expect(page.getByLabel(`第 ${number} 页要求办的事`)).toHaveValue('');
}

test('a photographed instruction is looked at, typed beside, and becomes a duty that names the page', async ({ page }) => {
  const bytes = pngPage();
  await imported(page, '关于活动室的批示', { name: '批示.png', mimeType: 'image/png', buffer: bytes });

  const picture = page.getByRole('img', { name: '第 1 页' });
  await expect(picture).toBeVisible();
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight])).toEqual([620, 877]);

  await typed(page, 1, '要修好柳树村活动室，由县住建局牵头，9月30日前完成。');
  const item = page.locator('article.item');
  await expect(item).toHaveCount(1);
  await expect(item).toContainText('修好柳树村活动室');
  await expect(item).toContainText('第 1 页');
  await expect(page.getByText('（已录 1 条）')).toBeVisible();

  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: '看不清？保存原件' }).click();
  const download = await waiting;
  expect(download.suggestedFilename()).toBe('批示.png');

  await look(page, 'scan beside its items');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('button', { name: '扫描原件' }).click();
  await look(page, 'scan in a narrow window');
  await page.setViewportSize({ width: 1440, height: 900 });

  await page.getByRole('button', { name: '核对并提交审核' }).click();
  const row = page.getByRole('row', { name: /柳树村活动室/ });
  await expect(row).toContainText('第 1 页');
  await row.getByRole('link', { name: /柳树村活动室/ }).click();
  await expect(page.getByRole('img', { name: '第 1 页' })).toBeVisible();
  await expect(page.locator('article.item-current')).toContainText('柳树村活动室');
});

test('a scanned PDF is turned page by page, and an item leads back to its page', async ({ page }) => {
  await imported(page, '扫描的通知', { name: '通知.pdf', mimeType: 'application/pdf', buffer: scannedPdf(3) });
  const frame = page.locator('.scan-page iframe');
  await expect(frame).toHaveAttribute('title', '第 1 页');
  await expect(frame).toHaveAttribute('src', /^blob:.*#page=1/);
  await expect(page.getByRole('button', { name: '上一页' })).toBeDisabled();

  await page.getByRole('button', { name: '下一页' }).click();
  await expect(frame).toHaveAttribute('src', /#page=2/);
  await typed(page, 2, '要组织支部书记轮训，全年培训一遍。');
  await page.getByRole('button', { name: '下一页' }).click();
  await expect(page.getByRole('button', { name: '下一页' })).toBeDisabled();
  await typed(page, 3, '要建立流动党员台账，每季度更新一次。');

  const items = page.locator('article.item');
  await expect(items.nth(0)).toContainText('第 2 页');
  await expect(items.nth(1)).toContainText('第 3 页');
  await items
    .nth(0)
    .getByRole('button', { name: /第 2 页/ })
    .click();
  await expect(frame).toHaveAttribute('title', '第 2 页');
  expect(await faultsOf(page)).toEqual([]);
});
