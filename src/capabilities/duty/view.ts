import { covers } from '#kernel/scope';
import { type Actor, mayAt } from '#platform/access';
import type { Db } from '#platform/db';
import { openClausesOf } from './accounting.ts';
import type { BasisView, DispatchView, DutyListView, DutyView } from './contract.ts';
import { itemsOfDuties, itemsOfLists } from './items.ts';
import { gapsOf } from './rules/gaps.ts';
import { isEditable } from './rules/list.ts';
import type { DutyList } from './store.ts';
import { type Basis, basesOf } from './store-bases.ts';
import type { Dispatch } from './store-dispatches.ts';
import { type Duty, standingOfLists } from './store-duties.ts';

export const basisView = ({ id, directive_id, clause_id, span_start, span_end, quote, source, heading }: Basis): BasisView => ({
  id,
  directiveId: directive_id,
  clauseId: clause_id,
  start: span_start,
  end: span_end,
  quote,
  source,
  heading,
});

/** Duties as an editor sees them: with what is missing, what they rest on, and how far their items have come. */
export async function dutyViews(db: Db, duties: readonly Duty[]): Promise<DutyView[]> {
  const ids = duties.map((duty) => duty.id);
  const bases = new Map<string, BasisView[]>(ids.map((id) => [id, []]));
  for (const basis of await basesOf(db, ids)) bases.get(basis.duty_id)?.push(basisView(basis));
  const items = await itemsOfDuties(db, ids);
  return duties.map(({ path: _path, deadlineValue: _value, ...duty }) => ({
    ...duty,
    gaps: gapsOf(duty),
    bases: bases.get(duty.id) ?? [],
    items: items.get(duty.id)?.items ?? 0,
    writtenOff: items.get(duty.id)?.writtenOff ?? 0,
  }));
}

/** Lists as the actor sees them, with what he or she may do next. */
export async function listViews(db: Db, lists: readonly DutyList[], actor: Actor): Promise<DutyListView[]> {
  const ids = lists.map((list) => list.id);
  const standing = await standingOfLists(db, ids);
  const items = await itemsOfLists(db, ids);
  const open = await openClausesOf(
    db,
    lists.filter((list) => list.state !== 'issued').map((list) => list.id),
  );
  return lists.map((list) => ({
    id: list.id,
    organizationId: list.organization_id,
    organizationName: list.organization_name,
    title: list.title,
    year: list.year,
    state: list.state,
    number: list.number,
    revision: list.revision,
    createdAt: list.created_at.toISOString(),
    createdBy: list.created_by_name,
    submittedBy: list.submitted_by_name,
    submittedAt: list.submitted_at?.toISOString() ?? null,
    reviewedBy: list.reviewed_by_name,
    // What one reviewer wrote to the drafters is not part of what was issued.
    reviewNote: covers(actor.scope, list.path) ? list.review_note : null,
    issuedBy: list.issued_by_name,
    issuedAt: list.issued_at?.toISOString() ?? null,
    duties: standing.get(list.id)?.duties ?? 0,
    withGaps: standing.get(list.id)?.withGaps ?? 0,
    withProposals: standing.get(list.id)?.withProposals ?? 0,
    openClauses: open.get(list.id) ?? 0,
    items: items.get(list.id)?.items ?? 0,
    writtenOff: items.get(list.id)?.writtenOff ?? 0,
    may: mayOf(list, actor),
  }));
}

/** What the actor may do with a list next; only where its organization lies in the subtree of the grant. */
function mayOf({ path, state, submitted_by }: DutyList, actor: Actor): DutyListView['may'] {
  const here = (permission: string) => mayAt(actor, permission, { path });
  const may: DutyListView['may'] = [];
  if (isEditable(state) && here('duty.edit')) may.push('edit', 'submit');
  if ((state === 'in-review' || state === 'approved') && submitted_by !== actor.id && here('duty.review')) may.push('review');
  if (state === 'approved' && here('duty.issue')) may.push('issue');
  if (state === 'issued' && here('duty.dispatch')) may.push('dispatch');
  return may;
}

export const dispatchView = ({ id, state, total, done, problem, requested_at, finished_at }: Dispatch): DispatchView => ({
  id,
  state,
  total,
  done,
  problem,
  requestedAt: requested_at.toISOString(),
  finishedAt: finished_at?.toISOString() ?? null,
});
