import type { Actor } from '#platform/access';
import type { OrganizationView } from './contract.ts';
import { mayHaveChildren } from './rules/place.ts';
import type { ListedOrganization } from './store.ts';

/** An organization as a list shows it（党组织）. */
export const viewOf = ({ parent_id, has_committee, set_up_on, ...same }: ListedOrganization): OrganizationView => ({
  ...same,
  parentId: parent_id,
  hasCommittee: has_committee,
  setUpOn: set_up_on,
});

/** What the actor may do at an organization. */
export const mayDo = (actor: Actor, { kind }: Pick<ListedOrganization, 'kind'>): 'add'[] =>
  actor.permissions.has('organization.edit') && mayHaveChildren(kind) ? ['add'] : [];
