import { createHash } from 'node:crypto';
import type { Generated } from 'kysely';
import type { Db } from '#platform/db';
import type { Role } from './rules/roles.ts';

export interface AccountTable {
  id: string;
  county_id: Generated<string>;
  person_id: string | null;
  name: string;
  sign_in_name: string;
  staff_number: string | null;
  password_hash: string;
  must_change_password: Generated<boolean>;
  failures: Generated<number>;
  locked_until: Generated<Date | null>;
  totp_cipher: Generated<Buffer | null>;
  totp_confirmed: Generated<boolean>;
  totp_last_step: Generated<string>;
  disabled: Generated<boolean>;
  created_at: Generated<Date>;
}

export interface RoleGrantTable {
  id: string;
  account_id: string;
  county_id: Generated<string>;
  organization_id: string;
  role: Role;
  from_day: string;
  to_day: string | null;
}

export interface SessionTable {
  id: string;
  token_digest: Buffer;
  county_id: Generated<string>;
  account_id: string;
  role_grant_id: string;
  opened_at: Generated<Date>;
  last_seen_at: Generated<Date>;
  second_factor_at: Date | null;
  ended_at: Generated<Date | null>;
  address: Generated<string>;
  agent: Generated<string>;
}

export const own = (db: Db) => db.withTables<{ account: AccountTable; role_grant: RoleGrantTable; session: SessionTable }>();

/** The database keeps only the digest of a token: whoever reads a back-up cannot sign in with it. */
export const digestOf = (token: string): Buffer => createHash('sha256').update(token).digest();
