import { accept, type Decision, refuse } from '#kernel/decision';
import type { Gap } from './gaps.ts';
import { type ListState, listStateLabel } from './words.ts';

export interface ListFacts {
  state: ListState;
  year: number | null;
  submittedBy: string | null;
}

export interface DutyStanding {
  ordinal: number;
  gaps: readonly Gap[];
  proposed: readonly string[];
}

const twoPersons = '夯基规则：清单提交与审核分离';
const wholeness = '夯基规则：要素不全可以保存，不能提交';
const clausesAccounted = '夯基规则：讲话逐句有着落';
const issueFirst = '夯基规则：清单先印发后下达';

/** May the list still be written in（清单可改）? While it is drafted, or after a return. */
export const isEditable = (state: ListState): boolean => state === 'drafting' || state === 'returned';

export function decideEdit(state: ListState): Decision<ListState> {
  if (!isEditable(state)) return refuse('duty-list.not-editable', { state: listStateLabel[state] }, '夯基规则：送审后清单不再改动');
  return accept(state);
}

/**
 * Put a list before a second person（提交审核）: nothing missing, nothing merely proposed, each clause of its directive accounted for.
 *
 * @param openClauses - clauses that are neither the basis of a duty nor marked "no duty"
 */
export function decideSubmission(list: ListFacts, duties: readonly DutyStanding[], openClauses: number): Decision<{ state: 'in-review' }> {
  if (list.state === 'in-review') return refuse('duty-list.already-submitted', {}, twoPersons);
  const edit = decideEdit(list.state);
  if (!edit.ok) return edit;
  if (duties.length === 0) return refuse('duty-list.empty', {}, wholeness);
  if (list.year === null) return refuse('duty-list.year-missing', {}, wholeness);
  const incomplete = duties.filter((duty) => duty.gaps.length > 0);
  if (incomplete[0]) return refuse('duty-list.gaps', { gaps: incomplete.length, first: incomplete[0].ordinal }, wholeness);
  const unconfirmed = duties.filter((duty) => duty.proposed.length > 0);
  if (unconfirmed[0]) return refuse('duty-list.proposals-open', { open: unconfirmed.length, first: unconfirmed[0].ordinal }, wholeness);
  if (openClauses > 0) return refuse('duty-list.clauses-open', { open: openClauses }, clausesAccounted);
  return accept({ state: 'in-review' });
}

export type Verdict = 'approve' | 'return';

/** Judge a submitted list（审核清单）; never by the person who submitted it. What is approved and not yet issued may still be returned. */
export function decideReview(list: ListFacts, reviewerId: string, verdict: Verdict, note: string): Decision<{ state: 'approved' | 'returned' }> {
  const returnsApproved = list.state === 'approved' && verdict === 'return';
  if (list.state !== 'in-review' && !returnsApproved) return refuse('duty-list.not-submitted', {}, twoPersons);
  if (list.submittedBy === reviewerId) return refuse('duty-list.own-review', {}, twoPersons);
  if (verdict === 'return' && note.trim().length < 2) return refuse('duty-list.return-needs-reason', {}, twoPersons);
  return accept({ state: verdict === 'approve' ? 'approved' : 'returned' });
}

/** Give an approved list its number（印发清单）. @param taken - the issuer has used this number before */
export function decideIssue(state: ListState, number: string, taken: boolean): Decision<{ state: 'issued' }> {
  if (state !== 'approved') return refuse('duty-list.not-approved', {}, twoPersons);
  if (taken) return refuse('duty-list.number-taken', { number }, '夯基规则：文号在本单位内唯一');
  return accept({ state: 'issued' });
}

export interface DispatchFacts {
  state: ListState;
  /** the duties chosen, with the day each is due */
  duties: readonly { ordinal: number; dueOn: string }[];
  receivers: number;
  /** items that some of these receivers already have of some of these duties */
  existing: number;
  today: string;
}

/** Send duties down the tree（下达清单）: all or nothing. */
export function decideDispatch({ state, duties, receivers, existing, today }: DispatchFacts): Decision<{ total: number }> {
  if (state !== 'issued') return refuse('duty-list.not-issued', {}, issueFirst);
  if (receivers === 0) return refuse('duty-list.no-receivers', {}, issueFirst);
  const passed = duties.find((duty) => duty.dueOn < today);
  if (passed) return refuse('duty-list.deadline-passed', { ordinal: passed.ordinal, day: passed.dueOn }, '夯基规则：不下达已过时限的事项');
  if (existing > 0) return refuse('duty-list.already-dispatched', { existing }, '夯基规则：一件事对一个单位只下达一次');
  return accept({ total: duties.length * receivers });
}
