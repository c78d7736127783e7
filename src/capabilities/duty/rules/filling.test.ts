import { expect, test } from 'vitest';
import { blankDuty, type DraftedDuty } from './duty.ts';
import { changed, confirmed, decideChange, filled } from './filling.ts';
import { gapsOf } from './gaps.ts';

const duty = (values: Partial<DraftedDuty>): DraftedDuty => ({ ...blankDuty, id: '1', proposed: [], goal: '事项', ...values });
const leads = [{ organizationId: null, name: '组织部' }];
const others = [{ organizationId: null, name: '教育局' }];

test.for([
  ['nothing', {}, ['lead', 'measures', 'timing']],
  ['a lead', { leads }, ['measures', 'timing']],
  ['blank measures', { leads, measures: ' \n' }, ['measures', 'timing']],
  ['a rhythm', { leads, measures: '做', timing: { kind: 'monthly', until: null } }, []],
] as const)('gaps of a duty with %s', ([, values, gaps]) => {
  expect(gapsOf({ ...blankDuty, ...values, leads: [...('leads' in values ? values.leads : [])] })).toEqual(gaps);
});

test.for([
  ['no goal', { goal: ' ' }, 'duty.goal-missing'],
  ['an untouched goal', { measures: '' }, 'ok'],
  [
    'stages in order',
    {
      timing: {
        kind: 'stages',
        stages: [
          { day: '2027-03-31', goal: '' },
          { day: '2027-06-30', goal: '' },
        ],
      },
    },
    'ok',
  ],
  [
    'stages out of order',
    {
      timing: {
        kind: 'stages',
        stages: [
          { day: '2027-06-30', goal: '' },
          { day: '2027-06-30', goal: '' },
        ],
      },
    },
    'duty.stages-out-of-order',
  ],
] as const)('a change with %s', ([, change, expected]) => {
  const decision = decideChange(structuredClone(change) as Parameters<typeof decideChange>[0]);
  expect(decision.ok ? 'ok' : decision.refusal.code).toBe(expected);
});

test('what a person writes counts as confirmed, and nothing else does', () => {
  const after = changed(duty({ proposed: ['goal', 'leads'], leads }), { leads: others });
  expect(after).toMatchObject({ leads: others, proposed: ['goal'] });
});

test.for([
  ['empty is filled', {}, false, others, []],
  ['a proposal is replaced and stands', { leads, proposed: ['leads'] }, false, others, []],
  ['what a person wrote stays', { leads }, false, leads, []],
  ['unless told otherwise', { leads }, true, others, []],
] as const)('filling: %s', ([, before, overwrite, expected, proposed]) => {
  const one = duty(structuredClone(before) as Partial<DraftedDuty>);
  const after = filled([one], { leads: others }, overwrite)[0] ?? one;
  expect([after.leads, after.proposed]).toEqual([expected, proposed]);
});

test('filling reports only what changes, field by field', () => {
  const after = filled([duty({ leads }), duty({ id: '2', leads, posts: ['书记'] })], { leads: others, posts: ['组织委员'] }, false);
  expect(after.map(({ id, posts, leads: kept }) => [id, posts, kept])).toEqual([['1', ['组织委员'], leads]]);
});

test('confirming touches only duties with proposals', () => {
  expect(confirmed([duty({}), duty({ id: '2', proposed: ['goal'] })]).map(({ id, proposed }) => [id, proposed])).toEqual([['2', []]]);
});
