import { accept, type Decision, refuse } from '#kernel/decision';
import { isAdministrator, type Role, roleLabel } from './roles.ts';

const separation = '三员分立：GB/T 22239-2019 安全管理（待核）；夯基规则';
const dates = '夯基规则：授权有起止日期';

/** A role at an organization, half-open in days（授权）. */
export interface Held {
  id: string;
  organizationId: string;
  role: Role;
  fromDay: string;
  toDay: string | null;
}

export interface WantedGrant {
  accountId: string;
  organizationId: string;
  organizationName: string;
  /** the county's own organization, at the top of the tree */
  atRoot: boolean;
  role: Role;
  fromDay: string;
  toDay: string | null;
}

const overlap = (one: { fromDay: string; toDay: string | null }, other: { fromDay: string; toDay: string | null }): boolean =>
  (one.toDay === null || other.fromDay < one.toDay) && (other.toDay === null || one.fromDay < other.toDay);

const classOf = (role: Role): string => (isAdministrator(role) ? role : 'business');

/** Decide a grant（授予角色）. @param held - every grant of the account, ended ones too */
export function decideGrant(wanted: WantedGrant, held: readonly Held[], grantedBy: string, today: string): Decision<WantedGrant> {
  if (wanted.accountId === grantedBy) return refuse('account.own-account', {}, separation);
  if (wanted.fromDay < today) return refuse('account.grant-starts-in-past', { day: wanted.fromDay }, dates);
  if (wanted.toDay !== null && wanted.toDay <= wanted.fromDay) return refuse('account.grant-span-empty', {}, dates);
  if (isAdministrator(wanted.role) && !wanted.atRoot) {
    return refuse('account.administrator-at-root', { organization: wanted.organizationName }, separation);
  }
  const atOnce = held.filter((grant) => overlap(grant, wanted));
  const other = atOnce.find((grant) => classOf(grant.role) !== classOf(wanted.role));
  if (other) return refuse('account.administrators-separate', { held: roleLabel[other.role], wanted: roleLabel[wanted.role] }, separation);
  if (atOnce.some((grant) => grant.role === wanted.role && grant.organizationId === wanted.organizationId)) {
    return refuse('account.grant-twice', { organization: wanted.organizationName, role: roleLabel[wanted.role] }, dates);
  }
  return accept(wanted);
}

/**
 * Decide the end of a grant（收回角色）: from which day it no longer counts.
 *
 * @param othersOfRole - how many other accounts hold the role today, asked for administrators
 */
export function decideEnd(grant: Held & { accountId: string }, endedBy: string, othersOfRole: number, today: string, wanted?: string): Decision<string> {
  if (grant.accountId === endedBy) return refuse('account.own-account', {}, separation);
  if (grant.toDay !== null && grant.toDay <= today) return refuse('account.grant-ended-already', {}, dates);
  const toDay = wanted ?? (grant.fromDay > today ? grant.fromDay : today);
  if (toDay < today) return refuse('account.grant-starts-in-past', { day: toDay }, dates);
  if (toDay < grant.fromDay) return refuse('account.grant-span-empty', {}, dates);
  if (isAdministrator(grant.role) && grant.fromDay <= today && othersOfRole === 0) {
    return refuse('account.last-administrator', { role: roleLabel[grant.role] }, separation);
  }
  return accept(toDay);
}
