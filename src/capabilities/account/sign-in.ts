import { dayOf } from '#kernel/day';
import { type Refusal, RefusedError } from '#kernel/decision';
import { wholeCounty } from '#kernel/scope';
import { type Db, transaction } from '#platform/db';
import type { Context } from '#platform/http';
import { record } from '#platform/journal';
import { beginSignIn, clearFailures, lockAccount } from './account-store.ts';
import { type UsableGrant, usableGrants } from './grant-store.ts';
import { matchNobody, passwordMatches } from './password.ts';
import { nextStep, type Step, signInLimits } from './rules/sign-in.ts';
import { addSession, lastGrantOf } from './session-store.ts';

const source = 'GB/T 22239-2019 身份鉴别';

type Attempt = NonNullable<Awaited<ReturnType<typeof beginSignIn>>>;

/**
 * Sign in（登录）. The attempt is counted before the password is compared, so that however many try at once, no more than the
 * limit learn anything; whatever the outcome, it is journalled in the account's county.
 *
 * @throws {RefusedError} when name or password is wrong, or the account is locked, disabled or without a grant
 */
export async function signIn({ db, visit }: Context, { name, password }: { name: string; password: string }): Promise<{ next: Step }> {
  const attempt = await beginSignIn(db, name);
  if (!attempt) {
    await matchNobody(password);
    visit.log.info('sign-in with an unknown name');
    throw refused('account.sign-in-refused');
  }
  const settings = { role: 'hangji_writer', scope: wholeCounty(attempt.county_id), actorId: attempt.account_id } as const;
  const matches = attempt.admitted && (await passwordMatches(attempt.password_hash, password));
  const outcome = await transaction(db, settings, (trx) => (matches ? open(trx, attempt, visit) : fail(trx, attempt, visit)));
  if ('refusal' in outcome) throw new RefusedError(outcome.refusal);
  visit.openSession(outcome.token);
  return { next: outcome.next };
}

type Outcome = { token: string; next: Step } | { refusal: Refusal };

async function open(db: Db, { account_id, password_hash, path }: Attempt, visit: Context['visit']): Promise<Outcome> {
  const account = await lockAccount(db, account_id);
  const refuseIn = async (code: string): Promise<Outcome> => {
    await record(db, 'account.sign-in-failed', { subjectId: account_id, path, after: { reason: code, address: visit.address } });
    return { refusal: refusalOf(code) };
  };
  // Comparing takes its time: a password that was reset meanwhile opens nothing any more.
  if (account.password_hash !== password_hash) return refuseIn('account.sign-in-refused');
  await clearFailures(db, account_id);
  if (account.disabled) return refuseIn('account.disabled');
  const grants = await usableGrants(db, dayOf(new Date()));
  const grant = await chosen(db, account_id, grants);
  if (!grant) return refuseIn('account.no-grant');

  const token = await addSession(db, account_id, grant.id, visit);
  await record(db, 'account.signed-in', { subjectId: account_id, path: grant.path, after: { role: grant.role, address: visit.address } });
  const progress = { mustChangePassword: account.must_change_password, secondFactorEnrolled: account.totp_confirmed, secondFactorVerified: false };
  return { token, next: nextStep({ role: grant.role, ...progress }) };
}

/** One starts where one last worked, else at the highest grant. */
async function chosen(db: Db, accountId: string, grants: readonly UsableGrant[]): Promise<UsableGrant | undefined> {
  const last = await lastGrantOf(db, accountId);
  return grants.find(({ id }) => id === last) ?? grants[0];
}

async function fail(db: Db, { account_id, path, admitted, locked_until }: Attempt, visit: Context['visit']): Promise<Outcome> {
  const justLocked = admitted && locked_until !== null;
  const reason = admitted ? 'account.sign-in-refused' : 'account.locked';
  await record(db, 'account.sign-in-failed', { subjectId: account_id, path, after: { reason, address: visit.address } });
  if (justLocked) await record(db, 'account.locked', { subjectId: account_id, path, after: { until: locked_until } });
  return { refusal: locked_until === null ? refusalOf(reason) : lockedRefusal(locked_until) };
}

/** How long somebody is still locked out, in whole minutes. */
export function lockedRefusal(until: Date): Refusal {
  const minutes = Math.max(1, Math.ceil((until.getTime() - Date.now()) / 60_000));
  return refusalOf('account.locked', { minutes, limit: signInLimits.failures });
}

const refusalOf = (code: string, facts: Record<string, number> = {}): Refusal => ({ code, facts, article: source });
const refused = (code: string) => new RefusedError(refusalOf(code));
