import { subtreeOf } from '#kernel/scope';
import type { Capability, Identify } from '#platform/http';
import { roles } from './roles.ts';
import { callerOf } from './store.ts';

export { type Role, roleLabel } from './roles.ts';
export { addAccounts, addGrants, addSession } from './store.ts';

/** Find who presents a session token（识别操作人）, with the permissions and subtree of the session's grant. */
export const identify: Identify = async (db, token) => {
  const caller = await callerOf(db, token);
  if (!caller) return undefined;
  return {
    id: caller.account_id,
    name: caller.name,
    role: caller.role,
    permissions: new Set(roles[caller.role]),
    scope: subtreeOf(caller.county_id, caller.path),
    organizationId: caller.organization_id,
    organizationName: caller.organization_name,
    path: caller.path,
    lists: caller.lists,
  };
};

export const account = { name: 'account', contract: {}, router: {}, places: {}, messages: {} } satisfies Capability;
