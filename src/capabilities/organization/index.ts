import type { Capability } from '#platform/http';
import { contract } from './contract.ts';
import { messages } from './messages.ts';
import { router } from './routes.ts';
import { placeOfOrganization } from './store.ts';

export { childPath, mayHaveChildren } from './rules/place.ts';
export { type Field, type Form, fieldLabel, fields, formLabel, forms, type Kind, kindLabel, kinds } from './rules/words.ts';
export { addOrganizations, allOrganizations, ancestorsOf, type NewOrganizationRow, type Organization, organizationOf, placeOfOrganization } from './store.ts';

export const organization = {
  name: 'organization',
  contract,
  router,
  places: { organizationId: placeOfOrganization },
  messages,
} satisfies Capability;
