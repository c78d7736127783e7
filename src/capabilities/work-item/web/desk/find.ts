import type { Found } from '#web/page';
import { workItems } from '../queries.ts';

/** Work items for the search box（查找任务）, by number or title. */
export async function findWorkItems(organizationId: string, words: string): Promise<Found[]> {
  const { rows } = await workItems.listWorkItems.call({ organizationId, q: words, size: 6, sort: 'due' });
  return rows.map(({ id, number, title, organizationName }) => ({ id, title: `${number} ${title}`, note: organizationName, address: `/items/${id}` }));
}
