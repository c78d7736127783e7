import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '#platform/db';
import { newId } from '#platform/id';
import type { Role } from './rules/roles.ts';
import { signInLimits } from './rules/sign-in.ts';
import { digestOf, own } from './tables.ts';

export interface CallerRow {
  session_id: string;
  account_id: string;
  name: string;
  role_grant_id: string;
  role: Role;
  county_id: string;
  organization_id: string;
  organization_name: string;
  path: string;
  must_change_password: boolean;
  second_factor_enrolled: boolean;
  second_factor_verified: boolean;
  lists: string[];
}

/** Who holds a session（会话）today, or nothing. Needs no scope: it is how the scope becomes known. */
export async function callerOf(db: Db, token: string): Promise<CallerRow | undefined> {
  const { idleMinutes, lifeHours } = signInLimits;
  const { rows } = await sql<CallerRow>`select * from actor_of(${digestOf(token)}, ${idleMinutes}, ${lifeHours})`.execute(db);
  return rows[0];
}

export interface SessionOptions {
  /** it counts as second-factor-verified: only for simulated sessions and the commands of an operator */
  secondFactor?: boolean;
  address?: string;
  agent?: string;
}

/** Open a session in a grant. The token is told once; the database keeps only its digest. */
export async function addSession(
  db: Db,
  accountId: string,
  roleGrantId: string,
  { secondFactor = false, address = '', agent = '' }: SessionOptions = {},
): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  await own(db)
    .insertInto('session')
    .values({
      id: newId(),
      token_digest: digestOf(token),
      account_id: accountId,
      role_grant_id: roleGrantId,
      second_factor_at: secondFactor ? new Date() : null,
      address,
      agent: agent.slice(0, 200),
    })
    .execute();
  return token;
}

const live = (db: Db, accountId: string) =>
  own(db)
    .selectFrom('session')
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .where('last_seen_at', '>', sql<Date>`now() - make_interval(mins => ${signInLimits.idleMinutes})`)
    .where('opened_at', '>', sql<Date>`now() - make_interval(hours => ${signInLimits.lifeHours})`);

/** Sessions that could still be used（有效登录）, newest first. */
export const liveSessions = (db: Db, accountId: string) =>
  live(db, accountId).select(['id', 'opened_at', 'last_seen_at', 'address', 'agent']).orderBy('opened_at', 'desc').execute();

/** The grant last worked in, to start there again. */
export const lastGrantOf = async (db: Db, accountId: string): Promise<string | undefined> =>
  (await own(db).selectFrom('session').select('role_grant_id').where('account_id', '=', accountId).orderBy('opened_at', 'desc').limit(1).executeTakeFirst())
    ?.role_grant_id;

const ending = (db: Db, accountId: string) =>
  own(db).updateTable('session').set({ ended_at: sql<Date>`now()` }).where('account_id', '=', accountId).where('ended_at', 'is', null);

/** End one session of an account. @returns whether it was open */
export const endSession = async (db: Db, accountId: string, sessionId: string): Promise<boolean> =>
  (await ending(db, accountId).where('id', '=', sessionId).executeTakeFirst()).numUpdatedRows > 0n;

/** End every session of an account, but one. @returns how many were open */
export async function endSessions(db: Db, accountId: string, except?: string): Promise<number> {
  const query = ending(db, accountId);
  const { numUpdatedRows } = await (except ? query.where('id', '<>', except) : query).executeTakeFirst();
  return Number(numUpdatedRows);
}

export const markVerified = (db: Db, sessionId: string) =>
  own(db).updateTable('session').set({ second_factor_at: sql<Date>`now()` }).where('id', '=', sessionId).execute();

export const saveSessionGrant = (db: Db, sessionId: string, grantId: string) =>
  own(db).updateTable('session').set({ role_grant_id: grantId }).where('id', '=', sessionId).execute();
