import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
export type Look = 'standard' | 'large' | 'huge';

/** What axe finds wrong, one line a place（无障碍问题）. */
export async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary?.split('\n')[1] ?? ''}`),
  );
}

/** Look at the page as it stands, in type of each size: nothing wrong, and nothing that scrolls sideways. */
export async function look(page: Page, name: string, sizes: readonly Look[] = ['standard', 'large', 'huge']): Promise<void> {
  for (const size of sizes) {
    await page.evaluate((word) => {
      document.documentElement.dataset.size = word;
    }, size);
    expect.soft(await faultsOf(page), `${name}, ${size}`).toEqual([]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect.soft(wide, `${name}, ${size} scrolls sideways`).toBeLessThanOrEqual(0);
  }
  await page.evaluate(() => {
    document.documentElement.dataset.size = 'standard';
  });
}
