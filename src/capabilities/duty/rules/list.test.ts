import { expect, test } from 'vitest';
import { decideDispatch, decideIssue, decideReview, decideSubmission, isEditable, type ListFacts } from './list.ts';
import { listStates } from './words.ts';

const draft: ListFacts = { state: 'drafting', year: 2027, submittedBy: null };
const whole = { ordinal: 1, gaps: [], proposed: [] };
const missing = { ordinal: 2, gaps: ['lead' as const], proposed: [] };
const dotted = { ordinal: 3, gaps: [], proposed: ['timing'] };

test('only drafts and returned lists are written in', () => {
  expect(listStates.filter(isEditable)).toEqual(['drafting', 'returned']);
});

test.for([
  ['whole', draft, [whole], 0, 'ok'],
  ['returned and whole', { ...draft, state: 'returned' }, [whole], 0, 'ok'],
  ['empty', draft, [], 0, 'duty-list.empty'],
  ['no year', { ...draft, year: null }, [whole], 0, 'duty-list.year-missing'],
  ['a gap', draft, [whole, missing], 0, 'duty-list.gaps'],
  ['a proposal', draft, [whole, dotted], 0, 'duty-list.proposals-open'],
  ['a gap before a proposal', draft, [dotted, missing], 0, 'duty-list.gaps'],
  ['an open clause', draft, [whole], 3, 'duty-list.clauses-open'],
  ['twice', { ...draft, state: 'in-review' }, [whole], 0, 'duty-list.already-submitted'],
  ['approved', { ...draft, state: 'approved' }, [whole], 0, 'duty-list.not-editable'],
  ['issued', { ...draft, state: 'issued' }, [whole], 0, 'duty-list.not-editable'],
] as const)('submission: %s', ([, list, duties, open, expected]) => {
  const decision = decideSubmission(list, duties, open);
  expect(decision.ok ? 'ok' : decision.refusal.code).toBe(expected);
});

test('a submission names the first duty to look at', () => {
  const decision = decideSubmission(draft, [whole, missing, { ...missing, ordinal: 9 }], 0);
  expect(decision).toMatchObject({ refusal: { facts: { gaps: 2, first: 2 } } });
});

const submitted: ListFacts = { state: 'in-review', year: 2027, submittedBy: 'a' };
test.for([
  ['approved by another', submitted, 'b', 'approve', '', 'approved'],
  ['returned with a reason', submitted, 'b', 'return', '措施太空', 'returned'],
  ['returned without', submitted, 'b', 'return', ' ', 'duty-list.return-needs-reason'],
  ['by the submitter', submitted, 'a', 'approve', '', 'duty-list.own-review'],
  ['returned by the submitter', submitted, 'a', 'return', '我自己退', 'duty-list.own-review'],
  ['not submitted', draft, 'b', 'approve', '', 'duty-list.not-submitted'],
  ['approved is returned before issue', { ...submitted, state: 'approved' }, 'b', 'return', '漏了一条', 'returned'],
  ['approved is not approved again', { ...submitted, state: 'approved' }, 'b', 'approve', '', 'duty-list.not-submitted'],
  ['issued is not returned', { ...submitted, state: 'issued' }, 'b', 'return', '漏了一条', 'duty-list.not-submitted'],
] as const)('review: %s', ([, list, reviewer, verdict, note, expected]) => {
  const decision = decideReview(list, reviewer, verdict, note);
  expect(decision.ok ? decision.value.state : decision.refusal.code).toBe(expected);
});

test.for([
  ['approved', false, 'ok'],
  ['approved', true, 'duty-list.number-taken'],
  ['in-review', false, 'duty-list.not-approved'],
  ['issued', false, 'duty-list.not-approved'],
] as const)('issue of a list %s, number taken %s', ([state, taken, expected]) => {
  const decision = decideIssue(state, '〔2027〕3号', taken);
  expect(decision.ok ? 'ok' : decision.refusal.code).toBe(expected);
});

const sending = { state: 'issued', duties: [{ ordinal: 1, dueOn: '2027-06-30' }], receivers: 3, existing: 0, today: '2027-06-30' } as const;
test.for([
  ['due today', {}, 'ok'],
  ['not issued', { state: 'approved' }, 'duty-list.not-issued'],
  ['nobody', { receivers: 0 }, 'duty-list.no-receivers'],
  ['due yesterday', { today: '2027-07-01' }, 'duty-list.deadline-passed'],
  ['already there', { existing: 1 }, 'duty-list.already-dispatched'],
] as const)('dispatch: %s', ([, change, expected]) => {
  const decision = decideDispatch({ ...sending, ...change });
  expect(decision.ok ? 'ok' : decision.refusal.code).toBe(expected);
});

test('a dispatch makes one item for each duty and receiver', () => {
  expect(decideDispatch({ ...sending, duties: [...sending.duties, { ordinal: 2, dueOn: '2027-12-31' }] })).toEqual({ ok: true, value: { total: 6 } });
});
