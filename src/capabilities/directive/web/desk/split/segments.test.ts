import { expect, test } from 'vitest';
import type { ClauseView } from '../../queries.ts';
import { paragraphsOf } from './segments.ts';

const clause = (id: string, start: number, end: number): ClauseView => ({
  id,
  start,
  end,
  position: 1,
  kind: 'task',
  heading: [],
  text: '',
  duties: [],
  noDutyReason: null,
  proposedReason: null,
});
const text = '讲话\n一、抓班子。要配强。要培训。\n\n再见';

test('every character is drawn once, at its own offset', () => {
  const drawn = paragraphsOf(
    text,
    [{ level: 1, marker: '一、', title: '抓班子', start: 3, end: 16, titleStart: 5, titleEnd: 8 }],
    [clause('a', 9, 13), clause('b', 13, 17)],
  );
  const pieces = drawn.flatMap(({ segments }) => segments);
  for (const { start, end, text: piece } of pieces) expect(text.slice(start, end)).toBe(piece);
  expect(pieces.map(({ text: piece }) => piece).join('')).toBe(text.replaceAll('\n', ''));
  expect(pieces.filter(({ clauseId }) => clauseId).map(({ text: piece }) => piece)).toEqual(['要配强。', '要培训。']);
  expect(drawn.map(({ level }) => level)).toEqual([0, 1, 0]);
});

test('a mark outside the text or inside another is not drawn twice', () => {
  const drawn = paragraphsOf('甲乙丙丁', [], [clause('a', 0, 3), clause('b', 1, 2), clause('c', 9, 12)]);
  expect(drawn.flatMap(({ segments }) => segments.map(({ text: piece }) => piece))).toEqual(['甲乙丙', '丁']);
});
