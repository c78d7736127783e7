import type { BoardSearch } from './index.ts';

/** What the server is asked, from what the address holds. */
export const filtersOf = ({ lamps, working, judged, field, lead, list, duty, waiting, closed, q, sort, page }: BoardSearch, organizationId: string) => ({
  organizationId,
  lamps,
  working,
  judged,
  field,
  lead: lead || undefined,
  dutyListId: list,
  dutyId: duty,
  waiting,
  // What is still to be done, unless somebody asks for more.
  closed: judged || closed ? undefined : false,
  q,
  sort,
  page,
  size: 50,
});
