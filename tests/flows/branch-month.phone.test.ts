import { type Browser, expect, type Page, test } from '@playwright/test';
import { callerOf, dispatchTo } from './support/dispatched.ts';
import { counted, signInOnPhone } from './support/phone.ts';
import { flowServer } from './support/server.ts';
import { signIn } from './support/sign-in.ts';

test.setTimeout(300_000);
test.use({ actionTimeout: 20_000 });

const title = '支部一个月的任务';
/** Tells this run's items from those of an earlier run on the same server. */
const run = String(Date.now()).slice(-5);
const wanted = [
  { goal: `开好十一月主题党日 ${run}`, days: 6 },
  { goal: `走访一遍困难党员 ${run}`, days: 12 },
  { goal: `整修党群服务站门牌 ${run}`, days: 30 },
];

test('a branch secretary in the largest type receives, proves and submits a month of work; the town verifies, the county writes off', async ({
  page,
  browser,
}) => {
  await dispatchTo('villageSecretary', title, wanted);
  await page.addInitScript(() => localStorage.setItem('hangji.type-size', 'huge'));
  await signInOnPhone(page, 'villageSecretary');

  const { effort, tap, fill, choose } = counted();
  await tap(page.getByRole('button', { name: /全部签收/ }));
  await expect(page.getByText(/已签收 \d+ 件/)).toBeVisible();

  await open(page, tap, `开好十一月主题党日 ${run}`);
  await tap(page.getByRole('link', { name: '登记佐证' }));
  await fill(page.getByLabel('做了什么，结果怎样'), '12名党员参加，学习后到村口清理了杂物。');
  await tap(page.getByRole('button', { name: '保存佐证' }));
  await submit(page, tap);

  await open(page, tap, `走访一遍困难党员 ${run}`);
  await tap(page.getByRole('link', { name: '登记佐证' }));
  await tap(page.getByRole('radio', { name: /群众或当事人确认/ }));
  await fill(page.getByRole('textbox', { name: '谁确认的' }), '张大娘');
  await fill(page.getByRole('textbox', { name: '确认了什么' }), '支部来家里看过，送了米和油。');
  await tap(page.getByRole('button', { name: '保存佐证' }));
  await submit(page, tap);

  await open(page, tap, `整修党群服务站门牌 ${run}`);
  await tap(page.getByRole('link', { name: '登记佐证' }));
  await tap(page.getByRole('radio', { name: /照片或文件/ }));
  await choose(page.locator('input[type=file]'), { name: '门牌.png', mimeType: 'image/png', buffer: await largePicture(page) });
  await tap(page.getByRole('button', { name: '保存佐证' }));
  await expect(page.getByText('佐证已保存')).toBeVisible();
  const picture = page.getByRole('link', { name: /^打开 门牌\.jpg/ });
  const size = await page.request.get(`${flowServer().address}${await picture.getAttribute('href')}`);
  expect((await size.body()).length).toBeLessThanOrEqual(400_000);
  await submit(page, tap);

  console.log(`一个月三件任务，特大字：${effort.taps} 次点击，${effort.fields} 处填写`);
  expect(effort.taps).toBeLessThanOrEqual(26);
  expect(effort.fields).toBeLessThanOrEqual(4);

  const verifier = await verifierAbove('villageSecretary');
  const items = await itemIds();
  await atDesk(browser, verifier, async (desk) => {
    for (const id of items) await judge(desk, id, '核验', '核验通过', '核验已通过');
  });
  await atDesk(browser, verifier === 'department' ? 'department2' : 'department', async (desk) => {
    for (const id of items) await judge(desk, id, '销号', '销号', '已销号');
  });

  await page.goto(`${flowServer().address}/m/todo?part=closed`);
  for (const { goal } of wanted) await expect(page.getByText(goal).first()).toBeVisible();
  await page
    .getByRole('link', { name: new RegExp(wanted[0]?.goal ?? '') })
    .first()
    .click();
  await expect(page.getByText('已销号').first()).toBeVisible();
});

test('what was typed survives a closed page, and a record sent twice is one record', async ({ page }) => {
  await dispatchTo('villageSecretary', '草稿与重复', [{ goal: `补种服务站前的树 ${run}`, days: 20 }]);
  await signInOnPhone(page, 'villageSecretary');
  await page.getByRole('button', { name: /全部签收/ }).click();
  await expect(page.getByText(/已签收 \d+ 件/)).toBeVisible();
  await page
    .getByRole('link', { name: new RegExp(`补种服务站前的树 ${run}`) })
    .first()
    .click();
  await page.getByRole('link', { name: '登记佐证' }).click();
  await page.getByLabel('做了什么，结果怎样').fill('种下八棵桂花树。');
  await page.getByLabel('哪一天的事').focus();
  await page.reload();
  await expect(page.getByLabel('做了什么，结果怎样')).toHaveValue('种下八棵桂花树。');

  // The line breaks after the server has saved and before the phone hears of it.
  let cut = true;
  await page.route('**/evidence', async (route) => {
    if (!cut) return route.continue();
    cut = false;
    await route.fetch();
    await route.abort();
  });
  await page.getByRole('button', { name: '保存佐证' }).click();
  await expect(page.getByRole('alert')).toContainText('没有网络');
  await page.getByRole('button', { name: '保存佐证' }).click();
  await expect(page.getByText('佐证已保存')).toBeVisible();
  await expect(page.getByRole('heading', { name: '佐证（1 条）' })).toBeVisible();
});

type Tap = ReturnType<typeof counted>['tap'];

async function open(page: Page, tap: Tap, goal: string): Promise<void> {
  await tap(page.getByRole('link', { name: new RegExp(goal) }).first());
  await expect(page.getByRole('link', { name: '登记佐证' })).toBeVisible();
}

async function submit(page: Page, tap: Tap): Promise<void> {
  await tap(page.getByRole('link', { name: '报结', exact: true }));
  await tap(page.getByRole('button', { name: '确认报结' }));
  await tap(page.getByRole('link', { name: '回到待办' }));
}

/** Noise does not compress: some megabytes, as a camera makes them. */
async function largePicture(page: Page): Promise<Buffer> {
  const words = await page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    canvas.width = 2_400;
    canvas.height = 1_800;
    const context = canvas.getContext('2d');
    if (!context) throw new Error('this browser draws nothing');
    const image = context.createImageData(canvas.width, canvas.height);
    let state = 1;
    for (let index = 0; index < image.data.length; index += 1) {
      state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
      image.data[index] = index % 4 === 3 ? 255 : state >> 16;
    }
    context.putImageData(image, 0, 0);
    return canvas.toDataURL('image/png');
  });
  return Buffer.from(words.slice(words.indexOf(',') + 1), 'base64');
}

/** The town's Party-affairs worker where the demo town is above the branch, else the department's other officer. */
async function verifierAbove(key: string): Promise<string> {
  const [doer, town] = await Promise.all([callerOf(key), callerOf('townAffairs')]);
  const sees = await town.get(`/organizations/${doer.organizationId}`).then(
    () => true,
    () => false,
  );
  await Promise.all([doer.end(), town.end()]);
  return sees ? 'townAffairs' : 'reviewer';
}

async function itemIds(): Promise<string[]> {
  const doer = await callerOf('villageSecretary');
  const { rows } = await doer.get<{ rows: { id: string; title: string }[] }>(
    `/organizations/${doer.organizationId}/work-items?working=submitted&size=200&closed=false`,
  );
  await doer.end();
  const goals = new Set(wanted.map(({ goal }) => goal));
  return rows.filter(({ title }) => goals.has(title)).map(({ id }) => id);
}

async function atDesk(browser: Browser, key: string, work: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, isMobile: false, hasTouch: false });
  const page = await context.newPage();
  await signIn(page, key);
  await work(page);
  await context.close();
}

async function judge(page: Page, id: string, open: string, confirm: string, done: string): Promise<void> {
  await page.goto(`${flowServer().address}/items/${id}`);
  await page.getByRole('button', { name: open, exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: confirm, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: done })).toBeVisible();
}
