import type { Found } from '#web/page';
import { listStateLabel } from '../../rules/words.ts';
import { duties } from '../queries.ts';

/** Responsibility lists for the search box（查找清单）. */
export async function findDutyLists(organizationId: string, words: string): Promise<Found[]> {
  const { rows } = await duties.listDutyLists.call({ organizationId, q: words, size: 6 });
  return rows.map(({ id, title, number, state }) => ({ id, title, note: number ?? listStateLabel[state], address: `/list/${id}` }));
}
