import { expect, type Page, test } from '@playwright/test';
import { flowServer } from './support/server.ts';
import { signIn } from './support/sign-in.ts';

const text = `在全县党建工作会上的讲话
同志们：
今天我们开会，部署下半年工作。
一、抓组织
要建立村级后备干部库，每个村储备2名以上后备人选。要开展软弱涣散党组织整顿，8月底前完成。要组织支部书记轮训，全年培训一遍。
二、抓党员
要规范发展党员程序，严格落实政治审查制度。要建立流动党员台账，每季度更新一次。
同志们，让我们共同努力！
`;

test.use({ actionTimeout: 20_000 });

async function imported(page: Page): Promise<string> {
  const { address } = flowServer();
  await signIn(page, 'department');
  await page.goto(`${address}/speech/new`);
  await page.getByLabel('或者把文字粘贴在这里').fill(text);
  await page.getByRole('button', { name: '导入并分解' }).click();
  await expect(page.getByRole('heading', { name: /任务条目 \d+ 项/ })).toBeVisible();
  return page.url();
}

const items = (page: Page) => page.locator('article.item');

test('everything of the split editor is done with the keyboard alone', async ({ page }) => {
  await imported(page);
  const count = await items(page).count();
  expect(count).toBeGreaterThanOrEqual(4);
  const year = page.getByRole('button', { name: '确定年份' });
  if (await year.isVisible()) {
    await year.focus();
    await page.keyboard.press('Enter');
    await expect(year).toBeHidden();
  }
  await page.locator('h1').click();

  await test.step('J and K move, and the sentence at the left follows', async () => {
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await expect(page.locator('article.item-current .item-number')).toHaveText('2');
    await expect(page.locator('.clause-active').first()).toBeVisible();
    await page.keyboard.press('k');
    await expect(page.locator('article.item-current .item-number')).toHaveText('1');
  });

  await test.step('E edits in place and saves by itself', async () => {
    await page.keyboard.press('e');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('建好村级后备干部库');
    await expect(page.getByText(/^已保存 \d\d:\d\d$/)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(items(page).first()).toContainText('建好村级后备干部库');
    await expect(items(page).first()).toBeFocused();
  });

  await test.step('Alt and an arrow move it', async () => {
    await page.keyboard.press('Alt+ArrowDown');
    await expect(items(page).nth(1)).toContainText('建好村级后备干部库');
    await page.keyboard.press('Alt+ArrowUp');
    await expect(items(page).first()).toContainText('建好村级后备干部库');
  });

  await test.step('S splits it, X and M put two together', async () => {
    await page.keyboard.press('s');
    await page.getByLabel('一行一条').fill('建好后备干部库\n选好后备干部');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(items(page)).toHaveCount(count + 1);
    await expect(page.getByRole('dialog')).toBeHidden();
    await page.keyboard.press('x');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.keyboard.press('m');
    await page.getByRole('dialog').getByRole('button', { name: '合并' }).press('Enter');
    await expect(items(page)).toHaveCount(count);
    await expect(page.getByRole('dialog')).toBeHidden();
  });

  await test.step('D removes, Z brings back', async () => {
    await page.keyboard.press('j');
    await page.keyboard.press('d');
    await expect(items(page)).toHaveCount(count - 1);
    await page.keyboard.press('z');
    await expect(items(page)).toHaveCount(count);
  });

  await test.step('N drops an item and accounts for its sentence, B makes it anew', async () => {
    await page.keyboard.press('j');
    await page.keyboard.press('n');
    await page.getByRole('dialog').getByRole('button', { name: '不立项' }).press('Enter');
    await expect(items(page)).toHaveCount(count - 1);
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(page.locator('.clause-no-duty').nth(1)).toBeVisible();
    await page.keyboard.press(']');
    await expect(page.locator('.clause-current')).toBeVisible();
    await page.keyboard.press('b');
    await expect(items(page)).toHaveCount(count);
  });

  await test.step('C confirms, ? lists the keys', async () => {
    await page.keyboard.press('Control+a');
    await page.keyboard.press('c');
    await expect(page.getByRole('button', { name: '确认全部虚线内容（0）' })).toBeVisible();
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: '快捷键' })).toBeVisible();
  });
});

test('words selected in the text become an item that remembers where they stood', async ({ page }) => {
  await imported(page);
  const count = await items(page).count();
  const clause = page.locator('[data-clause]', { hasText: '部署下半年工作' });
  await clause.selectText();
  await page.locator('.speech-text').dispatchEvent('mouseup');
  await page.getByRole('button', { name: /^建条目/ }).click();
  await expect(items(page)).toHaveCount(count + 1);
  await expect(page.locator('article.item-current')).toContainText('下半年工作');
  await expect(clause).toHaveClass(/clause-active/);
});

test('two people edit one list: each sees the other, and nothing is written over', async ({ page, browser }) => {
  const address = await imported(page);
  const context = await browser.newContext();
  const other = await context.newPage();
  await signIn(other, 'department2');
  await other.goto(address);
  await expect(items(other).first()).toBeVisible();

  await test.step('a save appears at the other within seconds, with a name', async () => {
    await items(page).first().locator('.item-goal button').click();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('甲改的事项');
    await page.keyboard.press('Escape');
    await expect(items(other).first()).toContainText('甲改的事项');
    await expect(other.getByText(/改了第 1 条/)).toBeVisible();
  });

  await test.step('both change the same field: a person decides', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await other.route(/\/api\/duties\/[^/]+$/, async (route) => {
      await held;
      await route.continue();
    });
    await items(other).nth(1).locator('.item-goal button').click();
    await other.keyboard.press('Control+a');
    await other.keyboard.type('乙的说法');

    await items(page).nth(1).locator('.item-goal button').click();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('甲的说法');
    await page.keyboard.press('Escape');
    await expect(page.getByText(/已保存 \d\d:\d\d$/)).toBeVisible();
    await expect(items(page).nth(1)).toContainText('甲的说法');
    await page.waitForTimeout(500);
    release();
    const panel = items(other).nth(1).getByRole('alert');
    await expect(panel).toContainText('甲的说法');
    await expect(panel).toContainText('乙的说法');
    await panel.getByRole('button', { name: '用我填的' }).click();
    await expect(items(page).nth(1)).toContainText('乙的说法');
  });
  await context.close();
});
