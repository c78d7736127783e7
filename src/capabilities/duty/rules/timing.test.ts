import { expect, test } from 'vitest';
import { needsYear, stagesInOrder, targetText, timingOfDeadline, timingText } from './timing.ts';

const day = (text: string) => ({ kind: 'day', day: text });

test.for([
  ['2026-06-15', null, null, day('2026-06-15')],
  ['2026-06', null, null, day('2026-06-30')],
  ['2028-02', null, null, day('2028-02-29')],
  ['2026', null, null, day('2026-12-31')],
  ['XXXX-08', 2027, null, day('2027-08-31')],
  ['XXXX-08', null, null, null],
  ['XXXX', 2027, null, day('2027-12-31')],
  ['XXXX-02-29', 2027, null, null],
  ['P3Y', 2027, '2027-03-08', day('2030-03-08')],
  ['P6M', null, '2027-08-31', day('2028-02-29')],
  ['P3Y', 2027, null, null],
  ['ongoing', null, null, { kind: 'long-term', until: null }],
  ['2026-13', null, null, null],
  ['某日', 2027, null, null],
] as const)('a deadline %s in %s counted from %s', ([value, year, from, expected]) => {
  expect(timingOfDeadline(value, year, from)).toEqual(expected);
});

test('only what has no year of its own waits for the list’s', () => {
  expect(['XXXX', 'XXXX-08', '2026', 'P3Y', 'ongoing'].map(needsYear)).toEqual([true, true, false, false, false]);
});

test('a stage ends after the one before', () => {
  const stages = (...days: string[]) => ({ kind: 'stages' as const, stages: days.map((one) => ({ day: one, goal: '' })) });
  expect([stages('2027-03-31', '2027-06-30'), stages('2027-06-30', '2027-06-30'), stages('2027-06-30', '2027-03-31')].map(stagesInOrder)).toEqual([
    true,
    false,
    false,
  ]);
});

test.for([
  [null, ''],
  [{ kind: 'day', day: '2027-08-31' }, '2027-08-31前'],
  [{ kind: 'monthly', until: null }, '每月'],
  [{ kind: 'long-term', until: '2027-12-31' }, '长期坚持（至2027-12-31）'],
  [
    {
      kind: 'stages',
      stages: [
        { day: '2027-03-31', goal: '摸底' },
        { day: '2027-06-30', goal: '' },
      ],
    },
    '2027-03-31前：摸底；2027-06-30前',
  ],
] as const)('a timing in words', ([timing, expected]) => {
  expect(timingText(structuredClone(timing) as Parameters<typeof timingText>[0])).toBe(expected);
});

test('a target in words', () => {
  expect(targetText({ subject: '后备干部', comparator: '>=', number: 2, unit: '名' })).toBe('后备干部不少于2名');
  expect(targetText({ subject: '行政村阵地', comparator: '=', number: 890, unit: '个' })).toBe('行政村阵地890个');
});
