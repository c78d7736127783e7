import { expect, test } from 'vitest';
import { termFrom, termStatus, termYears } from './term.ts';

test.for([
  ['committee', 'town', 5],
  ['branch', 'village', 5],
  ['general-branch', 'community', 5],
  ['branch', 'office', 3],
  ['joint-branch', 'new-sector', 3],
  ['general-branch', 'school', 3],
  ['leading-group', 'office', null],
  ['working-committee', 'county', null],
  ['temporary-branch', 'village', null],
] as const)('a %s in %s serves %s years', ([kind, field, years]) => expect(termYears({ kind, field })).toBe(years));

const term = termFrom('2021-08-31', 3);

test.for([
  ['2021-08-31', 'running'],
  ['2024-02-28', 'running'],
  // six months before 31 August is the last day of February
  ['2024-02-29', 'due-soon'],
  ['2024-08-30', 'due-soon'],
  ['2024-08-31', 'overdue'],
  ['2026-01-01', 'overdue'],
] as const)('on %s the term is %s', ([day, status]) => {
  expect(termStatus(term, day).status).toBe(status);
  expect(termStatus(term, day).because).toContain('待核');
});

test('a term begun on a leap day ends on the 28th', () => expect(termFrom('2020-02-29', 5).endsOn).toBe('2025-02-28'));
