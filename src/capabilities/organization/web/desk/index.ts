import { lazy } from 'react';
import type { DeskPage, Finder } from '#web/page';

export type { Picked } from '../OrganizationPicker.tsx';

/** 选择党组织, loaded when a page first shows it: it wants its Suspense above. */
export const OrganizationPicker = lazy(() => import('../OrganizationPicker.tsx').then((m) => ({ default: m.OrganizationPicker })));

export const organizationPages: readonly DeskPage[] = [];

export const organizationFinder: Finder = {
  label: '党组织',
  permission: 'organization.read',
  load: () => import('../find.ts').then((m) => m.findOrganizations),
};
