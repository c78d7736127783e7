import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blankDuty, type DraftedDuty } from './duty.ts';
import { decideMerger, decideSplit, orderWith } from './structure.ts';

const duty = (id: string, values: Partial<DraftedDuty> = {}): DraftedDuty => ({ ...blankDuty, id, proposed: [], goal: id, measures: `${id}措施`, ...values });
const party = (name: string) => ({ organizationId: null, name });

test('merging gathers measures, leads, partners and posts, and keeps the first goal', () => {
  const merged = decideMerger([
    duty('一', { leads: [party('甲')], posts: ['书记'], timing: { kind: 'monthly', until: null } }),
    duty('二', { leads: [party('甲'), party('乙')], partners: [party('甲'), party('丙')], posts: ['书记', '委员'], proposed: ['goal'] }),
  ]);
  expect(merged).toMatchObject({
    ok: true,
    value: {
      id: '一',
      goal: '一',
      measures: '一措施\n二措施',
      leads: [party('甲'), party('乙')],
      partners: [party('丙')],
      posts: ['书记', '委员'],
      timing: { kind: 'monthly' },
      proposed: ['goal'],
    },
  });
});

test('merging different deadlines leaves the first as a proposal', () => {
  const merged = decideMerger([duty('一', { timing: { kind: 'day', day: '2027-06-30' } }), duty('二', { timing: { kind: 'day', day: '2027-08-31' } })]);
  expect(merged).toMatchObject({ value: { timing: { day: '2027-06-30' }, proposed: ['timing'] } });
});

test('one alone is not merged', () => {
  expect(decideMerger([duty('一')])).toMatchObject({ refusal: { code: 'duty.nothing-to-merge' } });
});

test('splitting confirms goals and measures and takes over the rest', () => {
  const before = duty('一', { leads: [party('甲')], proposed: ['goal', 'leads'] });
  const parts = decideSplit(before, [
    { goal: '前半', measures: '前' },
    { goal: '后半', measures: '后' },
  ]);
  expect(parts).toMatchObject({
    value: [
      { goal: '前半', measures: '前', leads: [party('甲')], proposed: ['leads'] },
      { goal: '后半', proposed: ['leads'] },
    ],
  });
  expect(decideSplit(before, [{ goal: '一件', measures: '' }])).toMatchObject({ refusal: { code: 'duty.split-too-small' } });
});

test.for([
  ['first', ['c'], null, ['c', 'a', 'b', 'd']],
  ['after another', ['a'], 'c', ['b', 'c', 'a', 'd']],
  ['after itself stays', ['a'], 'a', ['a', 'b', 'c', 'd']],
  ['new ones', ['x', 'y'], 'b', ['a', 'b', 'x', 'y', 'c', 'd']],
] as const)('order: %s', ([, moved, after, expected]) => {
  expect(orderWith(['a', 'b', 'c', 'd'], moved, after)).toEqual(expected);
});

test('moving loses nobody', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1 }), fc.nat(), fc.nat(), (ids, from, to) => {
      const moved = ids[from % ids.length] ?? '';
      const after = to % (ids.length + 1) === ids.length ? null : (ids[to % ids.length] ?? '');
      expect(orderWith(ids, [moved], after).toSorted()).toEqual(ids.toSorted());
    }),
  );
});
