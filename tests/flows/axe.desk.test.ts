import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { flowServer } from './support/server.ts';
import { signIn } from './support/sign-in.ts';
import { speechFile } from './support/speech.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** Every page is looked at as an office has it, and as a narrow window in large type has it. */
const looks = [
  { width: 1440, height: 900, type: 'standard' },
  { width: 390, height: 844, type: 'large' },
];

test.setTimeout(600_000);
test.use({ actionTimeout: 20_000 });

test('axe finds a fault on a page that has one', async ({ page }) => {
  await page.setContent('<html lang="zh-CN"><title>坏页面</title><main><h1>标题</h1><input><p style="color:#aaa">看不清</p></main></html>');
  expect((await faultsOf(page)).length).toBeGreaterThan(0);
});

test('the page before signing in is accessible', async ({ page }) => {
  await page.goto(`${flowServer().address}/sign-in`);
  await expect(page.getByRole('heading', { name: '登录' })).toBeVisible();
  await look(page, 'sign-in');
});

test('the pages of the main job are accessible, with dialogs open and in large type', async ({ page }) => {
  const { address } = flowServer();
  await signIn(page, 'department');

  await page.goto(`${address}/speech/new`);
  await expect(page.getByRole('heading', { name: '导入讲话或文件' })).toBeVisible();
  await look(page, 'import');
  await page.locator('input[type=file]').setInputFiles(speechFile());
  await page.getByRole('button', { name: '导入并分解' }).click();
  await expect(page.getByRole('heading', { name: /任务条目 \d+ 项/ })).toBeVisible();
  const split = page.url();
  const listLink = split.replace(/\/split.*/, '/check');

  for (const [path, heading] of [
    ['/bench', '今天要办的事'],
    ['/speech', '讲话转清单'],
    ['/list', '责任清单'],
    ['/account', '我的登录和密码'],
  ] as const) {
    await page.goto(`${address}${path}`);
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
    await look(page, path);
  }

  await page.goto(`${address}/bench`);
  await expect(page.getByRole('heading', { name: '今天要办的事' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.getByRole('searchbox').fill('村');
  await expect(page.locator('.found-one').first()).toBeVisible();
  await look(page, 'search');

  await page.goto(split);
  await expect(page.getByRole('heading', { name: /任务条目 \d+ 项/ })).toBeVisible();
  await look(page, 'split');
  await page.getByRole('button', { name: '快捷键 ?' }).click();
  await look(page, 'split help');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^未处理 \d+ 句/ }).click();
  await look(page, 'split settle all');
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await page.keyboard.press('e');
  await expect(page.getByRole('combobox', { name: '牵头单位', exact: true })).toBeVisible();
  await look(page, 'split editing');
  await page.keyboard.press('Escape');
  await page.keyboard.press('x');
  await expect(page.getByRole('region', { name: '批量填写' })).toBeVisible();
  await look(page, 'split bulk');
  await page.keyboard.press('s');
  await look(page, 'split splitting');
  await page.keyboard.press('Escape');

  await page.goto(listLink);
  await expect(page.getByRole('heading', { name: /^核对/ })).toBeVisible();
  await look(page, 'check');
  await page.goto(`${address}/list`);
  await page.getByRole('table').getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await look(page, 'list');
});

test('review, issue and dispatch are accessible, dialogs included', async ({ page, browser }) => {
  const { address } = flowServer();
  await signIn(page, 'department');
  const listId = await submittedList(page);

  const context = await browser.newContext();
  const second = await context.newPage();
  await signIn(second, 'department2');
  await second.goto(`${address}/list/${listId}`);
  await second.getByRole('button', { name: '审核', exact: true }).click();
  await look(second, 'review');
  await second.getByRole('button', { name: '审核通过' }).click();
  await second.getByRole('button', { name: '印发', exact: true }).click();
  await second.getByLabel(/^文号/).fill(`无障碍检查〔${Date.now()}〕号`);
  await look(second, 'issue');
  await second.getByRole('dialog').getByRole('button', { name: '印发' }).click();
  await second.getByRole('button', { name: '下达', exact: true }).click();
  await expect(second.getByText(/将发给 \d+ 个单位/)).toBeVisible();
  await look(second, 'dispatch');
  await second.getByLabel('只发给点名的单位').check();
  const named = second.getByRole('combobox', { name: '点名接收单位' });
  await named.click();
  await named.fill('村党支部');
  await second.locator('.ant-select-item-option:visible').first().click();
  await second.keyboard.press('Escape');
  await expect(second.getByText('将发给 1 个单位')).toBeVisible();
  await second.getByRole('button', { name: '下一步：确认' }).click();
  await look(second, 'dispatch confirmation');
  await second.getByRole('button', { name: /^下达 \d+ 件/ }).click();
  await expect(second.getByText(/全部送达/)).toBeVisible();
  await look(second, 'dispatched');
  await context.close();
});

/** A small list that waits for its review, made over the interface that the pages use. */
async function submittedList(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const ask = async (method: string, path: string, body?: unknown) => {
      const json = body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
      const response = await fetch(`/api${path}`, { method, ...json });
      if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
      return response.json();
    };
    const { grant } = await ask('GET', '/me');
    const text = '关于做好年底党建工作的通知\n一、重点任务\n要建立流动党员台账，年底前全部核实一遍。要组织党支部书记集中培训。\n';
    const directive = await ask('POST', `/organizations/${grant.organizationId}/directives`, { title: '无障碍检查', kind: 'notice', text });
    const list = `/duty-lists/${directive.dutyListId}`;
    await ask('PUT', `${list}/year`, { year: Number(new Date().getFullYear()) });
    const { duties } = await ask('GET', `${list}/duties`);
    const dutyIds = duties.map(({ id }: { id: string }) => id);
    const change = { leads: [{ organizationId: null, name: '县委组织部' }], timing: { kind: 'long-term', until: null } };
    await ask('POST', `${list}/filling`, { dutyIds, change, overwrite: true });
    await ask('POST', `${list}/confirmations`, { dutyIds });
    const clauses: { id: string; duties: string[] }[] = await ask('GET', `/directives/${directive.id}/clauses`);
    const open = clauses.filter((clause) => clause.duties.length === 0).map(({ id }) => id);
    if (open.length > 0) await ask('POST', `/directives/${directive.id}/no-duty`, { clauseIds: open, reason: '不提新任务' });
    await ask('POST', `${list}/submission`, {});
    return directive.dutyListId;
  });
}

/** Look at the page as it stands. */
async function look(page: Page, name: string): Promise<void> {
  for (const { width, height, type } of looks) {
    await page.setViewportSize({ width, height });
    await page.evaluate((word) => {
      document.documentElement.dataset.size = word;
    }, type);
    expect.soft(await faultsOf(page), `${name} at ${width}, ${type}`).toEqual([]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect.soft(wide, `${name} at ${width}, ${type} scrolls sideways`).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.evaluate(() => {
    document.documentElement.dataset.size = 'standard';
  });
}

async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary?.split('\n')[1] ?? ''}`),
  );
}
