import { settle } from '#kernel/decision';
import type { Context } from '#platform/http';
import { newId } from '#platform/id';
import { clausesChanged } from './accounting.ts';
import { decideRevision, editList, pick, viewOf, viewsOf } from './actions.ts';
import type { DutyView } from './contract.ts';
import { decideMerger, decideSplit, orderWith, type Part } from './rules/structure.ts';
import { addBases, basesOf } from './store-bases.ts';
import * as duties from './store-duties.ts';

const idsOf = (live: readonly duties.Duty[]): string[] => live.map((duty) => duty.id);

/** Copy what some duties rest on to another one: the copies stay when the others are removed. */
async function copyBases(ctx: Context, from: readonly string[], to: readonly string[]): Promise<void> {
  const bases = await basesOf(ctx.db, from);
  await addBases(
    ctx.db,
    to.flatMap((dutyId) => bases.map((basis) => ({ ...basis, id: newId(), duty_id: dutyId }))),
  );
}

/** Make one duty of several（合并条目）; the first stays, with the bases of all. */
export async function mergeDuties(ctx: Context, { dutyListId, dutyIds }: { dutyListId: string; dutyIds: string[] }): Promise<DutyView> {
  const { save } = await editList(ctx, dutyListId);
  const live = await duties.dutiesOf(ctx.db, dutyListId);
  const merged = settle(decideMerger(pick(live, dutyIds)));
  const others = pick(live, dutyIds).filter((duty) => duty.id !== merged.id);
  await duties.saveDuties(ctx.db, [merged, ...others.map((duty) => ({ ...duty, removed: true }))], save);
  await copyBases(ctx, idsOf(others), [merged.id]);
  const gone = new Set(idsOf(others));
  await duties.numberDuties(
    ctx.db,
    idsOf(live).filter((id) => !gone.has(id)),
    save.revision,
  );
  await ctx.record('duty-list.merged', { subjectId: dutyListId, before: { dutyIds }, after: { dutyId: merged.id } });
  return viewOf(ctx, merged.id);
}

/** Make several duties of one（拆分条目）; each rests on the same sentences. */
export async function splitDuty(ctx: Context, { dutyId, revision, parts }: { dutyId: string; revision: number; parts: Part[] }): Promise<DutyView[]> {
  const { dutyListId } = await duties.dutyOf(ctx.db, dutyId);
  const { save } = await editList(ctx, dutyListId);
  const before = settle(decideRevision(await duties.dutyOf(ctx.db, dutyId), revision));
  const [first, ...rest] = settle(decideSplit(before, parts));
  const added = rest.map((duty, index) => ({ ...duty, id: newId(), ordinal: before.ordinal + index + 1 }));
  const live = idsOf(await duties.dutiesOf(ctx.db, dutyListId));
  if (first) await duties.saveDuties(ctx.db, [first], save);
  await duties.addDuties(ctx.db, added, save);
  await copyBases(ctx, [dutyId], idsOf(added));
  await duties.numberDuties(ctx.db, orderWith(live, idsOf(added), dutyId), save.revision);
  const ids = [dutyId, ...idsOf(added)];
  await ctx.record('duty-list.split', { subjectId: dutyListId, before: { dutyId }, after: { dutyIds: ids } });
  return viewsOf(ctx, dutyListId, ids);
}

/** Put a duty after another one, or first（移动条目）. */
export async function moveDuty(ctx: Context, { dutyId, after }: { dutyId: string; after: string | null }): Promise<DutyView> {
  const { dutyListId } = await duties.dutyOf(ctx.db, dutyId);
  const { save } = await editList(ctx, dutyListId);
  const live = await duties.dutiesOf(ctx.db, dutyListId);
  pick(live, after === null ? [dutyId] : [dutyId, after]);
  await duties.numberDuties(ctx.db, orderWith(idsOf(live), [dutyId], after), save.revision);
  return viewOf(ctx, dutyId);
}

/** Take a duty out of the list（删除条目）; it can be restored, and its clauses are open again. */
export async function removeDuty(ctx: Context, { dutyId, revision }: { dutyId: string; revision: number }): Promise<DutyView> {
  const { dutyListId } = await duties.dutyOf(ctx.db, dutyId);
  const { save } = await editList(ctx, dutyListId);
  const before = settle(decideRevision(await duties.dutyOf(ctx.db, dutyId), revision));
  await duties.saveDuties(ctx.db, [{ ...before, removed: true }], save);
  await duties.numberDuties(ctx.db, idsOf(await duties.dutiesOf(ctx.db, dutyListId)), save.revision);
  await clausesChanged(ctx.db, dutyListId);
  await ctx.record('duty-list.removed', { subjectId: dutyListId, before: { dutyId, goal: before.goal } });
  return viewOf(ctx, dutyId);
}

/** Put a removed duty back where it stood（恢复条目）. Restoring what stands changes nothing. */
export async function restoreDuty(ctx: Context, { dutyId }: { dutyId: string }): Promise<DutyView> {
  const { dutyListId } = await duties.dutyOf(ctx.db, dutyId);
  const { save } = await editList(ctx, dutyListId);
  const before = await duties.dutyOf(ctx.db, dutyId);
  if (!before.removed) return viewOf(ctx, dutyId);
  const live = await duties.dutiesOf(ctx.db, dutyListId);
  const previous = live.filter((duty) => duty.ordinal < before.ordinal).at(-1)?.id ?? null;
  await duties.saveDuties(ctx.db, [{ ...before, removed: false }], save);
  await duties.numberDuties(ctx.db, orderWith(idsOf(live), [dutyId], previous), save.revision);
  await clausesChanged(ctx.db, dutyListId);
  await ctx.record('duty-list.restored', { subjectId: dutyListId, after: { dutyId, goal: before.goal } });
  return viewOf(ctx, dutyId);
}
