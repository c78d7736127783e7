import { expect, test } from 'vitest';
import type { EvidenceView } from '../contract.ts';
import { draftedSummary, evidenceTitle, restOf, targetWords, timingWords } from './words.ts';

const shortDay = (day: string) => `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;

test.for([
  ['a record is called by its first sentence', { kind: 'record', note: '开了支委会。定了三件事。', beneficiary: '' }, undefined, '开了支委会'],
  ['a photo without words, by its file', { kind: 'document', note: '', beneficiary: '' }, '门牌.jpg', '文件：门牌.jpg'],
  ['a photo with words, by them', { kind: 'document', note: '门牌换好了', beneficiary: '' }, '门牌.jpg', '门牌换好了'],
  ['a confirmation without words, by who confirmed', { kind: 'confirmation', note: '', beneficiary: '张大娘' }, undefined, '张大娘确认'],
] as const)('%s', ([, evidence, file, title]) => {
  expect(evidenceTitle(evidence, file)).toBe(title);
});

test('what the title says already is not said again', () => {
  expect(restOf({ title: '开了支委会', note: '开了支委会。定了三件事。' })).toBe('定了三件事。');
  expect(restOf({ title: '文件：门牌.jpg', note: '换好了' })).toBe('换好了');
});

const proof = (title: string, happenedOn: string, withdrawn: EvidenceView['withdrawn'] = null) => ({ title, happenedOn, withdrawn }) as EvidenceView;

test('a summary is drafted from what stands, each with its day', () => {
  const evidence = [
    proof('开了支委会', '2026-11-18'),
    proof('11月19日走访了三户', '2026-11-19'),
    proof('记错的一条', '2026-11-20', { at: '2026-11-20T08:00:00Z', reason: '写错了' }),
  ];
  expect(draftedSummary(evidence, shortDay)).toBe('11月18日，开了支委会；11月19日走访了三户。');
});

test('a target and a timing are read as people say them', () => {
  expect(targetWords({ subject: '每村后备干部', comparator: '>=', number: 2, unit: '名' })).toBe('每村后备干部不少于 2 名');
  expect(timingWords({ kind: 'monthly', until: null }, '2026-12-31', shortDay)).toBe('每月一次，到12月31日');
  const stages = [
    { day: '2026-06-30', goal: '摸底' },
    { day: '2026-12-31', goal: '整改' },
  ];
  expect(timingWords({ kind: 'stages', stages }, '2026-12-31', shortDay)).toBe('6月30日前：摸底\n12月31日前：整改');
});
