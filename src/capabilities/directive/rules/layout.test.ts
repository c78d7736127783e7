import { expect, test } from 'vitest';
import { chineseFigure, counterOf } from './numbering.ts';
import { type Line, paragraphsOf } from './paragraphs.ts';
import { withoutRadicals } from './radicals.ts';

/** A line of 16 points on a page between 60 and 540. */
function line(text: string, bottom: number, at: { indent?: number; right?: number } = {}): Line {
  const left = 60 + (at.indent ?? 0) * 16;
  return { text, left, right: at.right ?? left + text.length * 16, bottom, size: 16 };
}
const full = (text: string, bottom: number, indent = 0) => line(text, bottom, { indent, right: 540 });

test.for([
  ['a full line goes on', [full('要推行清单管', 700, 2), line('理。', 670)], ['要推行清单管理。']],
  ['a short line ends', [line('一、抓好队伍', 700, { indent: 2 }), full('要推行清单管', 670, 2), line('理。', 640)], ['一、抓好队伍', '要推行清单管理。']],
  ['an indented line begins anew', [full('要推行清单管理。', 700, 2), full('要建立台账。', 670, 2), line('完', 640)], ['要推行清单管理。', '要建立台账。完']],
  ['words in Latin letters keep their space', [full('use Word', 700), full('2016 or', 670), line('later', 640)], ['use Word2016 or later']],
  ['a heading in larger type stands alone', [{ ...full('工作方案', 760), size: 24 }, full('各镇党委', 700), line('：', 670)], ['工作方案', '各镇党委：']],
] as const)('%s', ([, lines, expected]) => {
  expect(paragraphsOf([lines])).toEqual(expected);
});

test('a paragraph goes on over the page, past page numbers and running heads', () => {
  const page = (number: number, lines: Line[]) => [line(`某县委文件 ${number}`, 800, { indent: 8 }), ...lines, line(`— ${number} —`, 40, { indent: 14 })];
  const pages = [page(1, [full('要推行清', 700, 2)]), page(2, [full('单管理，', 760)]), page(3, [line('建立台账。', 760)])];
  expect(paragraphsOf(pages)).toEqual(['要推行清单管理，建立台账。']);
});

test.for(['12', '- 3 -', '— 4 —', '第 5 页', '6/12', '第7页 共12页'])('a page number %s is no text', (text) => {
  expect(paragraphsOf([[line(text, 40)]])).toEqual([]);
});

test('radicals become characters, and nothing else changes', () => {
  expect(withoutRadicals('⾏动⻓效，⺠主⻅效：（⼀）“⻛”１％＋')).toBe('行动长效，民主见效：（一）“风”１％＋');
});

test('numbers of a word processor are counted per level', () => {
  const count = counterOf(
    new Map([
      [
        '1',
        [
          { start: 1, format: 'chineseCountingThousand', text: '%1、' },
          { start: 1, format: 'chineseCounting', text: '（%2）' },
          { start: 1, format: 'decimal', text: '%1.%2.%3' },
        ],
      ],
    ]),
  );
  expect([count('1', 0), count('1', 1), count('1', 1), count('1', 0), count('1', 1), count('9', 0)]).toEqual([
    '一、',
    '（一）',
    '（二）',
    '二、',
    '（一）',
    '',
  ]);
});

test.for([
  [1, '一'],
  [10, '十'],
  [11, '十一'],
  [20, '二十'],
  [35, '三十五'],
  [100, '一零零'],
] as const)('%i is written %s', ([value, expected]) => {
  expect(chineseFigure(value)).toBe(expected);
});
