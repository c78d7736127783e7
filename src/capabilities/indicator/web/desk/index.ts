import { deskPage, pageIn, textIn, wordOf } from '#web/page';
import { periodIn } from './periods.ts';

/** `at`: an organization below one's own. */
const indicatorsSearch = (words: Record<string, unknown>) => ({ at: textIn(words.at) || undefined, period: periodIn(words.period) });
export type IndicatorsSearch = ReturnType<typeof indicatorsSearch>;

/** `view`: the records behind the number, or the number of each child. */
const indicatorSearch = (words: Record<string, unknown>) => ({
  ...indicatorsSearch(words),
  view: wordOf(['denominator', 'numerator', 'difference', 'children'], words.view) ?? 'denominator',
  page: pageIn(words.page),
});
export type IndicatorSearch = ReturnType<typeof indicatorSearch>;

const permissions = ['indicator.read'];

export const indicatorPages = [
  deskPage({
    path: '/indicators',
    title: '指标',
    permissions,
    search: indicatorsSearch,
    load: () => import('./IndicatorsPage.tsx').then((m) => m.IndicatorsPage),
  }),
  deskPage({
    path: '/indicators/$key',
    title: '指标',
    permissions,
    search: indicatorSearch,
    load: () => import('./IndicatorPage.tsx').then((m) => m.IndicatorPage),
  }),
];
