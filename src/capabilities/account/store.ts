import { createHash, randomBytes } from 'node:crypto';
import { type Generated, sql } from 'kysely';
import type { Db } from '#platform/db';
import { newId } from '#platform/id';
import type { Role } from './roles.ts';

interface AccountTable {
  id: string;
  county_id: string | null;
  person_id: string | null;
  name: string;
  sign_in_name: string;
  staff_number: string | null;
  password_hash: string;
  must_change_password: Generated<boolean>;
}

interface RoleGrantTable {
  id: string;
  account_id: string;
  county_id: string;
  organization_id: string;
  role: Role;
  from_day: string;
  to_day: string | null;
}

type Tables = {
  account: AccountTable;
  role_grant: RoleGrantTable;
  session: { id: string; token_digest: Buffer; account_id: string; role_grant_id: string | null };
};

const own = (db: Db) => db.withTables<Tables>();

const digestOf = (token: string): Buffer => createHash('sha256').update(token).digest();

interface CallerRow {
  account_id: string;
  name: string;
  role: Role;
  county_id: string;
  organization_id: string;
  organization_name: string;
  path: string;
  lists: string[];
}

/** Who holds a session（会话）today, or nothing. Needs no scope: it is how the scope becomes known. */
export async function callerOf(db: Db, token: string): Promise<CallerRow | undefined> {
  const { rows } = await sql<CallerRow>`select * from actor_of(${digestOf(token)})`.execute(db);
  return rows[0];
}

export const addAccounts = (db: Db, accounts: readonly AccountRow[]) => own(db).insertInto('account').values(accounts).execute();
export type AccountRow = Omit<AccountTable, 'must_change_password'> & { must_change_password: boolean };

/** Grant roles at organizations（授予角色）. */
export const addGrants = (db: Db, grants: readonly RoleGrantTable[]) => own(db).insertInto('role_grant').values(grants).execute();

/** Open a session in a grant. The token is told once; the database keeps only its digest. */
export async function addSession(db: Db, accountId: string, roleGrantId: string): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  await own(db)
    .insertInto('session')
    .values({ id: newId(), token_digest: digestOf(token), account_id: accountId, role_grant_id: roleGrantId })
    .execute();
  return token;
}
