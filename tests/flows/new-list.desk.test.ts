import { expect, test } from '@playwright/test';
import { look } from './support/axe.ts';
import { flowServer } from './support/server.ts';
import { signIn } from './support/sign-in.ts';

test.use({ actionTimeout: 20_000 });

test('an instruction by word of mouth becomes a list without a speech, and goes to review', async ({ page }) => {
  await signIn(page, 'department');
  await page.goto(`${flowServer().address}/list`);
  await page.getByRole('button', { name: '新建清单' }).click();
  await look(page, 'new list');
  const title = `书记口头交办事项 ${Date.now()}`;
  await page.getByLabel('清单名称').last().fill(title);
  await page.getByRole('button', { name: '新建', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();

  const item = page.locator('article.item');
  await test.step('what is to be done, and who said so', async () => {
    await page.getByLabel('要办的事').fill('修好柳树村活动室');
    await page.getByLabel('依据').fill('县委书记9月8日口头要求');
    await page.getByRole('button', { name: '加一条' }).click();
    await expect(item).toHaveCount(1);
    await expect(page.getByRole('textbox', { name: '措施', exact: true })).toBeFocused();
  });

  await test.step('with something missing it is not submitted, and it is said what', async () => {
    await page.getByRole('button', { name: '提交审核…' }).click();
    await expect(page.getByRole('dialog')).toContainText('缺牵头单位、措施、时限或频次');
    await expect(page.getByRole('dialog').getByRole('button', { name: '提交审核' })).toBeDisabled();
    await look(page, 'what a list lacks');
    await page.getByRole('button', { name: '取消' }).click();
  });

  await test.step('the same form as beside a speech', async () => {
    await page.getByRole('textbox', { name: '措施', exact: true }).fill('住建局勘察，村委会组织施工，镇里验收');
    const lead = page.getByRole('combobox', { name: '牵头单位', exact: true });
    await lead.fill('青禾镇');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await page.getByRole('combobox', { name: '时限或频次', exact: true }).selectOption('固定时限');
    await page.getByLabel('完成日期').fill('2027-09-30');
    await look(page, 'writing a list');
    await page.getByRole('button', { name: '完成（Esc）' }).click();
    await expect(item).toContainText('要素齐');
    await expect(item).toContainText('依据：县委书记9月8日口头要求');
  });

  await page.setViewportSize({ width: 390, height: 844 });
  await look(page, 'a list in a narrow window');
  await page.setViewportSize({ width: 1440, height: 900 });

  await test.step('what was written is there after opening it anew', async () => {
    await page.reload();
    await expect(item).toContainText('村委会组织施工');
  });

  await page.getByRole('button', { name: '提交审核…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '提交审核' }).click();
  await expect(page.getByText('审核中')).toBeVisible();
  await expect(page.getByRole('button', { name: '加一条' })).toBeHidden();
  await expect(page.getByRole('row', { name: /修好柳树村活动室/ })).toContainText('县委书记9月8日口头要求');
});
