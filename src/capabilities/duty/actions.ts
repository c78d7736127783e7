import { ORPCError } from '@orpc/server';
import { accept, type Decision, refuse, settle } from '#kernel/decision';
import type { Context } from '#platform/http';
import { newId } from '#platform/id';
import type { DutyChange, DutyView } from './contract.ts';
import { withRegisteredNames } from './organizations.ts';
import { blankDuty } from './rules/duty.ts';
import { changed, confirmed, decideChange, filled } from './rules/filling.ts';
import { decideEdit } from './rules/list.ts';
import { orderWith } from './rules/structure.ts';
import * as store from './store.ts';
import { addBases } from './store-bases.ts';
import * as duties from './store-duties.ts';
import { dutyViews } from './view.ts';

/** A list held for one save（持清单写入）: nobody else saves until the transaction ends. */
export interface Edit {
  list: store.DutyList;
  save: duties.Save;
}

/**
 * Hold a list and count the save（编辑清单）.
 *
 * @throws when the list cannot be written in: out of the actor's subtree, or no longer a draft
 */
export async function editList(ctx: Pick<Context, 'db' | 'actor'>, dutyListId: string): Promise<Edit> {
  const list = await store.raiseRevision(ctx.db, dutyListId);
  if (!list) throw onlyRead();
  settle(decideEdit(list.state));
  return { list, save: { revision: list.revision, by: ctx.actor.name } };
}

/** A list shared with the actor's organization can be read, and its items judged; the list itself is another's. */
export const onlyRead = () => new ORPCError('FORBIDDEN', { message: '这份清单由其他单位管理，您只能查看。' });

/** Is the save based on what stands now（基于当前版本）? */
export function decideRevision(duty: duties.Duty, revision: number): Decision<duties.Duty> {
  if (duty.revision !== revision) return refuse('duty.changed-meanwhile', { by: duty.changedBy || '别人' }, '夯基规则：两人同改不互相覆盖');
  if (duty.removed) return refuse('duty.not-in-list', {}, '夯基规则：已删除的条目先恢复再改');
  return accept(duty);
}

/** Live duties of the list at these ids, in the list's order. @throws a refusal when one of them is not there */
export function pick(live: readonly duties.Duty[], ids: readonly string[]): duties.Duty[] {
  const wanted = new Set(ids);
  const found = live.filter((duty) => wanted.has(duty.id));
  return settle(found.length === wanted.size ? accept(found) : refuse('duty.not-in-list', {}, '夯基规则：只改本清单的条目'));
}

const checked = async (ctx: Context, change: DutyChange) => settle(decideChange(settle(await withRegisteredNames(ctx.db, change))));

/** Save one duty（保存条目）; based on a stale revision it is refused, and nothing is overwritten. */
export async function saveDuty(ctx: Context, { dutyId, revision, change }: { dutyId: string; revision: number; change: DutyChange }): Promise<DutyView> {
  const { dutyListId } = await duties.dutyOf(ctx.db, dutyId);
  const { save } = await editList(ctx, dutyListId);
  const before = settle(decideRevision(await duties.dutyOf(ctx.db, dutyId), revision));
  await duties.saveDuties(ctx.db, [changed(before, await checked(ctx, change))], save);
  return viewOf(ctx, dutyId);
}

interface NewDuty {
  dutyListId: string;
  change: DutyChange;
  article?: string | undefined;
  after?: string | undefined;
}

/** Write a new duty into a list（新建条目）, at the end or after another one. */
export async function addDuty(ctx: Context, { dutyListId, change, article, after }: NewDuty): Promise<DutyView> {
  const { list, save } = await editList(ctx, dutyListId);
  const live = await duties.dutiesOf(ctx.db, dutyListId);
  const id = newId();
  const blank = { ...blankDuty, id, dutyListId, path: list.path, ordinal: live.length + 1, proposed: [], deadlineText: null, deadlineValue: null };
  const duty = changed({ ...blank, revision: 1, changedBy: save.by, removed: false }, await checked(ctx, { goal: '', ...change }));
  await duties.addDuties(ctx.db, [duty], save);
  if (after !== undefined) await duties.numberDuties(ctx.db, orderWith([...live.map((one) => one.id), id], [id], after), save.revision);
  if (article) {
    const basis = {
      id: newId(),
      duty_id: id,
      duty_list_id: dutyListId,
      path: list.path,
      directive_id: null,
      clause_id: null,
      span_start: null,
      span_end: null,
    };
    await addBases(ctx.db, [{ ...basis, quote: article, source: article, heading: [] }]);
  }
  return viewOf(ctx, id);
}

interface Filling {
  dutyListId: string;
  dutyIds: string[];
  change: DutyChange;
  overwrite: boolean;
}

/** Give many the same lead, posts, deadline or rhythm（批量填写）. */
export async function fillDuties(ctx: Context, { dutyListId, dutyIds, change, overwrite }: Filling): Promise<DutyView[]> {
  const { save } = await editList(ctx, dutyListId);
  const picked = pick(await duties.dutiesOf(ctx.db, dutyListId), dutyIds);
  const value = await checked(ctx, change);
  const after = filled(picked, value, overwrite);
  await duties.saveDuties(ctx.db, after, save);
  await ctx.record('duty-list.filled', { subjectId: dutyListId, after: { change: value, overwrite, dutyIds: after.map((duty) => duty.id) } });
  return viewsOf(ctx, dutyListId, dutyIds);
}

/** Let the proposals of these duties stand（确认建议）. */
export async function confirmDuties(ctx: Context, { dutyListId, dutyIds }: { dutyListId: string; dutyIds: string[] }): Promise<DutyView[]> {
  const { save } = await editList(ctx, dutyListId);
  const after = confirmed(pick(await duties.dutiesOf(ctx.db, dutyListId), dutyIds));
  await duties.saveDuties(ctx.db, after, save);
  await ctx.record('duty-list.confirmed', { subjectId: dutyListId, after: { dutyIds: after.map((duty) => duty.id) } });
  return viewsOf(ctx, dutyListId, dutyIds);
}

/** One duty as it stands now. */
export async function viewOf(ctx: Context, dutyId: string): Promise<DutyView> {
  const [view] = await dutyViews(ctx.db, [await duties.dutyOf(ctx.db, dutyId)]);
  if (!view) throw new Error(`duty ${dutyId} has no view`);
  return view;
}

/** Some duties of a list as they stand now, in the list's order. */
export async function viewsOf(ctx: Context, dutyListId: string, ids: readonly string[]): Promise<DutyView[]> {
  return dutyViews(ctx.db, pick(await duties.dutiesOf(ctx.db, dutyListId), ids));
}
