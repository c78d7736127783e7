import { type SqlBool, sql } from 'kysely';
import type { Party } from '#duty';
import { allOrganizations } from '#organization';
import type { Context } from '#platform/http';
import { isNameable, matchOf, searchedBy } from './rules/parties.ts';

/** Find the organizations that names mean（单位匹配）, as far as the actor sees; a name that may mean several, or none, stays a name. */
export async function partiesNamed({ db, actor }: Pick<Context, 'db' | 'actor'>, names: readonly string[]): Promise<(name: string) => Party> {
  const wanted = [...new Set(names.filter(isNameable).map(searchedBy))];
  const { lo, hi } = actor.scope;
  const candidates =
    wanted.length === 0
      ? []
      : await db
          .selectFrom(allOrganizations(db).as('organization'))
          .select(['organization.id', 'organization.name'])
          .where('organization.path', '>=', lo)
          .where('organization.path', '<', hi)
          .where(sql<SqlBool>`exists (select from unnest(${wanted}::text[]) as wanted (part) where position(wanted.part in organization.name) > 0)`)
          .execute();
  return (name) => {
    const found = matchOf(name, candidates);
    return found ? { organizationId: found.id, name: found.name } : { organizationId: null, name: name.slice(0, 60) };
  };
}
