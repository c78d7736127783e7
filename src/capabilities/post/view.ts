import { dayOf } from '#kernel/day';
import { memberCounts } from '#member';
import { organizationOf } from '#organization';
import type { Context } from '#platform/http';
import type { BodyView } from './contract.ts';
import { sizeAdvice } from './rules/size.ts';
import { termStatus } from './rules/term.ts';
import * as store from './store.ts';

/** The leading body of an organization on a day（领导班子）: posts, term, and what its size asks for. */
export async function bodyView({ db, actor }: Context, organizationId: string, on?: string): Promise<BodyView> {
  const day = on ?? dayOf(new Date());
  const organization = await organizationOf(db, organizationId);
  const seats = await store.bodyOf(db, organizationId, day);
  const term = await store.latestTerm(db, organizationId);
  const [counted] = await memberCounts(db, [organizationId]).execute();
  const { full = 0, probationary = 0 } = counted ?? {};
  return {
    posts: seats.map(({ id, title, person_id, name, from_day }) => ({
      id,
      title,
      holder: person_id && name && from_day ? { personId: person_id, name, from: from_day } : null,
    })),
    vacancies: seats.filter((seat) => seat.person_id === null).length,
    term: term ? { electedOn: term.elected_on, endsOn: term.ends_on, ...termStatus({ electedOn: term.elected_on, endsOn: term.ends_on }, day) } : null,
    advice: sizeAdvice({ ...organization, fullMembers: full, members: full + probationary, hasCommittee: organization.has_committee }),
    may: actor.permissions.has('post.edit') ? ['appoint', 'leave'] : [],
  };
}
