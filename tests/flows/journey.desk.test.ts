import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { docxOf } from './support/docx.ts';
import { accountOf, flowServer } from './support/server.ts';
import { signIn } from './support/sign-in.ts';

/** The whole loop（完整闭环）: from the file of a speech to duties that are written off, and back to the sentence. */

const real = '../shared/speech/texts';
const given = ['000_a041802c11c2562d.txt', '001_a68a26dba56c5548.txt', '004_ed875f0dc7182642.txt'];
const own = 'tests/speech/texts';

const speeches = [
  { title: '基层党建提升年行动推进会讲话', number: '青组发〔2026〕11号', arrives: 'txt', name: given[0] ?? '' },
  { title: '全县基层党建重点任务推进会讲话', number: '青组发〔2026〕12号', arrives: 'docx', name: given[1] ?? '' },
  { title: '抓党建促基层治理座谈会讲话', number: '青组发〔2026〕13号', arrives: 'pasted', name: given[2] ?? '' },
] as const;

/** Of our own writing, and of no year, so that its deadlines lie in the year that is asked. */
const ownTexts = ['speech-county.txt', 'speech-election.txt', 'speech-safety.txt'];

const textOf = (index: number, name: string): string => {
  const path = join(real, name);
  return readFileSync(existsSync(path) ? path : join(own, ownTexts[index] ?? ''), 'utf8');
};

test.use({ actionTimeout: 30_000 });
const patient = expect.configure({ timeout: 30_000 });

const address = () => flowServer().address;

/** Work as one person in a window of his own. */
async function as<T>(browser: Browser, key: string, work: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext();
  const page = await context.newPage();
  try {
    await signIn(page, key);
    return await work(page);
  } finally {
    await context.close();
  }
}

for (const [index, speech] of speeches.entries()) {
  test(`《${speech.title}》: from the file to written-off duties`, async ({ browser }) => {
    test.setTimeout(300_000);
    const text = textOf(index, speech.name);

    const listId = await test.step('导入、补齐、提交审核', () =>
      as(browser, 'department', async (page) => {
        await importSpeech(page, speech, text);
        await fillGaps(page);
        await page.getByRole('button', { name: '核对并提交审核' }).click();
        await patient(page.getByText('要素齐全，每一句都有着落')).toBeVisible();
        await page.getByRole('button', { name: '提交审核' }).click();
        await patient(page.getByRole('heading', { name: '已提交审核' })).toBeVisible();
        await page.getByRole('link', { name: '打开这份清单' }).click();
        await page.waitForURL(/\/list\/[0-9a-f-]{36}/);
        return page.url().match(/\/list\/([0-9a-f-]{36})/)?.[1] ?? '';
      }));

    await test.step('另一位同志审核', () =>
      as(browser, 'reviewer', async (page) => {
        await page.goto(`${address()}/list/${listId}`);
        await page.getByRole('button', { name: '审核', exact: true }).click();
        await page.getByRole('button', { name: '审核通过' }).click();
        await patient(page.getByText('审核通过').first()).toBeVisible();
      }));

    const village = accountOf('villageSecretary').organization;
    await test.step('印发、下达', () =>
      as(browser, 'department', async (page) => {
        await page.goto(`${address()}/list/${listId}`);
        await page.getByRole('button', { name: '印发', exact: true }).click();
        const dialog = page.getByRole('dialog');
        await dialog.getByLabel('文号').fill(speech.number);
        await dialog.getByRole('button', { name: '印发', exact: true }).click();
        await patient(page.getByText('已印发').first()).toBeVisible();
        if (index === 0) await dispatchOneToAll(page);
        await dispatchTo(page, village);
      }));

    const items = await test.step('签收、登记佐证、报结', () =>
      as(browser, 'villageSecretary', async (page) => {
        const found: string[] = [];
        for (const kind of ['record', 'confirmation'] as const) found.push(await doOne(page, listId, kind));
        return found;
      }));

    await test.step('承办人之外的人核验', () =>
      // One by the lead office, which stands beside the village and not above it; the other by the town.
      Promise.all(
        (['minzheng', 'townAffairs'] as const).map((verifier, at) =>
          as(browser, verifier, (page) => judge(page, items[at] ?? '', '核验', '核验通过', '核验已通过')),
        ),
      ));

    await test.step('销号，并回到讲话里的那一句', () =>
      as(browser, 'department', async (page) => {
        for (const item of items) {
          await judge(page, item, '销号', '销号', '已销号');
          await page.goto(`${address()}/items/${item}`);
          await patient(page.getByText('已销号').first()).toBeVisible();
          const quote = (
            await page
              .locator('section', { has: page.getByRole('heading', { name: '这件事从哪里来' }) })
              .locator('blockquote')
              .first()
              .innerText()
          ).trim();
          expect(text).toContain(quote);
          await page.getByRole('link', { name: '打开原文这一句' }).first().click();
          await patient(page.getByRole('heading', { name: speech.title })).toBeVisible();
          await patient(page.getByText(quote.slice(0, 18)).first()).toBeVisible();
        }
      }));
  });
}

async function importSpeech(page: Page, { title, arrives }: (typeof speeches)[number], text: string): Promise<void> {
  await page.goto(`${address()}/speech`);
  await page.getByRole('button', { name: '导入讲话或文件' }).click();
  const files = {
    txt: { name: `${title}.txt`, mimeType: 'text/plain', buffer: Buffer.from(text) },
    docx: { name: `${title}.docx`, mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', buffer: docxOf(text) },
  };
  if (arrives === 'pasted') await page.getByLabel('或者把文字粘贴在这里').fill(text);
  else await page.locator('input[type=file]').setInputFiles(files[arrives]);
  await page.getByLabel(/^标题/).fill(title);
  await page.getByRole('button', { name: '导入并分解' }).click();
  await patient(page.getByRole('heading', { name: /任务条目 \d+ 项/ })).toBeVisible({ timeout: 30_000 });
}

/** One lead and one rhythm for everything, the year, and a reason for every sentence that demands nothing. */
async function fillGaps(page: Page): Promise<void> {
  const year = page.getByLabel(/^年份/);
  if (await year.isVisible()) {
    await year.fill('2026');
    await page.getByRole('button', { name: '确定年份' }).click();
    await patient(page.getByRole('button', { name: '确定年份' })).toBeHidden();
  }
  await page.getByRole('button', { name: /^全选 \d+ 条/ }).click();
  const bulk = page.getByRole('region', { name: '批量填写' });
  await bulk.getByRole('combobox', { name: '批量填写：牵头单位' }).fill('民政局党组');
  await page.locator('.ant-select-item-option:visible', { hasText: '县民政局党组' }).first().click();
  await page.keyboard.press('Escape');
  await bulk.getByLabel('时限或频次').selectOption({ label: '每季度' });
  await bulk.getByRole('button', { name: /^填入 \d+ 条/ }).click();
  await patient(bulk.getByRole('button', { name: /^填入 \d+ 条/ })).toBeDisabled();
  await bulk.getByRole('button', { name: '取消选择' }).click();
  await page.getByRole('button', { name: /^确认全部虚线内容/ }).click();
  await patient(page.getByRole('button', { name: '确认全部虚线内容（0）' })).toBeVisible();
  await page.getByRole('button', { name: /^未处理 \d+ 句/ }).click();
  await page.getByRole('button', { name: /^不立项（\d+ 句）/ }).click();
  await patient(page.getByRole('button', { name: /^未处理 \d+ 句/ })).toBeHidden();
}

/** The first duty to every organization of the county, with its progress bar. */
async function dispatchOneToAll(page: Page): Promise<void> {
  await page.getByRole('button', { name: '下达', exact: true }).click();
  const panel = page.getByRole('region', { name: '下达清单' });
  await panel.getByRole('button', { name: '全不选' }).click();
  await panel.locator('.dispatch-duties').getByRole('checkbox').first().check();
  await patient(panel.locator('.dispatch-number')).toHaveText(/^1[45]\d\d$/);
  await confirmDispatch(page);
}

/** Everything that is not dispatched yet to one named organization. */
async function dispatchTo(page: Page, organization: string): Promise<void> {
  await page.getByRole('button', { name: '下达', exact: true }).click();
  const panel = page.getByRole('region', { name: '下达清单' });
  await panel.getByLabel('只发给点名的单位').check();
  await panel.getByRole('combobox', { name: '点名接收单位' }).fill(organization);
  await page.locator('.ant-select-item-option:visible', { hasText: organization }).first().click();
  await page.keyboard.press('Escape');
  await patient(panel.locator('.dispatch-number')).toHaveText('1');
  await confirmDispatch(page);
}

async function confirmDispatch(page: Page): Promise<void> {
  const before = await page.getByText(/下达 \d+ 件，全部送达/).count();
  await page.getByRole('button', { name: '下一步：确认' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^下达 \d+ 件/ })
    .click();
  await patient(page.getByRole('dialog')).toBeHidden();
  await patient(page.getByText(/下达 \d+ 件，全部送达/)).toHaveCount(before + 1, { timeout: 60_000 });
}

/** Accept, prove and submit the next item of a list that waits. @returns its id */
async function doOne(page: Page, listId: string, kind: 'record' | 'confirmation'): Promise<string> {
  await page.goto(`${address()}/board?list=${listId}&working=dispatched`);
  await page.locator('main').getByRole('row').nth(1).getByRole('link').first().click();
  await page.waitForURL(/\/items\/[0-9a-f-]{36}/);
  const id = page.url().match(/\/items\/([0-9a-f-]{36})/)?.[1] ?? '';
  await page.getByRole('button', { name: '签收', exact: true }).click();
  await page.getByRole('button', { name: '登记佐证' }).click();
  const dialog = page.getByRole('dialog');
  if (kind === 'confirmation') {
    await dialog.getByLabel('用什么证明').selectOption({ label: '受益人确认' });
    await dialog.getByLabel('谁确认的').fill('周桂兰');
    await dialog.getByLabel('确认了什么').fill('活动室的门窗修好了，冬天能用。');
  } else {
    await dialog.getByLabel('做了什么，结果怎样').fill('支部大会专题研究，定下三条措施，逐户走访一遍，清单贴在公开栏。');
  }
  await dialog.getByRole('button', { name: '保存佐证' }).click();
  await patient(dialog).toBeHidden();
  await page.getByRole('button', { name: '报结', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: '确认报结' }).click();
  await patient(page.getByRole('heading', { name: '已报结' })).toBeVisible();
  return id;
}

async function judge(page: Page, item: string, open: '核验' | '销号', confirm: string, done: string): Promise<void> {
  await page.goto(`${address()}/items/${item}`);
  await page.getByRole('button', { name: open, exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: confirm, exact: true }).click();
  await patient(page.getByRole('heading', { name: done })).toBeVisible();
}
