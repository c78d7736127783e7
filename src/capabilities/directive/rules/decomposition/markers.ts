/** Numbering at the start of a line or of a sentence（GUIDELINES 3.2）. */
import { isSpace } from './characters.ts';
import { halfWidth, integerOf } from './numerals.ts';

/** A number in front of a heading or a list member; `end` is where its text begins. */
export interface Marker {
  readonly rank: number;
  readonly ordinal: number;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Rank of `一是`, the only family that also stands inside a paragraph. */
export const listRank = 6;

const numeral = '[一二三四五六七八九十百零〇]{1,5}';
const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

/** The families of GUIDELINES 3.2, highest first. */
const families: readonly (readonly [rank: number, pattern: RegExp])[] = [
  [1, new RegExp(`第(${numeral}|[0-9０-９]{1,3})(?:章|部分)`, 'y')],
  [2, new RegExp(`(${numeral})、`, 'y')],
  [3, new RegExp(`[（(](${numeral})[）)][、.．]?`, 'y')],
  [4, /([0-9０-９]{1,3})(?:、|[.．](?![0-9０-９]))/y],
  [5, /[（(]([0-9０-９]{1,3})[）)][、.．]?/y],
  [5, new RegExp(`([${circled}])`, 'y')],
];

const list: readonly RegExp[] = [new RegExp(`(${numeral})(?:是要|是|要(?![求素点件害闻]))`, 'y'), new RegExp(`第(${numeral})[，,]`, 'y')];

/** Read the marker of rank 1 to 5 at a line start, or that of rank 6; null when the line carries none. */
export function markerAt(text: string, start: number, end: number): Marker | null {
  for (const [rank, pattern] of families) {
    const marker = match(text, start, end, rank, pattern);
    if (marker) return marker;
  }
  return listMarkerAt(text, start, end);
}

/** Read a rank 6 marker（`一是要` before `一是`）; the caller knows that it stands at a line start or after `。；：！？`. */
export function listMarkerAt(text: string, start: number, end: number): Marker | null {
  for (const pattern of list) {
    const marker = match(text, start, end, listRank, pattern);
    if (marker) return marker;
  }
  return null;
}

function match(text: string, start: number, end: number, rank: number, pattern: RegExp): Marker | null {
  pattern.lastIndex = start;
  const found = pattern.exec(text);
  if (!found || start + found[0].length > end) return null;
  const number = found[1] ?? '';
  const circle = circled.indexOf(number);
  const ordinal = circle >= 0 ? circle + 1 : integerOf(halfWidth(number));
  if (ordinal === null) return null;
  let after = start + found[0].length;
  while (after < end && isSpace(text[after])) after++;
  return { rank, ordinal, text: found[0], start, end: after };
}
