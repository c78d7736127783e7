import { expect, test } from 'vitest';
import { decideEvidence, decideWithdrawal, isLate } from './evidence.ts';

const record = { kind: 'record', happenedOn: '2026-03-10', hasFile: false, beneficiary: undefined } as const;
const codeOf = (draft: Parameters<typeof decideEvidence>[0], today = '2026-03-10') => {
  const decision = decideEvidence(draft, '2026-03-01', today);
  return decision.ok ? (decision.value.late ? 'late' : 'ok') : decision.refusal.code;
};

test.for([
  ['today', record, 'ok'],
  ['tomorrow', { ...record, happenedOn: '2026-03-11' }, 'work-item.happened-in-future'],
  ['30 days before the start', { ...record, happenedOn: '2026-01-30' }, 'late'],
  ['31 days before the start', { ...record, happenedOn: '2026-01-29' }, 'work-item.happened-before-dispatch'],
  ['7 days ago', { ...record, happenedOn: '2026-03-03' }, 'ok'],
  ['8 days ago', { ...record, happenedOn: '2026-03-02' }, 'late'],
  ['a document without its file', { ...record, kind: 'document' }, 'work-item.document-missing'],
  ['a document with its file', { ...record, kind: 'document', hasFile: true }, 'ok'],
  ['a record with a photograph, if one likes', { ...record, hasFile: true }, 'ok'],
  ['nobody confirmed', { ...record, kind: 'confirmation' }, 'work-item.beneficiary-missing'],
  ['somebody confirmed', { ...record, kind: 'confirmation', beneficiary: '李奶奶' }, 'ok'],
] as const)('%s', ([, draft, outcome]) => {
  expect(codeOf(draft)).toBe(outcome);
});

test.for([
  [{ working: 'doing', judged: 'open', withdrawn: false }, '记错了', undefined],
  [{ working: 'doing', judged: 'returned', withdrawn: false }, '记错了', undefined],
  [{ working: 'doing', judged: 'open', withdrawn: false }, ' ', 'work-item.withdrawal-needs-reason'],
  [{ working: 'doing', judged: 'open', withdrawn: true }, '记错了', 'work-item.evidence-withdrawn'],
  [{ working: 'submitted', judged: 'open', withdrawn: false }, '记错了', 'work-item.evidence-locked'],
  [{ working: 'submitted', judged: 'written-off', withdrawn: false }, '记错了', 'work-item.evidence-locked'],
] as const)('withdrawal %j %s', ([standing, reason, code]) => {
  const decision = decideWithdrawal(standing, reason);
  expect(decision.ok ? undefined : decision.refusal.code).toBe(code);
});

test('a week is not late', () => {
  expect([isLate('2026-03-01', '2026-03-08'), isLate('2026-03-01', '2026-03-09')]).toEqual([false, true]);
});
