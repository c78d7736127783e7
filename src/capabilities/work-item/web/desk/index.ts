import type { DeskPage, Finder } from '#web/page';

export const workItemPages: readonly DeskPage[] = [];

export const workItemFinder: Finder = {
  label: '任务',
  permission: 'work-item.read',
  load: () => import('./find.ts').then((m) => m.findWorkItems),
};
