import { deskPage, textIn, yesIn } from '#web/page';
import { adminPages } from './admin/index.ts';

const signInSearch = (words: Record<string, unknown>) => ({ back: textIn(words.back) || undefined, resume: yesIn(words.resume) });

export const accountPages = [
  deskPage({ path: '/sign-in', title: '登录', bare: true, search: signInSearch, load: () => import('./SignInPage.tsx').then((m) => m.SignInPage) }),
  deskPage({ path: '/set-up', title: '初始化', bare: true, load: () => import('./SetUpPage.tsx').then((m) => m.SetUpPage) }),
  deskPage({ path: '/account', title: '我的登录和密码', load: () => import('./OwnAccountPage.tsx').then((m) => m.OwnAccountPage) }),
  ...adminPages,
];
