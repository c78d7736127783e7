import { expect, test } from 'vitest';
import { type LampFacts, lampOf } from './lamps.ts';

const facts = (change: Partial<LampFacts> = {}): LampFacts => {
  const dueOn = change.dueOn ?? '2026-06-30';
  return {
    working: 'doing',
    judged: 'open',
    startsOn: '2026-01-01',
    dueOn,
    checkpointOn: dueOn,
    submittedOn: null,
    source: '某县委 〔2026〕3号-05',
    ...change,
  };
};

test.for<[string, Partial<LampFacts>, string, string | undefined]>([
  ['eight days before', {}, '2026-06-22', 'normal'],
  ['seven days before', {}, '2026-06-23', 'near'],
  ['on the day itself', {}, '2026-06-30', 'near'],
  ['the day after', {}, '2026-07-01', 'overdue'],
  ['not begun', { working: 'accepted' }, '2026-03-01', 'not-started'],
  ['not begun and near', { working: 'dispatched' }, '2026-06-25', 'near'],
  ['not begun and late', { working: 'dispatched' }, '2026-07-25', 'overdue'],
  ['its start is still to come', { startsOn: '2026-05-01' }, '2026-04-01', 'not-started'],
  ['submitted in time, judged slowly', { working: 'submitted', submittedOn: '2026-06-30' }, '2026-08-01', 'normal'],
  ['submitted late', { working: 'submitted', submittedOn: '2026-07-02' }, '2026-07-02', 'overdue'],
  ['returned after the deadline', { judged: 'returned' }, '2026-07-05', 'overdue'],
  ['a month without a record', { checkpointOn: '2026-03-31' }, '2026-04-01', 'overdue'],
  ['this month is still to be recorded', { checkpointOn: '2026-03-31' }, '2026-03-24', 'near'],
  ['written off', { working: 'submitted', judged: 'written-off' }, '2026-08-01', undefined],
  ['cancelled', { judged: 'cancelled' }, '2026-08-01', undefined],
])('%s', ([, change, today, lamp]) => {
  expect(lampOf(facts(change), today)?.lamp).toBe(lamp);
});

test('a lamp says its rule, its date and its source', () => {
  expect(lampOf(facts(), '2026-07-03')?.because).toBe('时限是 2026-06-30，已过 3 天；时限来自某县委 〔2026〕3号-05。');
  expect(lampOf(facts(), '2026-06-30')?.because).toBe('时限是 2026-06-30，就在今天（7 天内为临期）；时限来自某县委 〔2026〕3号-05。');
  expect(lampOf(facts({ checkpointOn: '2026-03-31' }), '2026-04-02')?.because).toContain('本期检查点是 2026-03-31，已过 2 天');
  expect(lampOf(facts({ working: 'submitted', submittedOn: '2026-06-01' }), '2026-07-03')?.because).toContain('不计承办单位时间');
});

test('how near is near may be tightened', () => {
  expect(lampOf(facts(), '2026-06-10', 30)?.lamp).toBe('near');
});
