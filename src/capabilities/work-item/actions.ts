import { createHash } from 'node:crypto';
import { dayOf } from '#kernel/day';
import { refuse, settle } from '#kernel/decision';
import { organizationOf } from '#organization';
import type { Context } from '#platform/http';
import { markItems } from './indicators.ts';
import { decideMove } from './rules/decisions.ts';
import type { Move } from './rules/moves.ts';
import * as store from './store.ts';
import type { WorkItem } from './tables.ts';
import { factsOf, moverOf, viewOf } from './view.ts';

interface Revised {
  workItemId: string;
  revision: number;
}

/** Sign for an item（签收）. */
export const acceptWorkItem = (ctx: Context, input: Revised) =>
  move(ctx, input, 'accept', 'work-item.accepted', { accepted_by: ctx.actor.id, accepted_at: new Date() });

/** Start working on it（开始办理）. */
export const beginWorkItem = (ctx: Context, input: Revised) => move(ctx, input, 'begin', 'work-item.begun', {});

/** Report it finished（报结）; from here on somebody else decides. */
export const submitWorkItem = (ctx: Context, { summary, ...input }: Revised & { summary: string }) =>
  move(ctx, input, 'submit', 'work-item.submitted', { submitted_by: ctx.actor.id, submitted_at: new Date(), submission: summary }, summary);

/** Take the report back（撤回报结）while nobody has judged it. */
export const withdrawSubmission = (ctx: Context, input: Revised) => move(ctx, input, 'withdraw-submission', 'work-item.submission-withdrawn', unsubmitted);

/** Verify an item, or return it with a reason（核验、退回）. */
export const reviewWorkItem = (ctx: Context, { verdict, note, ...input }: Revised & { verdict: 'verify' | 'return'; note: string }) =>
  verdict === 'verify'
    ? move(ctx, input, 'verify', 'work-item.verified', { verified_by: ctx.actor.id, verified_at: new Date() }, note)
    : move(ctx, input, 'return', 'work-item.returned', { ...unsubmitted, verified_by: null, verified_at: null }, note);

/** Write a verified item off（销号）. */
export const writeOffWorkItem = (ctx: Context, { note, ...input }: Revised & { note: string }) =>
  move(ctx, input, 'write-off', 'work-item.written-off', { written_off_by: ctx.actor.id, written_off_at: new Date() }, note);

/** Sign for many at once（批量签收）; what waits no longer is left alone. */
export async function acceptWorkItems(ctx: Context, { organizationId, workItemIds }: { organizationId: string; workItemIds: string[] }) {
  if (ctx.actor.organizationId !== organizationId) {
    const { name } = await organizationOf(ctx.db, organizationId);
    settle(refuse('work-item.not-the-doer', { organization: name }, '夯基规则：两轴状态分属承办方与评判方'));
  }
  const accepted = await store.acceptAll(ctx.db, organizationId, [...new Set(workItemIds)], ctx.actor);
  if (accepted.length > 0) {
    const digest = createHash('sha256').update(accepted.join('\n')).digest('hex');
    await ctx.record('work-item.accepted', { subjectId: organizationId, after: { count: accepted.length, digest } });
  }
  return { accepted: accepted.length };
}

const unsubmitted = { submitted_by: null, submitted_at: null } as const;

/** The four beats of every single move. */
async function move(ctx: Context, { workItemId, revision }: Revised, move: Move, kind: string, change: store.Course, note = '') {
  const { db, actor } = ctx;
  const before = await store.lockItem(db, workItemId, actor);
  if (before.revision !== revision) {
    settle(refuse('work-item.changed-meanwhile', { by: await store.lastMoverOf(db, workItemId) }, '夯基规则：先看到再办理'));
  }
  const pair = settle(decideMove(factsOf(before), move, moverOf(actor), note));

  const after = await store.saveItem(db, before, { ...change, ...pair });

  await store.addStep(db, after, actor, move, note);
  if (after.judged !== before.judged) await markItems(db, [after]);
  await ctx.record(kind, { subjectId: workItemId, before: stateOf(before), after: { ...stateOf(after), note } });
  return viewOf(db, workItemId, actor, dayOf(new Date()));
}

export const stateOf = ({ working, judged, revision }: WorkItem) => ({ working, judged, revision });
