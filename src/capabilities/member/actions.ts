import { dayOf } from '#kernel/day';
import { settle } from '#kernel/decision';
import { mayHaveChildren, organizationOf } from '#organization';
import { movePerson, personOf } from '#person';
import type { Context } from '#platform/http';
import { newId } from '#platform/id';
import type { AddInput, MemberRow } from './contract.ts';
import { decideRegistration } from './rules/registration.ts';
import * as store from './store.ts';
import { viewOf } from './view.ts';

/** Enter a membership in a branch（登记党员）; the person's record goes to the same branch. */
export async function addMember(ctx: Context, { organizationId, personId, occupation, ...days }: AddInput): Promise<MemberRow> {
  const { kind } = await organizationOf(ctx.db, organizationId);
  // Who is entered twice at once waits here: the person's row is written first.
  await movePerson(ctx.db, personId, organizationId, ctx.path);
  const { name, born_on } = await personOf(ctx.db, personId);
  const around = {
    isBranch: !mayHaveChildren(kind),
    name,
    isActiveMember: await store.isActiveMember(ctx.db, personId),
    bornOn: born_on,
    today: dayOf(new Date()),
  };
  const registration = settle(decideRegistration(around, days));
  const row = {
    id: newId(),
    person_id: personId,
    organization_id: organizationId,
    path: ctx.path,
    kind: registration.kind,
    joined_on: registration.joinedOn,
    full_on: registration.fullOn,
    occupation,
    from_day: registration.joinedOn,
    to_day: null,
  };
  await store.addMember(ctx.db, row);
  await ctx.record('member.added', { subjectId: row.id, after: row });
  return viewOf(await store.memberOf(ctx.db, row.id), ctx.actor);
}
