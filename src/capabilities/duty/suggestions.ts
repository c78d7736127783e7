import { rangeOf } from '#kernel/scope';
import type { Db } from '#platform/db';
import type { Suggestion } from './contract.ts';
import { type Precedent, suggestionsFor } from './rules/suggestions.ts';
import { listOf } from './store.ts';
import { dutiesOf, issuedDuties } from './store-duties.ts';

const precedentsAtMost = 3_000;

/** Suggest what a list still misses（填写建议）, from the newest lists issued in the same subtree and from what is already settled in this one. */
export async function suggestionsOf(db: Db, dutyListId: string): Promise<Suggestion[]> {
  const list = await listOf(db, dutyListId);
  const live = await dutiesOf(db, dutyListId);
  const earlier = await issuedDuties(db, rangeOf(list.path), dutyListId, precedentsAtMost);
  const settled = live.filter((duty) => duty.leads.length > 0 && !duty.proposed.includes('leads') && !duty.proposed.includes('timing'));
  const precedents: Precedent[] = [
    ...earlier.map(({ title, ...duty }) => ({ ...duty, listTitle: title, here: false })),
    ...settled.map((duty) => ({ ...duty, listTitle: list.title, year: list.year, here: true })),
  ];
  return suggestionsFor(live, precedents, list.year);
}
