import { expect, test } from 'vitest';
import type { DutyView, Suggestion } from '../../contract.ts';
import { fillingsOf, isUseful } from './filling.ts';

const duty = (id: string, filled: Partial<DutyView> = {}): DutyView => ({
  id,
  dutyListId: 'list',
  ordinal: 1,
  goal: '事项',
  measures: '',
  target: null,
  timing: null,
  leads: [],
  partners: [],
  posts: [],
  field: null,
  criterion: '',
  effectDays: null,
  tags: [],
  proposed: [],
  gaps: [],
  deadlineText: null,
  bases: [],
  revision: 1,
  changedBy: '',
  removed: false,
  items: 0,
  writtenOff: 0,
  ...filled,
});
const office = { organizationId: 'office', name: '教育局' };
const suggestion = (dutyId: string): Suggestion => ({
  dutyId,
  leads: [{ ...office, because: '去年由其牵头' }],
  posts: [],
  timings: [{ timing: { kind: 'quarterly', until: null }, because: '原文写有“每季度”' }],
});

test('the same suggestion for several items is one filling, without its reason', () => {
  const fillings = fillingsOf([
    [duty('a'), suggestion('a')],
    [duty('b'), suggestion('b')],
  ]);
  expect(fillings).toEqual([
    { dutyIds: ['a', 'b'], change: { leads: [office] } },
    { dutyIds: ['a', 'b'], change: { timing: { kind: 'quarterly', until: null } } },
  ]);
});

test('what is filled already is left alone', () => {
  const led = duty('a', { leads: [{ organizationId: null, name: '妇联' }], timing: { kind: 'long-term', until: null } });
  expect(fillingsOf([[led, suggestion('a')]])).toEqual([]);
  expect(isUseful(led, suggestion('a'))).toBe(false);
  expect(isUseful(duty('a'), suggestion('a'))).toBe(true);
  expect(isUseful(duty('a'), undefined)).toBe(false);
});
