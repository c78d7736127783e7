import { deskPage, pageIn, textIn, wordOf } from '#web/page';

const accountsSearch = (words: Record<string, unknown>) => ({
  q: textIn(words.q),
  disabled: wordOf(['true', 'false'], words.disabled),
  page: pageIn(words.page),
});
export type AccountsSearch = ReturnType<typeof accountsSearch>;

const system = ['system.administer'];
const security = ['security.administer'];

/** 账号管理 for the system administrator, 授权管理 for the security administrator: no one person has both. */
export const adminPages = [
  deskPage({
    path: '/admin/accounts',
    title: '账号管理',
    permissions: system,
    search: accountsSearch,
    load: () => import('./AccountsPage.tsx').then((m) => m.AccountsPage),
  }),
  deskPage({
    path: '/admin/grants',
    title: '授权管理',
    permissions: security,
    search: accountsSearch,
    load: () => import('./GrantsPage.tsx').then((m) => m.GrantsPage),
  }),
  deskPage({
    path: '/admin/grants/$id',
    title: '账号的授权',
    permissions: security,
    load: () => import('./AccountGrantsPage.tsx').then((m) => m.AccountGrantsPage),
  }),
];
