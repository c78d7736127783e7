import { settle } from '#kernel/decision';
import { organizationOf } from '#organization';
import { personOf } from '#person';
import type { Context } from '#platform/http';
import { newId } from '#platform/id';
import type { AppointInput, BodyView, LeaveInput } from './contract.ts';
import { decideAppointment, decideDeparture } from './rules/appointment.ts';
import * as store from './store.ts';
import { bodyView } from './view.ts';

/** Appoint somebody to a post（登记任职）; the post is made where the body has none of this title. */
export async function appoint(ctx: Context, { organizationId, title, personId, from }: AppointInput): Promise<BodyView> {
  const { name } = await personOf(ctx.db, personId);
  const seats = await store.lockSeats(ctx.db, organizationId, title);
  const known = seats.map(({ postId, holding }) => ({
    postId,
    last: holding ? { name: holding.name, from: holding.from_day, to: holding.to_day } : null,
  }));
  const seat = settle(decideAppointment(title, known, from));
  const postId = seat ?? newId();
  if (seat === null) await store.addPost(ctx.db, { id: postId, organization_id: organizationId, path: ctx.path, title });
  const holding = { id: newId(), post_id: postId, person_id: personId, holder_name: name, path: ctx.path, from_day: from };
  await store.addHolding(ctx.db, holding);
  await ctx.record('post.appointed', { subjectId: postId, after: { ...holding, organizationId, title } });
  return bodyView(ctx, organizationId);
}

/** Enter the last day of whoever holds a post（登记离任）. */
export async function leave(ctx: Context, { organizationId, title, personId, on }: LeaveInput): Promise<BodyView> {
  await organizationOf(ctx.db, organizationId);
  const seats = await store.lockSeats(ctx.db, organizationId, title);
  const seat = seats.find(({ holding }) => holding?.person_id === personId && holding.to_day === null);
  const day = settle(decideDeparture(seat?.holding && { from: seat.holding.from_day }, on));
  if (seat?.holding) {
    await store.endHolding(ctx.db, seat.holding.id, day);
    await ctx.record('post.left', { subjectId: seat.postId, before: seat.holding, after: { ...seat.holding, to_day: day } });
  }
  return bodyView(ctx, organizationId);
}
