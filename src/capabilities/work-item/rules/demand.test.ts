import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '#kernel/day';
import type { Timing } from '#kernel/demand';
import { checkpointOf, dueOf } from './demand.ts';

test.for<[Timing, string]>([
  [{ kind: 'day', day: '2026-09-30' }, '2026-09-30'],
  [
    {
      kind: 'stages',
      stages: [
        { day: '2026-12-20', goal: '总结' },
        { day: '2026-03-31', goal: '摸底' },
      ],
    },
    '2026-12-20',
  ],
  [{ kind: 'monthly', until: null }, '2026-12-31'],
  [{ kind: 'quarterly', until: '2026-10-15' }, '2026-10-15'],
  [{ kind: 'long-term', until: null }, '2026-12-31'],
])('%j is due %s', ([timing, due]) => {
  expect(dueOf(timing, 2026)).toBe(due);
});

const monthly: Timing = { kind: 'monthly', until: null };
const quarterly: Timing = { kind: 'quarterly', until: null };
const stages: Timing = { kind: 'stages', stages: ['2026-03-31', '2026-06-30', '2026-12-20'].map((day) => ({ day, goal: '' })) };

test.for<[string, Timing, string | null, string]>([
  ['nothing yet', monthly, null, '2026-01-31'],
  ['something in January', monthly, '2026-01-08', '2026-02-28'],
  ['something on the last of January', monthly, '2026-01-31', '2026-02-28'],
  ['a gap is settled by a later record', monthly, '2026-05-01', '2026-06-30'],
  ['what happened before the start settles nothing', monthly, '2025-12-30', '2026-01-31'],
  ['the last month', monthly, '2026-11-10', '2026-12-20'],
  ['after the last month only the deadline is left', monthly, '2026-12-10', '2026-12-20'],
  ['a quarter', quarterly, null, '2026-03-31'],
  ['the next quarter', quarterly, '2026-02-01', '2026-06-30'],
  ['the first stage', stages, null, '2026-03-31'],
  ['the second stage', stages, '2026-03-31', '2026-06-30'],
  ['the last stage', stages, '2026-06-01', '2026-12-20'],
  ['a fixed day', { kind: 'day', day: '2026-12-20' }, '2026-03-01', '2026-12-20'],
  ['long term', { kind: 'long-term', until: null }, '2026-03-01', '2026-12-20'],
])('%s', ([, timing, lastHappenedOn, checkpoint]) => {
  expect(checkpointOf({ timing, startsOn: '2026-01-05', dueOn: '2026-12-20', lastHappenedOn })).toBe(checkpoint);
});

test('a checkpoint is never past the deadline, and a later record never brings it forward', () => {
  const day = fc.integer({ min: 0, max: 340 }).map((days) => addDays('2026-01-05', days));
  fc.assert(
    fc.property(fc.constantFrom(monthly, quarterly, stages), day, day, (timing, one, other) => {
      const [earlier, later] = one < other ? [one, other] : [other, one];
      const of = (lastHappenedOn: string) => checkpointOf({ timing, startsOn: '2026-01-05', dueOn: '2026-12-20', lastHappenedOn });
      expect(of(later) <= '2026-12-20').toBe(true);
      expect(of(earlier) <= of(later)).toBe(true);
    }),
  );
});
