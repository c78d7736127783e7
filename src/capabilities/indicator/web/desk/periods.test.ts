import { expect, test } from 'vitest';
import { periodIn, periodsAround, periodText } from './periods.ts';

test.for([
  ['2026', '2026年'],
  ['2026-Q3', '2026年第3季度'],
  ['2026-08', '2026年8月'],
] as const)('%s is read as %s', ([period, text]) => {
  expect(periodText(period)).toBe(text);
});

test('an address typed by hand still opens a period', () => {
  expect(periodIn('2025-Q4')).toBe('2025-Q4');
  expect(periodIn('2025-13')).toMatch(/^\d{4}$/);
  expect(periodIn(undefined)).toMatch(/^\d{4}$/);
});

test('two years, eight quarters, twelve months, the newest first', () => {
  const periods = periodsAround('2026-03-31');
  expect(periods).toHaveLength(22);
  expect([periods[0], periods[2], periods[9], periods[10], periods[21]]).toEqual(['2026', '2026-Q1', '2024-Q2', '2026-03', '2025-04']);
});
