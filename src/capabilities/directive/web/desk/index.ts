import { deskPage, numberIn, pageIn, textIn } from '#web/page';

const speechSearch = (words: Record<string, unknown>) => ({ q: textIn(words.q), page: pageIn(words.page) });

/** `at`: an offset in the text to open at; `duty`: an item to open at. */
const splitSearch = (words: Record<string, unknown>) => ({ at: numberIn(words.at), duty: textIn(words.duty) });
export type SplitSearch = ReturnType<typeof splitSearch>;

export const directivePages = [
  deskPage({
    path: '/speech',
    title: '讲话转清单',
    permissions: ['directive.read'],
    search: speechSearch,
    load: () => import('./DirectiveListPage.tsx').then((m) => m.DirectiveListPage),
  }),
  deskPage({ path: '/speech/new', title: '导入讲话', permissions: ['directive.edit'], load: () => import('./ImportPage.tsx').then((m) => m.ImportPage) }),
  deskPage({
    path: '/speech/$id/split',
    title: '讲话转清单',
    permissions: ['directive.read'],
    search: splitSearch,
    load: () => import('./split/SplitPage.tsx').then((m) => m.SplitPage),
  }),
  deskPage({
    path: '/speech/$id/check',
    title: '核对清单',
    permissions: ['directive.edit'],
    load: () => import('./SubmitCheckPage.tsx').then((m) => m.SubmitCheckPage),
  }),
];
