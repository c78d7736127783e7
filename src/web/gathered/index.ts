import { organizationSearch } from '#organization/desk';
import { deskPage } from '#web/page';
import { boardSearch, itemSearch } from '#work-item/desk';

/** Pages that show what several capabilities know（汇集页面）: each gives a piece, and here they are put together. */
export const gatheredPages = [
  deskPage({
    path: '/board',
    title: '任务看板',
    permissions: ['work-item.read'],
    search: boardSearch,
    load: () => import('./BoardPage.tsx').then((m) => m.BoardPage),
  }),
  deskPage({
    path: '/items/$id',
    title: '任务',
    permissions: ['work-item.read'],
    search: itemSearch,
    load: () => import('./ItemPage.tsx').then((m) => m.ItemPage),
  }),
  deskPage({
    path: '/org',
    title: '组织与党员',
    permissions: ['organization.read'],
    search: organizationSearch,
    load: () => import('./OrganizationPage.tsx').then((m) => m.OwnOrganizationPage),
  }),
  deskPage({
    path: '/org/$id',
    title: '组织与党员',
    permissions: ['organization.read'],
    search: organizationSearch,
    load: () => import('./OrganizationPage.tsx').then((m) => m.OrganizationPage),
  }),
];
