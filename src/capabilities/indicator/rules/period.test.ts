import { expect, test } from 'vitest';
import { monthsIn, percentOf } from './period.ts';

test.for([
  ['2026-02', '2026-02', '2026-02'],
  ['2026-Q1', '2026-01', '2026-03'],
  ['2026-Q4', '2026-10', '2026-12'],
  ['2026', '2026-01', '2026-12'],
] as const)('%s', ([period, first, last]) => {
  expect(monthsIn(period)).toEqual({ first, last });
});

test.for([
  [0, 0, null],
  [0, 3, 0],
  [1, 3, 33.3],
  [2, 3, 66.7],
  [3, 3, 100],
] as const)('%i of %i', ([numerator, denominator, percent]) => {
  expect(percentOf(numerator, denominator)).toBe(percent);
});
