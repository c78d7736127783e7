import type { Actor } from '#platform/access';
import type { ShownAccount } from './account-store.ts';
import type { AccountView, GrantView } from './contract.ts';
import type { UsableGrant } from './grant-store.ts';
import { type Role, roleLabel } from './rules/roles.ts';

/** A grant, as its holder and the security administrator see it. */
export const grantView = (grant: Omit<UsableGrant, 'county_id'>): GrantView => ({
  id: grant.id,
  organizationId: grant.organization_id,
  organizationName: grant.organization_name,
  path: grant.path,
  role: grant.role,
  roleLabel: roleLabel[grant.role],
  fromDay: grant.from_day,
  toDay: grant.to_day,
});

/** A grant with where it stands on a day, and what may be done with it. */
export const grantOnDay = (grant: Omit<UsableGrant, 'county_id'> & { account_id: string }, today: string, actor: Actor) => {
  const state = grant.from_day > today ? ('future' as const) : grant.to_day !== null && grant.to_day <= today ? ('ended' as const) : ('current' as const);
  return { ...grantView(grant), state, may: state === 'ended' || grant.account_id === actor.id ? [] : ['end' as const] };
};

/** An account, as an administrator sees it. */
export function accountView(row: ShownAccount, actor: Actor): AccountView {
  const another = row.id !== actor.id;
  const system = another && actor.permissions.has('system.administer');
  const security = another && actor.permissions.has('security.administer');
  const may: [AccountView['may'][number], boolean][] = [
    ['reset-password', system],
    ['disable', system && !row.disabled],
    ['enable', system && row.disabled],
    ['grant', security],
    ['reset-second-factor', security && row.totp_confirmed],
  ];
  return {
    id: row.id,
    name: row.name,
    signInName: row.sign_in_name,
    staffNumber: row.staff_number,
    disabled: row.disabled,
    lockedUntil: row.locked_until && row.locked_until > new Date() ? row.locked_until.toISOString() : null,
    mustChangePassword: row.must_change_password,
    secondFactorEnrolled: row.totp_confirmed,
    createdAt: row.created_at.toISOString(),
    may: may.filter(([, allowed]) => allowed).map(([act]) => act),
  };
}

/** Everything a role may do, for people to read. */
export const roleView = (role: Role, permissions: readonly string[], administrator: boolean) => ({
  role,
  label: roleLabel[role],
  administrator,
  permissions: [...permissions],
});
