import type { Found } from '#web/page';
import { organizations } from './queries.ts';

/** Organizations for the search box（查找党组织）. */
export async function findOrganizations(organizationId: string, words: string): Promise<Found[]> {
  const { rows } = await organizations.searchOrganizations.call({ organizationId, q: words, size: 6 });
  return rows.map(({ id, name, parentName }) => ({ id, title: name, note: parentName, address: `/org/${id}` }));
}
