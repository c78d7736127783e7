import { dayOf } from '#kernel/day';
import { RefusedError, settle } from '#kernel/decision';
import type { Actor } from '#platform/access';
import { type Context, RefusedAndKept } from '#platform/http';
import { acceptStep, accountOf, countFailure, lockAccount, savePassword, saveSecondFactor } from './account-store.ts';
import type { GrantView, Me, SessionView } from './contract.ts';
import { type UsableGrant, usableGrants } from './grant-store.ts';
import { installationOf } from './installation-store.ts';
import { hashPassword, passwordMatches } from './password.ts';
import { decidePassword, passwordLength, passwordLimits } from './rules/password.ts';
import { isAdministrator, type Role } from './rules/roles.ts';
import { nextStep, type Step, signInLimits } from './rules/sign-in.ts';
import { drawSecret, enrolment, stepOf } from './second-factor.ts';
import { endSession, endSessions, liveSessions, markVerified, saveSessionGrant } from './session-store.ts';
import { lockedRefusal } from './sign-in.ts';
import { grantView } from './view.ts';

const source = 'GB/T 22239-2019 身份鉴别';
const roleOf = (actor: Actor): Role => actor.role as Role;
const sessionOf = (actor: Actor): string => actor.sessionId ?? '';
const passwordRuleOf = (role: Role) => ({ length: passwordLength(isAdministrator(role)), classes: passwordLimits.classes });

/** Tell the browser who is signed in（我的账号）, where one works, and where one could. */
export async function readMe({ actor, db }: Context): Promise<Me> {
  const [account, grants, installation] = [await accountOf(db, actor.id), await usableGrants(db, dayOf(new Date())), await installationOf(db)];
  const current = grants.find(({ id }) => id === actor.grantId);
  if (!current) throw refused('account.grant-not-usable');
  const next = stepOfActor(actor, account.must_change_password, account.totp_confirmed);
  return {
    account: { id: account.id, name: account.name, signInName: account.sign_in_name, staffNumber: account.staff_number, personId: account.person_id },
    county: installation.county,
    grant: grantView(current),
    permissions: [...actor.permissions],
    grants: grants.map(grantView),
    next,
    mustChangePassword: account.must_change_password,
    secondFactor: {
      required: isAdministrator(current.role),
      enrolled: account.totp_confirmed,
      verified: isAdministrator(current.role) && (next === 'ready' || (next === 'change-password' && account.totp_confirmed)),
    },
    simulated: installation.simulated,
    idleMinutes: signInLimits.idleMinutes,
    passwordRule: passwordRuleOf(current.role),
  };
}

/** The step is read off what the actor may do: the session alone knows whether a code was shown. */
function stepOfActor({ permissions }: Actor, mustChange: boolean, enrolled: boolean): Step {
  if (permissions.has('account.own')) return 'ready';
  if (permissions.has('account.verify')) return 'verify-second-factor';
  return mustChange || enrolled ? 'change-password' : 'enrol-second-factor';
}

/** Change the own password（修改密码）; every other session of the account ends. A wrong present one counts like a failed sign-in. */
export async function changePassword(ctx: Context, { current, next }: { current: string; next: string }): Promise<{ next: Step; endedSessions: number }> {
  const { actor, db } = ctx;
  const role = roleOf(actor);
  const before = await lockAccount(db, actor.id);
  if (before.locked_until && before.locked_until > new Date()) throw new RefusedError(lockedRefusal(before.locked_until));
  if (!(await passwordMatches(before.password_hash, current))) throw await failed(ctx, 'account.password-wrong');
  if (next === current) throw refused('account.password-unchanged');
  settle(decidePassword(next, isAdministrator(role), [before.sign_in_name, before.staff_number, before.name]));

  await savePassword(db, actor.id, await hashPassword(next), false);
  const endedSessions = await endSessions(db, actor.id, actor.sessionId);
  await ctx.record('account.password-changed', { subjectId: actor.id, after: { endedSessions } });
  // Whoever had enrolled a second factor has shown it before coming here.
  const shown = before.totp_confirmed;
  return { next: nextStep({ role, mustChangePassword: false, secondFactorEnrolled: shown, secondFactorVerified: shown }), endedSessions };
}

/** Draw a second factor（绑定验证器）; until it is confirmed, asking again draws another. */
export async function enrolSecondFactor(ctx: Context): Promise<{ secret: string; uri: string; svg: string }> {
  const { actor, db, services } = ctx;
  const account = await lockAccount(db, actor.id);
  if (account.totp_confirmed) throw refused('account.second-factor-enrolled-already');
  const secret = drawSecret();
  await saveSecondFactor(db, actor.id, services.keyring.for('second-factor').seal(secret, actor.id));
  await ctx.record('account.second-factor-drawn', { subjectId: actor.id });
  return enrolment(secret, account.sign_in_name);
}

/** Accept the code of the authenticator（校验动态验证码）: to confirm that it is enrolled, and at each sign-in. No code counts twice. */
export async function showCode(ctx: Context, code: string): Promise<{ next: Step }> {
  const { actor, db, services } = ctx;
  const account = await lockAccount(db, actor.id);
  if (account.locked_until && account.locked_until > new Date()) throw new RefusedError(lockedRefusal(account.locked_until));
  if (!account.totp_cipher) throw refused('account.second-factor-not-enrolled');
  const step = stepOf(services.keyring.for('second-factor').open(account.totp_cipher, actor.id), code);
  if (step === undefined || step <= Number(account.totp_last_step)) throw await failed(ctx, 'account.second-factor-wrong');

  await acceptStep(db, actor.id, step);
  await markVerified(db, sessionOf(actor));
  await ctx.record(account.totp_confirmed ? 'account.second-factor-shown' : 'account.second-factor-enrolled', { subjectId: actor.id });
  const progress = { mustChangePassword: account.must_change_password, secondFactorEnrolled: true, secondFactorVerified: true };
  return { next: nextStep({ role: roleOf(actor), ...progress }) };
}

/** Count a wrong secret of somebody signed in; the count stays though the request is refused. */
async function failed(ctx: Context, code: string): Promise<RefusedAndKept> {
  const { actor, db } = ctx;
  const until = await countFailure(db, actor.id);
  await ctx.record('account.sign-in-failed', { subjectId: actor.id, after: { reason: code, address: ctx.visit.address } });
  if (!until) return new RefusedAndKept({ code, facts: {}, article: source });
  await ctx.record('account.locked', { subjectId: actor.id, after: { until } });
  return new RefusedAndKept(lockedRefusal(until));
}

/** Sign out（退出登录）. */
export async function signOut(ctx: Context): Promise<{ ended: boolean }> {
  const ended = await endSession(ctx.db, ctx.actor.id, sessionOf(ctx.actor));
  await ctx.record('account.signed-out', { subjectId: ctx.actor.id });
  ctx.visit.closeSession();
  return { ended };
}

/** Where one is signed in（我的登录）. */
export async function listSessions({ actor, db }: Context): Promise<{ rows: SessionView[] }> {
  const rows = await liveSessions(db, actor.id);
  return {
    rows: rows.map(({ id, opened_at, last_seen_at, address, agent }) => ({
      id,
      openedAt: opened_at.toISOString(),
      lastSeenAt: last_seen_at.toISOString(),
      address,
      agent,
      own: id === actor.sessionId,
    })),
  };
}

/** End a session of one's own（结束一次登录）: one left open on another machine, say. */
export async function endOwnSession(ctx: Context, sessionId: string): Promise<{ ended: boolean }> {
  const ended = await endSession(ctx.db, ctx.actor.id, sessionId);
  if (ended) await ctx.record('account.session-ended', { subjectId: sessionId });
  if (sessionId === ctx.actor.sessionId) ctx.visit.closeSession();
  return { ended };
}

/** Work in another grant（切换授权）. */
export async function switchGrant(ctx: Context, grantId: string): Promise<GrantView> {
  const { actor, db } = ctx;
  const grant: UsableGrant | undefined = (await usableGrants(db, dayOf(new Date()))).find(({ id }) => id === grantId);
  if (!grant) throw refused('account.grant-not-usable');
  await saveSessionGrant(db, sessionOf(actor), grantId);
  await ctx.record('account.grant-switched', { subjectId: actor.id, before: { grantId: actor.grantId }, after: { grantId } });
  return grantView(grant);
}

const refused = (code: string): RefusedError => new RefusedError({ code, facts: {}, article: source });
