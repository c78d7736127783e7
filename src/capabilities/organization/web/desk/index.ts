import { lazy } from 'react';
import { type Finder, textIn } from '#web/page';

export { fieldLabel, formLabel, kindLabel } from '../../rules/words.ts';
export type { Picked } from '../OrganizationPicker.tsx';

/** 选择党组织, loaded when a page first shows it: it wants its Suspense above. */
export const OrganizationPicker = lazy(() => import('../OrganizationPicker.tsx').then((m) => ({ default: m.OrganizationPicker })));
/** 组织树 with what is chosen beside it. */
export const OrganizationTreePage = lazy(() => import('./OrganizationTreePage.tsx').then((m) => ({ default: m.OrganizationTreePage })));
/** Where one is in the tree（所在位置）. */
export const OrganizationPath = lazy(() => import('./OrganizationPath.tsx').then((m) => ({ default: m.OrganizationPath })));

/** `q`: words looked for in the names. */
export const organizationSearch = (words: Record<string, unknown>) => ({ q: textIn(words.q) });
export type OrganizationSearch = ReturnType<typeof organizationSearch>;

export const organizationFinder: Finder = {
  label: '党组织',
  permission: 'organization.read',
  load: () => import('../find.ts').then((m) => m.findOrganizations),
};
