import { dayOf } from '#kernel/day';
import { accept, RefusedError, refuse, settle } from '#kernel/decision';
import { subtreeOf } from '#kernel/scope';
import { type Db, transaction } from '#platform/db';
import type { Context } from '#platform/http';
import { newId } from '#platform/id';
import { enqueue, type Job } from '#platform/jobs';
import { record } from '#platform/journal';
import { dispatchedAlready, dispatchItems, dueOf } from '#work-item';
import { onlyRead, pick } from './actions.ts';
import type { DispatchView, Receivers } from './contract.ts';
import { messages } from './messages.ts';
import { organizationsAt, receiversOf } from './organizations.ts';
import { decideDispatch } from './rules/list.ts';
import * as store from './store.ts';
import * as dispatches from './store-dispatches.ts';
import { type Duty, dutiesOf } from './store-duties.ts';
import { dispatchView } from './view.ts';

interface Sending {
  dutyListId: string;
  dutyIds: string[];
  receivers: Receivers;
}

/** Send duties of an issued list down the tree（下达清单）. What is wrong is said at once; the items are made by a job. */
export async function dispatchDutyList(ctx: Context, { dutyListId, dutyIds, receivers }: Sending): Promise<DispatchView> {
  const list = await store.lockList(ctx.db, dutyListId);
  if (!list) throw onlyRead();
  const duties = pick(await dutiesOf(ctx.db, dutyListId), dutyIds);
  await checkNamed(ctx.db, list.path, receivers.named);
  const total = await checkSending(ctx.db, list, duties, receivers);
  const choice = JSON.stringify({ dutyIds: duties.map((duty) => duty.id), receivers });
  const dispatch = await dispatches.addDispatch(ctx.db, { id: newId(), duty_list_id: dutyListId, path: list.path, choice, total });
  await enqueue(ctx.db, 'duty.dispatch', {
    countyId: ctx.actor.scope.county,
    dispatchId: dispatch.id,
    path: list.path,
    organizationName: ctx.actor.organizationName,
    ...byOf(ctx),
  });
  await ctx.record('duty-list.dispatch-requested', { subjectId: dutyListId, after: { dispatchId: dispatch.id, total, dutyIds, receivers } });
  return dispatchView(dispatch);
}

const byOf = ({ actor }: Context) => ({ actorId: actor.id, actorName: actor.name });

/** Each organization named must lie below the issuer. */
async function checkNamed(db: Db, path: string, named: readonly string[]): Promise<void> {
  const wanted = [...new Set(named)];
  const inside = (await organizationsAt(db, wanted)).filter((organization) => organization.path.startsWith(path));
  const count = wanted.length - inside.length;
  settle(count === 0 ? accept(count) : refuse('duty-list.receiver-unknown', { count }, '夯基规则：只向本级管辖的党组织下达'));
}

const receiverIds = async (db: Db, path: string, receivers: Receivers): Promise<string[]> => {
  const rows = await receiversOf(db, path, receivers).select('organization.id').orderBy('organization.path').execute();
  return rows.map(({ id }) => id);
};

const yearOf = (list: store.DutyList): number => list.year ?? Number(dayOf(list.created_at).slice(0, 4));

async function checkSending(db: Db, list: store.DutyList, duties: readonly Duty[], receivers: Receivers): Promise<number> {
  const ids = await receiverIds(db, list.path, receivers);
  const dutyIds = duties.map((duty) => duty.id);
  const existing = ids.length === 0 ? [] : await dispatchedAlready(db, dutyIds, ids).execute();
  const due = duties.flatMap(({ ordinal, timing }) => (timing === null ? [] : [{ ordinal, dueOn: dueOf(timing, yearOf(list)) }]));
  const facts = { state: list.state, duties: due, receivers: ids.length, existing: existing.length, today: dayOf(new Date()) };
  return settle(decideDispatch(facts)).total;
}

interface Payload {
  countyId: string;
  dispatchId: string;
  path: string;
  actorId: string;
  actorName: string;
  organizationName: string;
}

const progressMilliseconds = 300;

/**
 * Make the items of one dispatch（下达作业）: all of them in one transaction, or none. Meanwhile a second connection says how many are
 * made. A process that died leaves nothing, and the next attempt begins anew; what is done or has failed stays so.
 */
export const dispatchJob: Job = async ({ db }, payload) => {
  const { countyId, dispatchId, path, actorId, ...names } = payload as unknown as Payload;
  const settings = { role: 'hangji_writer', scope: subtreeOf(countyId, path), actorId } as const;
  const save = (change: Parameters<typeof dispatches.saveDispatch>[2]) => transaction(db, settings, (trx) => dispatches.saveDispatch(trx, dispatchId, change));

  const before = await transaction(db, settings, (trx) => dispatches.dispatchOf(trx, dispatchId));
  if (before.state === 'done' || before.state === 'failed') return;
  await save({ state: 'running', done: 0 });
  const progress = tellProgress(save);
  try {
    await transaction(db, settings, (trx) => makeItems(trx, dispatchId, { id: actorId, ...names }, progress));
  } catch (error) {
    await progress.stop();
    const problem = problemOf(error);
    await save({
      state: 'failed',
      done: 0,
      problem: problem ?? '系统出错，一件也没有下达。请稍后再试；仍不成功的，请联系系统管理员。',
      finished_at: new Date(),
    });
    if (problem === undefined) throw error;
  }
};

interface Progress {
  add(items: number): void;
  stop(): Promise<void>;
}

/** Write the number of items made, from outside their transaction, as often as somebody could notice. */
function tellProgress(save: (change: { done: number }) => Promise<void>): Progress {
  let done = 0;
  let told = 0;
  let telling: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    if (done === told) return;
    told = done;
    // A figure that cannot be written is written with the next one; the dispatch itself does not depend on it.
    telling = telling.then(() => save({ done: told })).catch(() => {});
  }, progressMilliseconds);
  return {
    add: (items) => {
      done += items;
    },
    stop: async () => {
      clearInterval(timer);
      await telling;
    },
  };
}

async function makeItems(db: Db, dispatchId: string, by: { id: string; actorName: string; organizationName: string }, progress: Progress): Promise<void> {
  await dispatches.holdDispatch(db, dispatchId);
  const dispatch = await dispatches.dispatchOf(db, dispatchId);
  if (dispatch.state === 'done' || dispatch.state === 'failed') return progress.stop();
  const { dutyIds, receivers } = dispatch.choice;
  const list = await store.listOf(db, dispatch.duty_list_id);
  const duties = pick(await dutiesOf(db, list.id), dutyIds);
  await checkSending(db, list, duties, receivers);
  const ids = await receiverIds(db, list.path, receivers);
  let made = 0;
  for (const duty of duties) {
    const items = await dispatchItems(db, demandOf(list, duty, dispatchId), ids, { id: by.id, name: by.actorName, organizationName: by.organizationName });
    made += items;
    progress.add(items);
  }
  await progress.stop();
  await dispatches.saveDispatch(db, dispatchId, { state: 'done', done: made, finished_at: new Date() });
  const after = { dispatchId, items: made, receivers: ids.length, dutyIds };
  await record(db, 'duty-list.dispatched', { subjectId: list.id, path: list.path, after });
}

function demandOf(list: store.DutyList, duty: Duty, dispatchId: string) {
  if (duty.timing === null) throw new Error(`duty ${duty.id} was issued without a timing`);
  return {
    originKind: 'duty',
    originId: duty.id,
    dutyListId: list.id,
    dispatchId,
    number: `${list.number}-${String(duty.ordinal).padStart(2, '0')}`,
    title: duty.goal,
    issuer: { id: list.organization_id, name: list.organization_name, path: list.path },
    // Lead and partner both judge; the first named leads.
    leadIds: [...duty.leads, ...duty.partners].flatMap(({ organizationId }) => organizationId ?? []),
    leadNames: duty.leads.map(({ name }) => name).join('、'),
    posts: duty.posts,
    field: duty.field,
    measures: duty.measures,
    target: duty.target,
    timing: duty.timing,
    criterion: duty.criterion,
    effectDays: duty.effectDays,
    startsOn: dayOf(new Date()),
    dueOn: dueOf(duty.timing, yearOf(list)),
  };
}

/** The sentence for what a person can put right; nothing for a fault. */
function problemOf(error: unknown): string | undefined {
  if (error instanceof RefusedError) {
    const { code, facts } = error.refusal;
    const sentence = Object.entries(messages).find(([key]) => key === code)?.[1];
    return sentence && `${sentence(facts)}一件也没有下达。`;
  }
  const { constraint } = error as { constraint?: string };
  return constraint === 'work_item_dispatched_once' ? '同一时间有另一次下达包含了相同的事项和单位。一件也没有下达，请刷新后再试。' : undefined;
}
