import type { Capability } from '#platform/http';
import { placeOfOrganization } from './store.ts';

export { addOrganizations, allOrganizations, type NewOrganizationRow, type Organization, organizationOf } from './store.ts';

export const organization = {
  name: 'organization',
  contract: {},
  router: {},
  places: { organizationId: placeOfOrganization },
  messages: {},
} satisfies Capability;
