import { expect, test } from '@playwright/test';
import { look } from './support/axe.ts';
import { dispatchTo } from './support/dispatched.ts';
import { signInOnPhone } from './support/phone.ts';
import { flowServer } from './support/server.ts';

test.setTimeout(300_000);
test.use({ actionTimeout: 20_000 });

test('every page of the phone is accessible in every size of type, and none scrolls sideways', async ({ page }) => {
  const { address } = flowServer();
  await dispatchTo('villageSecretary', '掌上端无障碍检查', [
    { goal: '公开办事流程和值班电话', days: 5 },
    { goal: '更新村务公开栏', days: 40 },
  ]);

  await page.goto(`${address}/m/`);
  await expect(page.getByRole('button', { name: '登录' })).toBeVisible();
  await look(page, 'sign-in');
  await page.getByLabel('登录名或工号').fill('zb');
  await page.getByLabel('密码').fill('wrong');
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await look(page, 'sign-in refused');

  await signInOnPhone(page, 'villageSecretary');
  await expect(page.getByRole('button', { name: /全部签收/ })).toBeVisible();
  await look(page, 'to-do');
  await page.getByRole('button', { name: /全部签收/ }).click();
  await expect(page.getByText(/已签收 \d+ 件/)).toBeVisible();
  await look(page, 'receipts');

  await page
    .getByRole('link', { name: /公开办事流程/ })
    .first()
    .click();
  await page.getByText('这件事从哪里来').click();
  await page.getByText(/办理记录/).click();
  await look(page, 'item with everything open');
  await page.getByRole('link', { name: '登记佐证' }).click();
  await look(page, 'evidence');
  await page.getByRole('button', { name: '保存佐证' }).click();
  await look(page, 'evidence missing');
  for (const kind of ['照片或文件', '群众或当事人确认']) {
    await page.getByRole('radio', { name: new RegExp(kind) }).check();
    await look(page, `evidence: ${kind}`);
  }
  await page.getByLabel('我是替别人登记的').check();
  await page.getByRole('radio', { name: /写几句话/ }).check();
  await page.getByLabel('替谁登记').fill('老支书');
  await page.getByLabel('做了什么，结果怎样').fill('流程和电话已上墙，群众看得见。');
  await page.getByRole('button', { name: '保存佐证' }).click();
  await expect(page.getByText('佐证已保存')).toBeVisible();
  await look(page, 'item with evidence');
  await page.getByRole('button', { name: /撤回这一条/ }).click();
  await look(page, 'withdrawal');
  await page.getByRole('button', { name: '不撤了' }).click();
  await page.getByRole('link', { name: '报结' }).click();
  await look(page, 'submission');
  await page.getByRole('button', { name: '确认报结' }).click();
  await expect(page.getByText('已报结').first()).toBeVisible();
  await look(page, 'sent');

  for (const [path, heading] of [
    ['/m/todo?part=sent', '待办'],
    ['/m/todo?part=closed', '待办'],
    ['/m/me', '我的'],
    ['/m/suggestion', '意见建议'],
  ] as const) {
    await page.goto(`${address}${path}`);
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
    await page.waitForLoadState('networkidle');
    await look(page, path);
  }
  await page.goto(`${address}/m/me`);
  await page.getByRole('button', { name: '改密码' }).click();
  await look(page, 'password');
});

test('who judges sees what waits, and each judgement is accessible', async ({ page }) => {
  const { address } = flowServer();
  await signInOnPhone(page, 'department');
  await page.goto(`${address}/m/todo?part=to-verify`);
  await page.locator('.items a').first().click();
  await expect(page.getByRole('link', { name: '核验通过' })).toBeVisible();
  await look(page, 'item to judge');
  await page.getByRole('link', { name: '退回' }).click();
  await page.getByRole('button', { name: '确认退回' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await look(page, 'return without a reason');
});

test('the chosen size of type stays after a reload, and touch targets grow with it', async ({ page }) => {
  const { address } = flowServer();
  await signInOnPhone(page, 'villageSecretary');
  const least = { standard: 44, large: 52, huge: 60 } as const;
  await page.goto(`${address}/m/me`);
  for (const [word, size] of [
    ['标准', 'standard'],
    ['大字', 'large'],
    ['特大', 'huge'],
  ] as const) {
    await page.getByRole('radio', { name: new RegExp(word) }).check();
    await page.reload();
    await expect(page.getByRole('radio', { name: new RegExp(word) })).toBeChecked();
    expect(await page.evaluate(() => document.documentElement.dataset.size)).toBe(size);
    for (const target of await page.locator('.button:visible, .tabs a, .size, label.row, .foot a').all()) {
      const box = await target.boundingBox();
      expect(Math.round(box?.height ?? 0), `${size}: ${await target.innerText()}`).toBeGreaterThanOrEqual(least[size]);
    }
  }
});
