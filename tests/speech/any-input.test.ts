import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decompose } from '../../src/capabilities/directive/rules/decomposition/index.ts';
import { problemsOf } from './validity.ts';

/** Pieces that have broken readers of such text before. */
const fragments = [
  '一、',
  '（一）',
  '(1)',
  '①',
  '1.',
  '一是',
  '第一，',
  '第一章',
  '第3',
  '。',
  '；',
  '：',
  '，',
  '、',
  '！',
  '\n',
  '\r\n',
  '\r',
  ' ',
  '　',
  '\t',
  '\u0000',
  '\ufeff',
  '\ud800',
  '\udc00',
  '“',
  '”',
  '‘',
  '’',
  '（',
  '）',
  '(',
  ')',
  '《',
  '》',
  '【',
  '】',
  '（责任单位：',
  '（牵头单位：甲局，配合单位：乙局）',
  '完成时限：6月底前',
  '长期坚持',
  '各级党组织',
  '县委组织部',
  '要',
  '必须',
  '开展',
  '建立',
  '台账',
  '“五基三化”',
  '《办法》',
  '同志们',
  '各位',
  '我就讲',
  '3年内',
  '2023年',
  '6月底前',
  '13月',
  '不少于',
  '10名',
  '1/3',
  '2-3',
  '万',
  '％',
  '由',
  '对',
  '的',
  '加强',
  '自觉',
  '去年',
  '是',
  '附件：',
];

describe('any input', () => {
  const adversarial = fc
    .array(fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...fragments) }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) }), {
      maxLength: 60,
    })
    .map((parts) => parts.join(''));

  test('spans are valid, nothing visible is lost, and the answer is the same twice', () => {
    fc.assert(
      fc.property(adversarial, (text) => {
        const once = decompose(text);
        expect(problemsOf(text, once)).toEqual([]);
        expect(decompose(text)).toEqual(once);
      }),
      { numRuns: 2000 },
    );
  });

  test.for(['', ' ', '\ufeff', '\n\r\n\t', '。。。', '“', '（（（', '）））', '一、', '一、。', '（一） 。', '第一章'])('%j', (text) => {
    expect(problemsOf(text, decompose(text))).toEqual([]);
  });
});
