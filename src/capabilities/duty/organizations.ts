import { type SqlBool, sql } from 'kysely';
import { accept, type Decision, refuse } from '#kernel/decision';
import { rangeOf } from '#kernel/scope';
import { allOrganizations } from '#organization';
import type { Db } from '#platform/db';
import type { Receivers } from './contract.ts';
import type { Party } from './rules/duty.ts';
import type { DutyChange } from './rules/filling.ts';

const chosen = (db: Db) => db.selectFrom(allOrganizations(db).as('organization'));

/** Give parties the names of the register（牵头、配合单位登记名）. Refused when one is not in the actor's sight. */
export async function withRegisteredNames(db: Db, change: DutyChange): Promise<Decision<DutyChange>> {
  const ids = [...(change.leads ?? []), ...(change.partners ?? [])].flatMap(({ organizationId }) => organizationId ?? []);
  if (ids.length === 0) return accept(change);
  const found = await chosen(db).select(['id', 'name']).where('id', 'in', ids).execute();
  const names = new Map(found.map(({ id, name }) => [id, name]));
  const named = (parties: readonly Party[]): Party[] => parties.map((party) => ({ ...party, name: names.get(party.organizationId ?? '') ?? party.name }));
  const unknown = [...(change.leads ?? []), ...(change.partners ?? [])].find(({ organizationId }) => organizationId !== null && !names.has(organizationId));
  if (unknown) return refuse('duty.party-unknown', { name: unknown.name }, '夯基规则：牵头、配合单位须在党组织登记内');
  return accept({ ...change, ...(change.leads && { leads: named(change.leads) }), ...(change.partners && { partners: named(change.partners) }) });
}

/** Organizations at these ids, with their places; those out of sight are left out. */
export const organizationsAt = (db: Db, ids: readonly string[]): Promise<{ id: string; name: string; path: string }[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : chosen(db)
        .select(['id', 'name', 'path'])
        .where('id', 'in', [...ids])
        .execute();

/**
 * Organizations below a list's own that a choice finds（接收单位）: every condition narrows, named ones are added. The issuer itself only by name.
 * Without any condition it is everything below.
 */
export function receiversOf(db: Db, path: string, choice: Receivers) {
  const { lo, hi } = rangeOf(path);
  const within = chosen(db).where('organization.path', '>=', lo).where('organization.path', '<', hi);
  return within.where((eb) => {
    const named = choice.named.length > 0 ? eb('organization.id', 'in', choice.named) : sql<SqlBool>`false`;
    if (choice.onlyNamed) return named;
    const conditions = [
      eb('organization.path', '<>', path),
      ...(choice.under !== null ? [sql<SqlBool>`starts_with(organization.path, (${pathAt(db, choice.under)}))`] : []),
      ...(choice.levels.length > 0 ? [eb('organization.level', 'in', choice.levels)] : []),
      ...(choice.fields.length > 0 ? [sql<SqlBool>`organization.field = any (${choice.fields}::text[])`] : []),
      ...(choice.forms.length > 0 ? [sql<SqlBool>`organization.form = any (${choice.forms}::text[])`] : []),
      ...(choice.kinds.length > 0 ? [sql<SqlBool>`organization.kind = any (${choice.kinds}::text[])`] : []),
    ];
    return eb.or([named, eb.and(conditions)]);
  });
}

const pathAt = (db: Db, id: string) => db.selectFrom(allOrganizations(db).as('above')).select('above.path').where('above.id', '=', id);
