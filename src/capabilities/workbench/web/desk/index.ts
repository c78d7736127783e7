import { deskPage } from '#web/page';

export const workbenchPages = [
  deskPage({ path: '/bench', title: '工作台', permissions: ['workbench.read'], load: () => import('./WorkbenchPage.tsx').then((m) => m.WorkbenchPage) }),
];
