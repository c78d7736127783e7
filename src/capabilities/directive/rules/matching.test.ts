import { expect, test } from 'vitest';
import { factsOf } from './facts.ts';
import { isNameable, matchOf } from './parties.ts';
import { decideSelection } from './selection.ts';

const register = ['某县委', '县教育局党组', '县财政局党组', '东风镇党委', '西山镇党委', '东风镇柳树村党支部', '西山镇柳树村党支部', '县委组织部机关党支部'].map(
  (name) => ({ id: name, name }),
);

test.for([
  ['县教育局', '县教育局党组'],
  ['教育局', '县教育局党组'],
  ['县教育局党组', '县教育局党组'],
  ['东风镇', '东风镇党委'],
  ['东风镇党委', '东风镇党委'],
  ['柳树村党支部', undefined],
  ['东风镇柳树村', '东风镇柳树村党支部'],
  ['各级党组织', undefined],
  ['各镇党委', undefined],
  ['相关单位', undefined],
  ['县卫健局', undefined],
] as const)('%s means %s', ([name, expected]) => {
  expect(matchOf(name, register)?.name).toBe(expected);
});

test('names that mean many are not looked up', () => {
  expect(['各级党组织', '全县各单位', '基层党委', '每村', '机关、学校等', '县教育局'].map(isNameable)).toEqual([false, false, false, false, false, true]);
});

const sentence = '二、任务\n  要推行清单管理。要建立台账。\n';
const clauses = [
  { start: 7, end: 15, name: '一' },
  { start: 15, end: 21, name: '二' },
];
test.for([
  ['one clause', { start: 7, end: 15 }, [['一', 7, 15]]],
  ['part of one, with white space', { start: 5, end: 11 }, [['一', 7, 11]]],
  [
    'over both',
    { start: 8, end: 18 },
    [
      ['一', 8, 15],
      ['二', 15, 18],
    ],
  ],
  ['a heading', { start: 2, end: 4 }, [[undefined, 2, 4]]],
] as const)('a selection of %s', ([, span, expected]) => {
  const decision = decideSelection(sentence, span, clauses);
  expect(decision.ok && decision.value.map(({ clause, start, end }) => [clause?.name, start, end])).toEqual(expected);
});

test.for([
  ['nothing', { start: 5, end: 7 }],
  ['beyond the end', { start: 0, end: 99 }],
  ['backwards', { start: 9, end: 8 }],
])('a selection of %s is refused', ([, span]) => {
  expect(decideSelection(sentence, span as { start: number; end: number }, clauses)).toMatchObject({ refusal: { code: 'directive.span-outside' } });
});

test('a notice says its title, issuer and day', () => {
  const text = '关于开展轮训的通知\n各镇党委：\n现将有关事项通知如下。\n一、时间\n中共某县委组织部\n2027年3月5日\n';
  expect(factsOf(text, '关于开展轮训的通知', 'notice')).toEqual({
    title: '关于开展轮训的通知',
    issuer: '中共某县委组织部',
    meeting: '',
    issuedOn: '2027-03-05',
  });
});

test.for([
  ['（2026年12月31日）', '2026-12-31'],
  ['二〇二六年十月二十一日', '2026-10-21'],
  ['二○二六年三月十日', '2026-03-10'],
  ['2026年2月30日', null],
  ['会议定于2026年3月5日召开', null],
] as const)('the day of a line %s', ([line, day]) => {
  expect(factsOf(`标题\n${line}\n正文。`, '标题', 'speech').issuedOn).toBe(day);
});

test.for([
  ['今天，我们在这里召开全县基层党建推进会，主要任务是部署工作。', '全县基层党建推进会', '在全县基层党建推进会上的讲话'],
  ['同志们：\n按照安排，我就做好基层党建工作，强调三点意见。', '', '关于做好基层党建工作的讲话'],
  ['一、强化组织领导\n要抓落实。', '', '强化组织领导'],
] as const)('a speech without a title is named', ([text, meeting, title]) => {
  expect(factsOf(text, null, 'speech')).toMatchObject({ meeting, title });
});
