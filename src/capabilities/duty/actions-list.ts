import { dayOf } from '#kernel/day';
import { settle } from '#kernel/decision';
import { organizationOf } from '#organization';
import type { Context } from '#platform/http';
import { newId } from '#platform/id';
import { openClausesOf } from './accounting.ts';
import { editList, onlyRead } from './actions.ts';
import type { DutyListView } from './contract.ts';
import { organizationsAt } from './organizations.ts';
import { gapsOf } from './rules/gaps.ts';
import { decideIssue, decideReview, decideSubmission, type Verdict } from './rules/list.ts';
import { needsYear, timingOfDeadline } from './rules/timing.ts';
import * as store from './store.ts';
import { addListGrants } from './store-dispatches.ts';
import * as duties from './store-duties.ts';
import { listViews } from './view.ts';

interface NewList {
  organizationId: string;
  title: string;
  year: number | null;
}

/** Begin a list（新建责任清单）without anything in it. */
export async function createDutyList(ctx: Context, input: NewList): Promise<DutyListView> {
  const id = await openList(ctx, input);
  await ctx.record('duty-list.created', { subjectId: id, after: input });
  return viewOf(ctx, id);
}

/** Enter an empty list for the organization at which the permission was asked; the caller records why. @returns its id */
export async function openList(ctx: Context, { organizationId, title, year }: NewList): Promise<string> {
  const { name } = await organizationOf(ctx.db, organizationId);
  const list = { id: newId(), organization_id: organizationId, organization_name: name, path: ctx.path, title, year, created_by_name: ctx.actor.name };
  await store.addList(ctx.db, list);
  return list.id;
}

/** Say which year a list is for（确定年份）: deadlines that left it open, and that nobody has set otherwise, now have a day to confirm. */
export async function setYear(ctx: Context, { dutyListId, year }: { dutyListId: string; year: number }): Promise<DutyListView> {
  const { list, save } = await editList(ctx, dutyListId);
  await store.saveList(ctx.db, dutyListId, { year });
  const waiting = (await duties.dutiesOf(ctx.db, dutyListId)).flatMap((duty) => {
    if (duty.deadlineValue === null || !needsYear(duty.deadlineValue)) return [];
    if (duty.timing !== null && !duty.proposed.includes('timing')) return [];
    const proposed = duty.proposed.includes('timing') ? duty.proposed : [...duty.proposed, 'timing' as const];
    return [{ ...duty, timing: timingOfDeadline(duty.deadlineValue, year, null), proposed }];
  });
  await duties.saveDuties(ctx.db, waiting, save);
  await ctx.record('duty-list.year-set', { subjectId: dutyListId, before: { year: list.year }, after: { year, dutyIds: waiting.map((duty) => duty.id) } });
  return viewOf(ctx, dutyListId);
}

/** Hold a list that changes its state. @throws when it belongs to others */
async function hold(ctx: Context, dutyListId: string): Promise<store.DutyList> {
  const list = await store.raiseRevision(ctx.db, dutyListId);
  if (!list) throw onlyRead();
  return list;
}

const factsOf = ({ state, year, submitted_by }: store.DutyList) => ({ state, year, submittedBy: submitted_by });

/** Put a list before a second person（提交审核）. The journal keeps every duty as it was put. */
export async function submitDutyList(ctx: Context, { dutyListId }: { dutyListId: string }): Promise<DutyListView> {
  const list = await hold(ctx, dutyListId);
  const live = await duties.dutiesOf(ctx.db, dutyListId);
  const standing = live.map(({ ordinal, proposed, ...duty }) => ({ ordinal, proposed, gaps: gapsOf(duty) }));
  const open = (await openClausesOf(ctx.db, [dutyListId])).get(dutyListId) ?? 0;
  const { state } = settle(decideSubmission(factsOf(list), standing, open));
  const submitted = { submitted_by: ctx.actor.id, submitted_by_name: ctx.actor.name, submitted_at: new Date() };
  await store.saveList(ctx.db, dutyListId, { state, ...submitted, reviewed_by: null, reviewed_by_name: null, reviewed_at: null });
  await ctx.record('duty-list.submitted', { subjectId: dutyListId, before: { state: list.state }, after: { state, year: list.year, duties: live } });
  return viewOf(ctx, dutyListId);
}

interface Review {
  dutyListId: string;
  verdict: Verdict;
  note: string;
}

/** Judge a submitted list（审核清单）, as a second person. */
export async function reviewDutyList(ctx: Context, { dutyListId, verdict, note }: Review): Promise<DutyListView> {
  const list = await hold(ctx, dutyListId);
  const { state } = settle(decideReview(factsOf(list), ctx.actor.id, verdict, note));
  const reviewed = { reviewed_by: ctx.actor.id, reviewed_by_name: ctx.actor.name, reviewed_at: new Date(), review_note: note };
  await store.saveList(ctx.db, dutyListId, { state, ...reviewed });
  await ctx.record('duty-list.reviewed', { subjectId: dutyListId, before: { state: list.state }, after: { state, verdict, note } });
  return viewOf(ctx, dutyListId);
}

/** Issue an approved list under a number（印发清单）; from now on the organizations it names see it and its items. */
export async function issueDutyList(ctx: Context, { dutyListId, number }: { dutyListId: string; number: string }): Promise<DutyListView> {
  const list = await hold(ctx, dutyListId);
  const taken = await store.isNumberTaken(ctx.db, list.organization_id, number);
  const { state } = settle(decideIssue(list.state, number, taken));
  const issued = { issued_by: ctx.actor.id, issued_by_name: ctx.actor.name, issued_at: new Date() };
  await store.saveList(ctx.db, dutyListId, { state, number, ...issued });
  const grants = await grantsOf(ctx, list);
  await addListGrants(ctx.db, grants);
  const named = grants.map(({ organization_id, duty_id, part }) => ({ organizationId: organization_id, dutyId: duty_id, part }));
  await ctx.record('duty-list.issued', { subjectId: dutyListId, before: { state: list.state }, after: { state, number, day: dayOf(issued.issued_at), named } });
  return viewOf(ctx, dutyListId);
}

/** Who must see the list from outside: each lead and partner of the register, the issuer itself left out. */
async function grantsOf(ctx: Context, list: store.DutyList) {
  const live = await duties.dutiesOf(ctx.db, list.id);
  const parts = live.flatMap((duty) => [
    ...duty.leads.map(({ organizationId }) => ({ dutyId: duty.id, organizationId, part: 'lead' as const })),
    ...duty.partners.map(({ organizationId }) => ({ dutyId: duty.id, organizationId, part: 'partner' as const })),
  ]);
  const ids = new Set(parts.flatMap(({ organizationId }) => (organizationId === null || organizationId === list.organization_id ? [] : [organizationId])));
  const found = new Map((await organizationsAt(ctx.db, [...ids])).map((organization) => [organization.id, organization]));
  return parts.flatMap(({ dutyId, organizationId, part }) => {
    const organization = found.get(organizationId ?? '');
    return organization ? [{ organization_id: organization.id, path: organization.path, duty_list_id: list.id, duty_id: dutyId, part }] : [];
  });
}

/** A list as it stands now. */
export async function viewOf(ctx: Pick<Context, 'db' | 'actor'>, dutyListId: string): Promise<DutyListView> {
  const [view] = await listViews(ctx.db, [await store.listOf(ctx.db, dutyListId)], ctx.actor);
  if (!view) throw new Error(`list ${dutyListId} has no view`);
  return view;
}
