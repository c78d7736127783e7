import { type Browser, expect, type Page, test } from '@playwright/test';
import { look } from './support/axe.ts';
import { type StartedServer, startServer } from './support/start-server.ts';
import { codeOf } from './support/totp.ts';

/** One empty installation that fills up from test to test: nothing in it but what somebody entered on a page. */
test.describe.configure({ mode: 'serial' });
test.use({ actionTimeout: 20_000 });

let server: StartedServer;
test.beforeAll(async () => {
  server = await startServer(['--empty']);
});
test.afterAll(() => server.stop());

const administrators = [
  { part: '系统管理员', name: '周系统', signInName: 'xitong', first: 'Chu-Xue-2026', own: 'Ruo-Shui-2026', home: '账号管理' },
  { part: '安全保密管理员', name: '吴安全', signInName: 'anquan', first: 'Li-Chun-2026', own: 'Gao-Shan-2026', home: '授权管理' },
  { part: '安全审计员', name: '郑审计', signInName: 'shenji', first: 'Xia-Zhi-2026', own: 'Chang-He-2026', home: '审计日志' },
] as const;
const [system, security] = administrators;
const pages = new Map<string, Page>();
/** The page of somebody who signed in earlier. */
function pageOf(signInName: string): Page {
  const page = pages.get(signInName);
  if (!page) throw new Error(`${signInName} has not signed in`);
  return page;
}

const department = { name: '陈组织', signInName: 'chen', own: 'Qing-Feng-2026', role: '组织部门', at: '某某县委', initialPassword: '' };
const secretary = { name: '林支书', signInName: 'lin', own: 'Ming-Yue-2026', role: '支部书记', at: '柳树村党支部', initialPassword: '' };
const staff = [department, secretary];

test('the first page sets up the county and its three administrators, once', async ({ page }) => {
  await page.goto(server.address);
  await expect(page.getByRole('heading', { name: '第一次使用：请填写' })).toBeVisible();
  await look(page, 'set-up');
  await page.getByLabel('县（市、区）名称').fill('某某县');
  await page.getByLabel('行政区划代码').fill('999902');
  await page.getByLabel('县级党组织名称').fill('某某县委');
  await page.getByLabel('成立日期').fill('1950-07-01');
  await page.getByLabel('日志封存算法').selectOption('sm3');
  for (const { part, name, signInName, first } of administrators) {
    const group = page.getByRole('group', { name: part });
    await group.getByLabel('姓名').fill(name);
    await group.getByLabel('登录名').fill(signInName);
    await group.getByLabel('密码').fill(first);
  }
  await page.getByRole('group', { name: security.part }).getByLabel('密码').fill('Anquan-2026');
  await page.getByRole('button', { name: '下一步：核对' }).click();
  await page.getByRole('button', { name: '确认，开始使用' }).click();
  await expect(page.getByText('安全保密管理员的密码里不能含有登录名、工号或姓名。请换一个。')).toBeVisible();
  await page.getByRole('button', { name: '返回修改' }).click();
  await page.getByRole('group', { name: security.part }).getByLabel('密码').fill(security.first);
  await page.getByRole('button', { name: '下一步：核对' }).click();
  await expect(page.getByRole('heading', { name: '请核对' })).toBeVisible();
  await look(page, 'set-up check');
  await page.getByRole('button', { name: '确认，开始使用' }).click();
  await expect(page.getByRole('heading', { name: '初始化完成' })).toBeVisible();
  await look(page, 'set-up done');
  await page.getByRole('button', { name: '去登录' }).click();
  await expect(page.getByRole('heading', { name: '登录' })).toBeVisible();

  await page.goto(`${server.address}/set-up`);
  await expect(page.getByRole('heading', { name: '登录' })).toBeVisible();
});

test('each administrator changes the first password, enrols an authenticator, and sees its own third', async ({ browser }) => {
  for (const { name, signInName, first, own, home } of administrators) {
    const page = await newPage(browser);
    await enterName(page, signInName, first);
    await changeFirstPassword(page, first, own);
    await expect(page.getByRole('heading', { name: '绑定验证器' })).toBeVisible();
    const secret = (await page.locator('.secret').textContent()) ?? '';
    await look(page, `enrolment of ${name}`, ['standard', 'huge']);
    await page.getByLabel('验证器显示的 6 位数字').fill(codeOf(secret));
    await page.getByRole('button', { name: '绑定' }).click();
    await expect(page.getByRole('heading', { level: 1, name: home })).toBeVisible();
    pages.set(signInName, page);
  }
});

test('the system administrator enters the bare tree and the accounts, and sees no business', async () => {
  const page = pageOf(system.signInName);
  await page.goto(`${server.address}/org`);
  await expect(page.getByRole('heading', { level: 2, name: '某某县委' })).toBeVisible();
  await enterOrganization(page, { name: '东风镇党委', kind: 'committee', field: 'town' });
  await page.getByRole('treeitem', { name: '东风镇党委' }).click();
  await expect(page.getByRole('heading', { level: 2, name: '东风镇党委' })).toBeVisible();
  await enterOrganization(page, { name: '柳树村党支部', kind: 'branch', field: 'village' });
  await expect(page.getByRole('treeitem', { name: '柳树村党支部' })).toBeVisible();

  await page.goto(`${server.address}/admin/accounts`);
  for (const one of staff) {
    await page.getByRole('button', { name: '新建账号' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('姓名').fill(one.name);
    await dialog.getByLabel('登录名').fill(one.signInName);
    await dialog.getByRole('button', { name: '新建' }).click();
    const told = page.getByRole('dialog', { name: `${one.name}的初始密码` });
    one.initialPassword = (await told.locator('.initial-password strong').textContent()) ?? '';
    await page.keyboard.press('Escape');
    await expect(told).toBeHidden();
  }

  const menu = page.getByRole('navigation', { name: '主菜单' });
  expect(await menu.getByRole('link').allTextContents()).toEqual(['组织与党员', '账号管理', '运行情况']);
  for (const path of ['/bench', '/speech', '/list', '/board', '/members', '/members/new', '/units', '/indicators', '/admin/grants', '/admin/audit']) {
    await page.goto(`${server.address}${path}`);
    await expect(page.getByRole('heading', { level: 1, name: '不能查看' }), path).toBeVisible();
  }
});

test('the security administrator grants roles at the county and at the branch', async () => {
  const page = pageOf(security.signInName);
  for (const { name, role, at } of staff) {
    await page.goto(`${server.address}/admin/grants`);
    await page.getByRole('link', { name: new RegExp(`看授权.*${name}`) }).click();
    await page.getByRole('button', { name: '授予角色' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('角色').selectOption({ label: role });
    await dialog.getByLabel('按名称查找党组织').fill(at);
    await expect(dialog.getByLabel(/^党组织/).locator('option')).toHaveCount(2);
    await dialog.getByLabel(/^党组织/).selectOption({ index: 1 });
    await dialog.getByRole('button', { name: '授予', exact: true }).click();
    await expect(page.getByRole('row', { name: new RegExp(`${role}.*${at}`) })).toBeVisible();
  }
});

test('the new people must change the first password, and reach their workbench', async ({ browser }) => {
  for (const { name, signInName, own, initialPassword } of staff) {
    const page = await newPage(browser);
    await enterName(page, signInName, initialPassword);
    await expect(page.getByRole('heading', { name: '请先改掉初始密码' })).toBeVisible();
    await page.goto(`${server.address}/bench`);
    await expect(page.getByRole('heading', { name: '请先改掉初始密码' }), 'there is no way around it').toBeVisible();
    await look(page, `first password of ${name}`, ['standard', 'huge']);
    await changeFirstPassword(page, initialPassword, own);
    await expect(page.getByRole('heading', { name: '今天要办的事' })).toBeVisible();
    await look(page, `empty workbench of ${name}`, ['standard']);
    pages.set(signInName, page);
  }
});

test('the department enters a member and appoints a secretary', async () => {
  const page = pageOf(department.signInName);
  await page.goto(`${server.address}/org`);
  await page.getByRole('searchbox', { name: '按名称查找' }).fill('柳树村');
  await page.getByRole('link', { name: '柳树村党支部' }).click();
  await expect(page.getByRole('heading', { level: 2, name: '柳树村党支部' })).toBeVisible();
  await page.getByRole('link', { name: '党员名册' }).click();
  await page.getByRole('button', { name: '登记党员' }).click();
  await page.getByLabel('姓名').fill(secretary.name);
  await page.getByLabel('出生日期').fill('1975-03-12');
  await page.getByLabel('入党日期').fill('2001-06-30');
  await page.getByLabel('转正日期').fill('2002-06-30');
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await expect(page.getByRole('row', { name: /林支书.*柳树村党支部/ })).toBeVisible();

  await page.getByRole('link', { name: '组织与党员' }).first().click();
  await page.getByRole('button', { name: '登记任职' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel(/^党员/).locator('option')).toHaveCount(2);
  await dialog.getByLabel(/^党员/).selectOption({ index: 1 });
  await dialog.getByRole('button', { name: '登记', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('region', { name: '班子' })).toContainText('林支书');
});

test('what was done is on record, for the auditor alone', async () => {
  const page = pageOf(administrators[2].signInName);
  // An entry appears when it is sealed, up to a second after the act.
  await expect(async () => {
    await page.goto(`${server.address}/admin/audit`);
    for (const words of ['登记党组织', '新建账号', '授予角色', '登记党员', '登记任职']) {
      await expect(page.getByRole('table').getByText(words).first(), words).toBeVisible({ timeout: 3_000 });
    }
  }).toPass({ timeout: 30_000 });
});

const newPage = async (browser: Browser): Promise<Page> => {
  const page = await (await browser.newContext()).newPage();
  page.setDefaultTimeout(20_000);
  return page;
};

async function enterName(page: Page, signInName: string, password: string): Promise<void> {
  await page.goto(`${server.address}/sign-in`);
  await page.getByLabel('登录名或工号').fill(signInName);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}

async function changeFirstPassword(page: Page, first: string, own: string): Promise<void> {
  await expect(page.getByRole('heading', { name: '请先改掉初始密码' })).toBeVisible();
  await page.getByLabel('初始密码').fill(first);
  await page.getByLabel(/^新密码/).fill(own);
  await page.getByLabel('再输一遍新密码').fill(own);
  await page.getByRole('button', { name: '改密码' }).click();
}

/** Enter an organization below the one that is shown. */
async function enterOrganization(page: Page, { name, kind, field }: { name: string; kind: string; field: string }): Promise<void> {
  await page.getByRole('button', { name: '登记下级党组织' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('名称').fill(name);
  await dialog.getByLabel('类别').selectOption(kind);
  await dialog.getByLabel('领域').selectOption(field);
  await dialog.getByRole('button', { name: '登记', exact: true }).click();
  await expect(dialog).toBeHidden();
}
