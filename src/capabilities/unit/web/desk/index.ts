import { deskPage, pageIn, textIn, wordOf } from '#web/page';
import { unitKinds } from '../../rules/words.ts';

const unitsSearch = (words: Record<string, unknown>) => ({
  at: textIn(words.at) || undefined,
  q: textIn(words.q),
  kind: wordOf(unitKinds, words.kind),
  covered: wordOf(['true', 'false'], words.covered),
  page: pageIn(words.page),
});
export type UnitsSearch = ReturnType<typeof unitsSearch>;

export const unitPages = [
  deskPage({
    path: '/units',
    title: '单位名录',
    permissions: ['unit.read'],
    search: unitsSearch,
    load: () => import('./UnitsPage.tsx').then((m) => m.UnitsPage),
  }),
];
