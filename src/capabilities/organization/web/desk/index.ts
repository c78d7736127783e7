import type { DeskPage, Finder } from '#web/page';

export { OrganizationPicker, type Picked } from '../OrganizationPicker.tsx';

export const organizationPages: readonly DeskPage[] = [];

export const organizationFinder: Finder = {
  label: '党组织',
  permission: 'organization.read',
  load: () => import('../find.ts').then((m) => m.findOrganizations),
};
