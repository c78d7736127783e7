import { type Insertable, type SelectQueryBuilder, sql } from 'kysely';
import type { Db } from '#platform/db';
import { signInLimits } from './rules/sign-in.ts';
import { type AccountTable, own } from './tables.ts';

export type AccountRow = Insertable<AccountTable>;

/** Enter accounts（登记账号）in bulk; the caller answers for their names being free. */
export const addAccounts = (db: Db, accounts: readonly AccountRow[]) => own(db).insertInto('account').values(accounts).execute();

/** Enter one account. @returns whether its names were free */
export async function addAccount(db: Db, row: AccountRow): Promise<boolean> {
  const { rows } = await sql`select sign_in_names_taken(${[row.sign_in_name, row.staff_number].filter((name) => name != null)})`.execute(db);
  if (rows.length > 0) return false;
  const { numInsertedOrUpdatedRows } = await own(db)
    .insertInto('account')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** What administrators and the person see; secrets are no part of it. */
const shown = [
  'id',
  'person_id',
  'name',
  'sign_in_name',
  'staff_number',
  'must_change_password',
  'locked_until',
  'totp_confirmed',
  'disabled',
  'created_at',
] as const;
export type ShownAccount = Pick<{ [K in keyof AccountTable]: AccountTable[K] extends { __select__: infer S } ? S : AccountTable[K] }, (typeof shown)[number]>;

export const accountOf = (db: Db, id: string) => own(db).selectFrom('account').select(shown).where('id', '=', id).executeTakeFirstOrThrow();

/** The account with its secrets, locked until the transaction ends. */
export const lockAccount = (db: Db, id: string) => own(db).selectFrom('account').selectAll().where('id', '=', id).forUpdate().executeTakeFirstOrThrow();

/** Where an account stands: at the place of the administrator who may see it; it has none of its own in the tree. */
export const placeOfAccount = (db: Db, id: string) =>
  own(db).selectFrom('account').select(sql<string>`current_setting('app.lo')`.as('path')).where('id', '=', id).executeTakeFirst();

/** One page of the county's accounts, by name. */
export async function listAccounts(db: Db, { q, disabled, page, size }: { q: string; disabled?: boolean | undefined; page: number; size: number }) {
  let found = own(db).selectFrom('account').where('county_id', '=', sql<string>`current_setting('app.county')::uuid`);
  if (disabled !== undefined) found = found.where('disabled', '=', disabled);
  if (q) found = naming(found, q);
  const { total } = await found.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow();
  const rows = await found
    .select(shown)
    .orderBy('name')
    .orderBy('id')
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  return { rows, total };
}

function naming<T extends { account: AccountTable }, O>(query: SelectQueryBuilder<T, 'account', O>, q: string): SelectQueryBuilder<T, 'account', O> {
  return query.where(sql<boolean>`(strpos(account.name, ${q}) > 0 or strpos(account.sign_in_name, ${q}) > 0 or strpos(account.staff_number, ${q}) > 0)`);
}

interface Attempt {
  account_id: string;
  county_id: string;
  password_hash: string;
  admitted: boolean;
  locked_until: Date | null;
  path: string;
}

/** Count an attempt and learn what to compare with（登录尝试）; nothing when no account has the name. */
export async function beginSignIn(db: Db, name: string): Promise<Attempt | undefined> {
  const { failures, lockMinutes } = signInLimits;
  const { rows } = await sql<Attempt>`select * from begin_sign_in(${name}, ${failures}, ${lockMinutes})`.execute(db);
  return rows[0];
}

/** Count a failure of somebody signed in: a wrong present password, a wrong code. @returns until when the account is locked now */
export async function countFailure(db: Db, id: string): Promise<Date | null> {
  const { failures, lockMinutes } = signInLimits;
  const counted = sql<number>`case when locked_until <= now() then 1 else failures + 1 end`;
  const row = await own(db)
    .updateTable('account')
    .set({ failures: counted, locked_until: sql<Date | null>`case when ${counted} >= ${failures} then now() + make_interval(mins => ${lockMinutes}) end` })
    .where('id', '=', id)
    .returning('locked_until')
    .executeTakeFirstOrThrow();
  return row.locked_until;
}

const save = (db: Db, id: string, values: Partial<AccountRow>) => own(db).updateTable('account').set(values).where('id', '=', id).execute();

export const clearFailures = (db: Db, id: string) => save(db, id, { failures: 0, locked_until: null });

export const savePassword = (db: Db, id: string, password_hash: string, must_change_password: boolean) =>
  save(db, id, { password_hash, must_change_password, failures: 0, locked_until: null });

export const saveDisabled = (db: Db, id: string, disabled: boolean) => save(db, id, { disabled });

export const saveSecondFactor = (db: Db, id: string, totp_cipher: Buffer | null) => save(db, id, { totp_cipher, totp_confirmed: false, totp_last_step: '0' });

/** Accept a code's time step, once. */
export const acceptStep = (db: Db, id: string, step: number) =>
  save(db, id, { totp_last_step: String(step), totp_confirmed: true, failures: 0, locked_until: null });

/** The name of an account, inside another query（操作人姓名）: `select(accountName('created_by'))`; null when it is no account of the county. */
export const accountName = (column: string) => sql<string | null>`account_name(${sql.ref(column)})`;

/** Names of accounts by id（操作人姓名）; ids that are no account of the county are left out. */
export async function namesOfAccounts(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string | null }>`select id, account_name(id) as name from unnest(${[...new Set(ids)]}::uuid[]) as id`.execute(
    db,
  );
  return new Map(rows.flatMap(({ id, name }) => (name === null ? [] : [[id, name]])));
}

/** Ids of the county's accounts whose name or sign-in name holds a text. */
export const accountsNamed = (db: Db, q: string) => naming(own(db).selectFrom('account').select('id'), q);
