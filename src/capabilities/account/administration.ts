import { dayOf } from '#kernel/day';
import { RefusedError, settle } from '#kernel/decision';
import { allOrganizations } from '#organization';
import type { Context } from '#platform/http';
import { newId } from '#platform/id';
import { accountOf, addAccount, listAccounts, lockAccount, saveDisabled, savePassword, saveSecondFactor } from './account-store.ts';
import type { AccountView } from './contract.ts';
import { addGrants, endGrant, findPlaces, grantOf, grantsOf, isAdministratorToday, lockGrants, othersWithRole } from './grant-store.ts';
import { drawPassword, hashPassword } from './password.ts';
import { decideEnd, decideGrant, type Held } from './rules/grants.ts';
import type { Role } from './rules/roles.ts';
import { endSessions } from './session-store.ts';
import { accountView, grantOnDay } from './view.ts';

const separation = '三员分立：GB/T 22239-2019 安全管理（待核）；夯基规则';
const refused = (code: string, facts: Record<string, string> = {}): RefusedError => new RefusedError({ code, facts, article: separation });
const today = (): string => dayOf(new Date());

type Page = { q: string; page: number; size: number };

/** The county's accounts（账号列表）, for those who keep them and those who grant. */
export async function readAccounts({ actor, db }: Context, input: Page & { disabled?: boolean | undefined }) {
  const { rows, total } = await listAccounts(db, input);
  return { rows: rows.map((row) => accountView(row, actor)), total, page: input.page, size: input.size };
}

/** Create an account（新建账号）; it can do nothing until the security administrator grants it a role. */
export async function createAccount(ctx: Context, input: { name: string; signInName: string; staffNumber?: string | undefined }) {
  const { actor, db } = ctx;
  const initialPassword = drawPassword();
  const { name, signInName, staffNumber = null } = input;
  const id = newId();
  const row = { id, person_id: null, name, sign_in_name: signInName, staff_number: staffNumber, password_hash: await hashPassword(initialPassword) };
  if (!(await addAccount(db, row))) throw refused('account.sign-in-name-taken', { name: staffNumber ? `${signInName} / ${staffNumber}` : signInName });
  await ctx.record('account.created', { subjectId: id, after: { name, signInName, staffNumber } });
  return { account: accountView(await accountOf(db, id), actor), initialPassword };
}

/** Reset a password（重置密码）: a new one, told once and changed at the next sign-in; the account is unlocked, its sessions end. */
export async function resetPassword(ctx: Context, accountId: string) {
  const { actor, db } = ctx;
  if (accountId === actor.id) throw refused('account.own-account');
  await lockAccount(db, accountId);
  const initialPassword = drawPassword();
  await savePassword(db, accountId, await hashPassword(initialPassword), true);
  await endSessions(db, accountId);
  await ctx.record('account.password-reset', { subjectId: accountId });
  return { account: accountView(await accountOf(db, accountId), actor), initialPassword };
}

/** Disable an account, or let it back in（停用、恢复账号）. Administrators lose their role instead: another third decides that. */
export async function setAvailability(ctx: Context, { accountId, available }: { accountId: string; available: boolean }): Promise<AccountView> {
  const { actor, db } = ctx;
  if (accountId === actor.id) throw refused('account.own-account');
  const before = await lockAccount(db, accountId);
  if (!available && (await isAdministratorToday(db, accountId, today()))) throw refused('account.is-administrator');
  await saveDisabled(db, accountId, !available);
  if (!available) await endSessions(db, accountId);
  await ctx.record(available ? 'account.enabled' : 'account.disabled', {
    subjectId: accountId,
    before: { disabled: before.disabled },
    after: { disabled: !available },
  });
  return accountView(await accountOf(db, accountId), actor);
}

/** An account's grants（账号的授权）, ended ones too. */
export async function readGrants({ actor, db }: Context, accountId: string) {
  const grants = await grantsOf(db, accountId);
  return { account: accountView(await accountOf(db, accountId), actor), rows: grants.map((grant) => grantOnDay(grant, today(), actor)) };
}

/** Grant a role at an organization（授予角色）, with dates. */
export async function grantRole(
  ctx: Context,
  input: { accountId: string; organizationId: string; role: Role; fromDay?: string | undefined; toDay?: string | null | undefined },
) {
  const { actor, db } = ctx;
  const { accountId, organizationId, role, fromDay = today(), toDay = null } = input;
  await lockAccount(db, accountId);
  const place = await allOrganizations(db).where('id', '=', organizationId).executeTakeFirst();
  if (!place) throw refused('account.organization-unknown');
  const held = (await grantsOf(db, accountId)).map(heldOf);
  const wanted = { accountId, organizationId, organizationName: place.name, atRoot: place.parent_id === null, role, fromDay, toDay };
  settle(decideGrant(wanted, held, actor.id, today()));

  const id = newId();
  await addGrants(db, [{ id, account_id: accountId, organization_id: organizationId, role, from_day: fromDay, to_day: toDay }]);
  await ctx.record('account.role-granted', { subjectId: accountId, path: place.path, after: { grantId: id, role, organizationId, fromDay, toDay } });
  return grantOnDay(await grantOf(db, id), today(), actor);
}

/** End a role（收回角色）; a session that works in it ends with it. */
export async function endRole(ctx: Context, { grantId, toDay }: { grantId: string; toDay?: string | undefined }) {
  const { actor, db } = ctx;
  const { account_id } = await grantOf(db, grantId);
  await lockGrants(db);
  await lockAccount(db, account_id);
  const before = await grantOf(db, grantId);
  const others = await othersWithRole(db, before.role, account_id, today());
  const day = settle(decideEnd({ ...heldOf(before), accountId: account_id }, actor.id, others, today(), toDay));
  await endGrant(db, grantId, day);
  await ctx.record('account.role-ended', { subjectId: account_id, path: before.path, before: { toDay: before.to_day }, after: { grantId, toDay: day } });
  return grantOnDay({ ...before, to_day: day }, today(), actor);
}

const heldOf = (grant: { id: string; organization_id: string; role: Role; from_day: string; to_day: string | null }): Held => ({
  id: grant.id,
  organizationId: grant.organization_id,
  role: grant.role,
  fromDay: grant.from_day,
  toDay: grant.to_day,
});

/** Take a lost authenticator off an account（解除验证器绑定）; its sessions end, and the next sign-in enrols a new one. */
export async function resetSecondFactor(ctx: Context, accountId: string): Promise<AccountView> {
  const { actor, db } = ctx;
  if (accountId === actor.id) throw refused('account.own-account');
  await lockAccount(db, accountId);
  await saveSecondFactor(db, accountId, null);
  await endSessions(db, accountId);
  await ctx.record('account.second-factor-reset', { subjectId: accountId });
  return accountView(await accountOf(db, accountId), actor);
}

/** Organizations to grant at（可授权的党组织）: names, nothing else. */
export async function readGrantPlaces({ db }: Context, input: Page) {
  return { ...(await findPlaces(db, input)), page: input.page, size: input.size };
}
