import { expect, test } from 'vitest';
import { likenessAmong } from './similarity.ts';
import { type Precedent, suggestionsFor, type Wanting } from './suggestions.ts';

const party = (name: string) => ({ organizationId: null, name });
const precedent = (values: Partial<Precedent>): Precedent => ({
  goal: '规范处置失联党员',
  measures: '失联党员组织处置工作原则上8月底前全部了结',
  leads: [party('组织二科')],
  posts: ['组织委员'],
  timing: { kind: 'day', day: '2026-08-31' },
  ordinal: 4,
  listTitle: '2026年清单',
  year: 2026,
  here: false,
  ...values,
});
const wanting = (values: Partial<Wanting> = {}): Wanting => ({
  id: 'd1',
  goal: '规范失联党员处置',
  measures: '失联党员组织处置工作全部了结',
  leads: [],
  posts: [],
  timing: null,
  proposed: [],
  ...values,
});

test('likeness is 1 for the same text and 0 for another', () => {
  const search = likenessAmong(['失联党员处置', '村级阵地建设', '失联党员']);
  expect(search('失联党员处置', 0.01).map(({ index }) => index)).toEqual([0, 2]);
  expect(search('失联党员处置', 0)[0]?.likeness).toBe(1);
});

test('last year’s duty gives lead, posts and its deadline a year on', () => {
  expect(suggestionsFor([wanting()], [precedent({})], 2027)).toEqual([
    {
      dutyId: 'd1',
      leads: [{ ...party('组织二科'), because: '《2026年清单》第 4 条“规范处置失联党员”由其牵头' }],
      posts: [{ post: '组织委员', because: '《2026年清单》第 4 条“规范处置失联党员”由其负责' }],
      timings: [{ timing: { kind: 'day', day: '2027-08-31' }, because: '《2026年清单》第 4 条“规范处置失联党员”的时限为2026-08-31前' }],
    },
  ]);
});

test('who led such work more often comes first', () => {
  const precedents = [precedent({ leads: [party('甲')] }), precedent({ leads: [party('乙')], ordinal: 5 }), precedent({ leads: [party('乙')], ordinal: 6 })];
  const [suggestion] = suggestionsFor([wanting()], precedents, 2027);
  expect(suggestion?.leads.map(({ name }) => name)).toEqual(['乙', '甲']);
  expect(suggestion?.leads[0]?.because).toContain('相近工作共 2 条');
});

test('what stands is not suggested again; what is merely proposed is', () => {
  const standing = wanting({ leads: [party('丙')], posts: ['书记'], timing: { kind: 'monthly', until: null } });
  expect(suggestionsFor([standing], [precedent({})], 2027)).toEqual([]);
  expect(suggestionsFor([{ ...standing, proposed: ['leads'] }], [precedent({})], 2027)[0]?.leads).toHaveLength(1);
});

test('other work suggests nothing', () => {
  expect(suggestionsFor([wanting({ goal: '建好阵地', measures: '完成村级活动场所改造' })], [precedent({})], 2027)).toEqual([]);
});

test.for([
  ['每月开展一次', 'monthly', '每月'],
  ['按季度通报', 'quarterly', '按季'],
  ['常态化开展结对共建', 'long-term', '常态化'],
] as const)('a sentence that says %s names its rhythm', ([measures, kind, word]) => {
  const [suggestion] = suggestionsFor([wanting({ measures })], [], 2027);
  expect(suggestion?.timings).toEqual([{ timing: { kind, until: null }, because: `原文写有“${word}”` }]);
});
