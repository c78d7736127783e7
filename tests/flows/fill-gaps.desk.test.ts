import { expect, type Page, test } from '@playwright/test';
import { type Effort, measuredEffort } from './support/effort.ts';
import { flowServer } from './support/server.ts';
import { signIn } from './support/sign-in.ts';
import { speechFile } from './support/speech.ts';

/** Who leads what in this speech: words that find the items, part of an organization's name, and by when or how often. */
const assignments = [
  { words: '社区', search: '工委', lead: '县直机关工委', rhythm: '每季度' },
  { words: '中小学', search: '教育局', lead: '县教育局党组', rhythm: '每季度' },
  { words: '国有企业', search: '国有资产', lead: '县国有资产监督管理局党委', rhythm: '每季度' },
  { words: '两个覆盖', search: '两新', lead: '县委两新工委', rhythm: '每季度' },
  { words: '社会组织', search: '民政', lead: '县民政局党组', rhythm: '每季度' },
  { words: '工作经费', search: '财政', lead: '县财政局党组', rhythm: '每季度' },
] as const;

test.use({ actionTimeout: 20_000 });

test('a speech of 2,600 characters is made ready for review with little typing', async ({ page }) => {
  const { address } = flowServer();
  await signIn(page, 'department');
  await page.goto(`${address}/bench`);
  const effort = measuredEffort();
  const { click, fill, attach } = effort;

  await click(page.getByRole('link', { name: '讲话转清单' }));
  await click(page.getByRole('button', { name: '导入讲话或文件' }));
  await attach(page.locator('input[type=file]'), speechFile());
  await click(page.getByRole('button', { name: '导入并分解' }));
  const heading = page.getByRole('heading', { name: /任务条目 \d+ 项/ });
  await expect(heading).toBeVisible();
  const count = Number((await heading.innerText()).match(/\d+/)?.[0]);

  const year = page.getByRole('button', { name: '确定年份' });
  if (await year.isVisible()) {
    await fill(page.getByLabel(/^年份/), '2026');
    await click(year);
    await expect(year).toBeHidden();
  }

  const advice = page.getByRole('button', { name: /^采用全部建议/ });
  if (await advice.isEnabled()) await click(advice);

  for (const { words, search, lead, rhythm } of assignments) {
    await fill(page.getByRole('searchbox', { name: '在条目里找' }), words);
    if ((await page.locator('article.item').count()) > 0) await fillShown(page, effort, { search, lead, rhythm });
  }
  // What is left is led by the department itself: first what still lacks anything, all of it at once.
  await fill(page.getByRole('searchbox', { name: '在条目里找' }), '');
  await click(page.getByLabel('只看不全'));
  await fillShown(page, effort, { search: '县委组织部', lead: '县委组织部', rhythm: '每季度' });

  await click(page.getByRole('button', { name: /^确认全部虚线内容/ }));
  await expect(page.getByRole('button', { name: '确认全部虚线内容（0）' })).toBeVisible();
  await click(page.getByRole('button', { name: /^未处理 \d+ 句/ }));
  await click(page.getByRole('button', { name: /^不立项（\d+ 句）/ }));
  await expect(page.getByRole('button', { name: /^未处理 \d+ 句/ })).toBeHidden();

  await click(page.getByRole('button', { name: '核对并提交审核' }));
  await expect(page.getByText('要素齐全，每一句都有着落')).toBeVisible();
  await click(page.getByRole('button', { name: '提交审核' }));
  await expect(page.getByRole('heading', { name: '已提交审核' })).toBeVisible();

  console.log(`补齐 ${count} 条：填写 ${effort.fields} 处，点击 ${effort.clicks} 次`);
  expect(effort.fields).toBeLessThanOrEqual(40);
  expect(effort.clicks).toBeLessThanOrEqual(120);
});

/** Tick everything that is shown, give it a lead and a rhythm, and leave nothing ticked. */
async function fillShown(page: Page, effort: Effort, { search, lead, rhythm }: { search: string; lead: string; rhythm: string }): Promise<void> {
  await effort.click(page.getByRole('button', { name: /^全选 \d+ 条/ }));
  const bulk = page.getByRole('region', { name: '批量填写' });
  await effort.pick(bulk.getByRole('combobox', { name: '批量填写：牵头单位' }), search, lead);
  await effort.choose(bulk.getByLabel('时限或频次'), rhythm);
  const apply = bulk.getByRole('button', { name: /^填入 \d+ 条/ });
  await effort.click(apply);
  // Where only what lacks something is shown, what was just filled is gone, and the bar with it.
  await expect.poll(async () => (await apply.count()) === 0 || (await apply.isDisabled()), { timeout: 20_000 }).toBe(true);
  const clear = bulk.getByRole('button', { name: '取消选择' });
  if (await clear.isVisible()) await effort.click(clear);
}
