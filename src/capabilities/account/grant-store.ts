import { type Insertable, sql } from 'kysely';
import { allOrganizations } from '#organization';
import type { Db } from '#platform/db';
import type { Role } from './rules/roles.ts';
import { own, type RoleGrantTable } from './tables.ts';

export type GrantRow = Insertable<RoleGrantTable>;

/** Grant roles at organizations（授予角色）in bulk. */
export const addGrants = (db: Db, grants: readonly GrantRow[]) => own(db).insertInto('role_grant').values(grants).execute();

export interface UsableGrant {
  id: string;
  county_id: string;
  organization_id: string;
  organization_name: string;
  path: string;
  role: Role;
  from_day: string;
  to_day: string | null;
}

/** Grants the caller could work in on a day（可用授权）, highest first, also outside the present scope. */
export async function usableGrants(db: Db, day: string): Promise<UsableGrant[]> {
  const { rows } = await sql<UsableGrant>`select * from my_grants(${day})`.execute(db);
  return rows;
}

const withOrganizations = (db: Db) =>
  own(db)
    .selectFrom('role_grant')
    .innerJoin(allOrganizations(db).as('organization'), 'organization.id', 'role_grant.organization_id')
    .select(['role_grant.id', 'account_id', 'organization_id', 'organization.name as organization_name', 'organization.path', 'role', 'from_day', 'to_day']);

/** Every grant of an account, ended ones too, newest first. */
export const grantsOf = (db: Db, accountId: string) =>
  withOrganizations(db).where('account_id', '=', accountId).orderBy('from_day', 'desc').orderBy('role_grant.id').execute();

/** Grants of some accounts that are in force on a day（现有角色）. */
export const grantsHeldOn = (db: Db, accountIds: readonly string[], day: string) =>
  withOrganizations(db)
    .where(sql<boolean>`account_id = any (${[...accountIds]}::uuid[])`)
    .where('from_day', '<=', day)
    .where(sql<boolean>`(to_day is null or to_day > ${day})`)
    .orderBy('organization.path')
    .orderBy('role')
    .execute();

export const grantOf = (db: Db, id: string) => withOrganizations(db).where('role_grant.id', '=', id).executeTakeFirstOrThrow();

/** A grant stands where the administrator stands who may see it. */
export const placeOfGrant = (db: Db, id: string) =>
  own(db).selectFrom('role_grant').select(sql<string>`current_setting('app.lo')`.as('path')).where('id', '=', id).executeTakeFirst();

export const endGrant = (db: Db, id: string, day: string) => own(db).updateTable('role_grant').set({ to_day: day }).where('id', '=', id).execute();

/** Let one end of a grant at a time through in the county: two administrators who end each other’s would leave nobody. */
export const lockGrants = (db: Db) => sql`select pg_advisory_xact_lock(hashtext('grants'), hashtext(current_setting('app.county')))`.execute(db);

/** How many other accounts of the county hold a role on a day. */
export async function othersWithRole(db: Db, role: Role, accountId: string, day: string): Promise<number> {
  const { others } = await own(db)
    .selectFrom('role_grant')
    .innerJoin('account', 'account.id', 'role_grant.account_id')
    .select(sql<number>`count(distinct account_id)::int`.as('others'))
    .where('role', '=', role)
    .where('account_id', '<>', accountId)
    .where('disabled', '=', false)
    .where('from_day', '<=', day)
    .where(sql<boolean>`(to_day is null or to_day > ${day})`)
    .executeTakeFirstOrThrow();
  return others;
}

/** Organizations to grant roles at, by part of the name: names only. */
export async function findPlaces(db: Db, { q, page, size }: { q: string; page: number; size: number }) {
  const found = db.selectFrom(allOrganizations(db).as('organization')).where(sql<boolean>`strpos(organization.name, ${q}) > 0`);
  const { total } = await found.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow();
  const rows = await found
    .leftJoin(allOrganizations(db).as('parent'), 'parent.id', 'organization.parent_id')
    .select(['organization.id', 'organization.name', 'parent.name as parentName', sql<boolean>`organization.parent_id is null`.as('root')])
    .orderBy('organization.path')
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  return { rows, total };
}

/** Is the account an administrator's? The system administrator may not read grants; this is all he learns of them. */
export async function isAdministratorToday(db: Db, accountId: string, day: string): Promise<boolean> {
  const { rows } = await sql<{ administrator: boolean }>`select is_administrator(${accountId}, ${day}) as administrator`.execute(db);
  return rows[0]?.administrator ?? false;
}
