import { expect, type Page, test } from '@playwright/test';
import { look } from './support/axe.ts';
import { callerOf, dispatchTo } from './support/dispatched.ts';
import { accountOf, flowServer } from './support/server.ts';
import { signIn } from './support/sign-in.ts';
import { codeOf } from './support/totp.ts';

test.setTimeout(600_000);
test.use({ actionTimeout: 20_000 });

/** Every page as an office has it, and as a narrow window in the largest type has it. */
async function lookBothWays(page: Page, name: string): Promise<void> {
  await look(page, `${name} at 1440`, ['standard']);
  await page.setViewportSize({ width: 390, height: 844 });
  await look(page, `${name} at 390`, ['huge']);
  await page.setViewportSize({ width: 1440, height: 900 });
}

/** Open a page and wait for its heading. */
async function visit(page: Page, path: string, heading: string | RegExp): Promise<void> {
  await page.goto(`${flowServer().address}${path}`);
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
  await page.waitForLoadState('networkidle');
}

const dialogOf = (page: Page) => page.getByRole('dialog');

test('board and work item are accessible, with every dialog open', async ({ page }) => {
  const goal = `看板检查用的任务 ${String(Date.now()).slice(-5)}`;
  await dispatchTo('villageSecretary', '看板无障碍检查', [{ goal, days: 5 }]);
  await signIn(page, 'department');
  for (const view of ['table', 'timeline', 'organization']) {
    await visit(page, `/board?view=${view}`, '任务看板');
    await lookBothWays(page, `board ${view}`);
  }
  await visit(page, '/board', '任务看板');
  await page.locator('tbody button.lamp').first().click();
  await lookBothWays(page, 'lamp explained');

  const doer = await callerOf('villageSecretary');
  const { rows } = await doer.get<{ rows: { id: string; title: string }[] }>(
    `/organizations/${doer.organizationId}/work-items?q=${encodeURIComponent(goal)}&closed=false`,
  );
  const id = rows.at(-1)?.id ?? '';
  await doer.end();
  await visit(page, `/items/${id}`, goal);
  await lookBothWays(page, 'work item from above');

  await page.context().clearCookies();
  await signIn(page, 'villageSecretary');
  await visit(page, `/items/${id}`, goal);
  await page.getByRole('button', { name: '签收' }).click();
  await page.getByRole('button', { name: '登记佐证' }).click();
  await dialogOf(page).getByRole('button', { name: '保存佐证' }).click();
  await lookBothWays(page, 'evidence dialog with what is missing');
  await dialogOf(page).getByLabel('做了什么，结果怎样').fill('检查过了，没有问题。');
  await dialogOf(page).getByRole('button', { name: '保存佐证' }).click();
  await expect(page.getByRole('heading', { name: '佐证（1 条）' })).toBeVisible();
  await page.getByRole('button', { name: /^撤回 ?“/ }).click();
  await lookBothWays(page, 'withdrawal dialog');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '报结', exact: true }).click();
  await lookBothWays(page, 'submission dialog');
  await dialogOf(page).getByRole('button', { name: '确认报结' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '已报结' })).toBeVisible();
  await lookBothWays(page, 'after submitting');

  await page.context().clearCookies();
  await signIn(page, 'department');
  await visit(page, `/items/${id}`, goal);
  await page.getByRole('button', { name: '退回' }).click();
  await dialogOf(page).getByRole('button', { name: '退回' }).click();
  await lookBothWays(page, 'return dialog without a reason');
});

test('two people at one item: the second is told, and keeps what was typed', async ({ page }) => {
  const goal = `两人同办的任务 ${String(Date.now()).slice(-5)}`;
  await dispatchTo('villageSecretary', '两人同办', [{ goal, days: 9 }]);
  const doer = await callerOf('villageSecretary');
  const { rows } = await doer.get<{ rows: { id: string; revision: number }[] }>(
    `/organizations/${doer.organizationId}/work-items?q=${encodeURIComponent(goal)}`,
  );
  const item = rows[0];
  if (!item) throw new Error('the item did not arrive');
  const { revision } = await doer.post<{ revision: number }>(`/work-items/${item.id}/receipt`, { revision: item.revision });
  const evidence = {
    evidenceId: crypto.randomUUID(),
    kind: 'record',
    title: '已经办了',
    happenedOn: new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10),
  };
  const proven = await doer.post<{ revision: number }>(`/work-items/${item.id}/evidence`, evidence);
  expect(proven.revision).toBeGreaterThanOrEqual(revision);

  await signIn(page, 'villageSecretary');
  await visit(page, `/items/${item.id}`, goal);
  await page.getByRole('button', { name: '报结', exact: true }).click();
  await dialogOf(page)
    .getByLabel(/报结说明/)
    .fill('我写了很长的一段说明，不能丢。');
  // Meanwhile the same item is submitted and taken back elsewhere.
  const sent = await doer.post<{ revision: number }>(`/work-items/${item.id}/submission`, { revision: proven.revision, summary: '另一处报结' });
  await doer.post(`/work-items/${item.id}/submission-withdrawal`, { revision: sent.revision });
  await doer.end();
  await dialogOf(page).getByRole('button', { name: '确认报结' }).click();
  await expect(dialogOf(page).getByRole('alert')).toBeVisible();
  await dialogOf(page)
    .getByRole('button', { name: /刷新状态/ })
    .click();
  await expect(dialogOf(page).getByLabel(/报结说明/)).toHaveValue('我写了很长的一段说明，不能丢。');
  await dialogOf(page).getByRole('button', { name: '确认报结' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '已报结' })).toBeVisible();
});

test('organizations, registers and indicators are accessible, with every dialog open', async ({ page }) => {
  await signIn(page, 'department');
  await visit(page, '/org', '组织与党员');
  await lookBothWays(page, 'organizations');
  await page.getByRole('button', { name: '登记下级党组织' }).click();
  await lookBothWays(page, 'new organization');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '登记任职' }).click();
  await dialogOf(page).getByRole('button', { name: '登记', exact: true }).click();
  await lookBothWays(page, 'appointment');
  await page.keyboard.press('Escape');
  await visit(page, '/org?q=党支部', '组织与党员');
  await lookBothWays(page, 'organizations found');

  await visit(page, '/members', '党员名册');
  await lookBothWays(page, 'members');
  await page
    .getByRole('button', { name: /的身份证号$/ })
    .first()
    .click();
  await dialogOf(page)
    .getByLabel(/为什么要看/)
    .fill('核对转接介绍信');
  await lookBothWays(page, 'asking for a masked value');
  await dialogOf(page).getByRole('button', { name: '查看', exact: true }).click();
  await expect(dialogOf(page).getByText(/^\d{17}[\dX]$/)).toBeVisible();
  await lookBothWays(page, 'masked value shown');
  await visit(page, '/members/new', '登记党员');
  await lookBothWays(page, 'new member');
  await visit(page, '/units', '单位名录');
  await lookBothWays(page, 'units');
  await page.getByRole('button', { name: '登记单位' }).click();
  await lookBothWays(page, 'new unit');

  await visit(page, '/indicators', '指标');
  await lookBothWays(page, 'indicators');
  await page.locator('.indicator-number a').first().click();
  await expect(page.getByRole('navigation', { name: '怎么看' })).toBeVisible();
  await lookBothWays(page, 'indicator opened');
  await page.getByRole('link', { name: '下级', exact: true }).click();
  await expect(page.getByRole('columnheader', { name: '统计时间' })).toBeVisible();
  await lookBothWays(page, 'indicator by child');
});

test('administration is accessible to its three administrators', async ({ page }) => {
  await signInAsAdministrator(page, 'system');
  await visit(page, '/admin/accounts', '账号管理');
  await lookBothWays(page, 'accounts');
  await page.getByRole('button', { name: '新建账号' }).click();
  await lookBothWays(page, 'new account');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^停用/ }).first().click();
  await lookBothWays(page, 'stopping an account');
  await visit(page, '/admin/jobs', '运行情况');
  await lookBothWays(page, 'jobs');

  await signInAsAdministrator(page, 'security');
  await visit(page, '/admin/grants', '授权管理');
  await lookBothWays(page, 'grants');
  await page
    .getByRole('link', { name: /^看授权/ })
    .nth(5)
    .click();
  await page.getByRole('button', { name: '授予角色' }).click();
  await lookBothWays(page, 'new grant');

  await signInAsAdministrator(page, 'audit');
  await visit(page, '/admin/audit', '审计日志');
  await lookBothWays(page, 'journal');
  await page.getByRole('table', { name: '日志' }).getByRole('button').first().click();
  await lookBothWays(page, 'journal entry');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '核验全部日志' }).click();
  await lookBothWays(page, 'verification asked');
  await page.getByRole('button', { name: '开始核验' }).click();
  await expect(page.getByRole('heading', { name: /日志完整/ })).toBeVisible();
  await lookBothWays(page, 'journal verified');
});

test('the organization tree works by keyboard alone', async ({ page }) => {
  await signIn(page, 'department');
  await visit(page, '/org', '组织与党员');
  const tree = page.getByRole('tree', { name: '组织树' });
  const active = () =>
    tree.evaluate((element) => document.getElementById(element.getAttribute('aria-activedescendant') ?? '')?.querySelector('.org-name')?.textContent ?? '');
  await tree.focus();
  const first = await active();
  await page.keyboard.press('ArrowDown');
  const second = await active();
  expect(second).not.toBe(first);
  await page.keyboard.press('ArrowRight');
  await expect(tree.locator('[aria-level="3"]').first()).toBeVisible();
  await page.keyboard.press('ArrowRight');
  expect(await active()).toBe(await tree.locator('[aria-level="3"] .org-name').first().innerText());
  const third = await active();
  await page.keyboard.press('Enter');
  await expect(page.locator('h2#chosen')).toHaveText(third);
  await tree.focus();
  await page.keyboard.press('ArrowLeft');
  expect(await active()).toBe(second);
  await page.keyboard.press('Home');
  expect(await active()).toBe(first);
  // The whole county open: only the lines in view exist.
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('*');
  await page.waitForLoadState('networkidle');
  await page.keyboard.press('End');
  expect(await tree.getByRole('treeitem').count()).toBeLessThan(80);
});

async function signInAsAdministrator(page: Page, key: string): Promise<void> {
  const { signInName, password, totpSecret } = accountOf(key);
  await page.context().clearCookies();
  await page.goto(`${flowServer().address}/sign-in`);
  await page.getByLabel('登录名或工号').fill(signInName);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByLabel(/动态验证码/).fill(codeOf(totpSecret ?? ''));
  await page.getByRole('button', { name: '确定' }).click();
  await page.waitForURL((url) => url.pathname !== '/sign-in');
}
