/** A unit as the attribute rules see it: quotations hidden, notes blanked, cut into clauses. */
import { markerAt } from './markers.ts';
import type { Pair } from './pairs.ts';
import { isQuotation } from './pairs.ts';
import type { Unit } from './sentences.ts';
import type { Range } from './types.ts';

/** One clause; `plain` is its text with the contents of quotations replaced by `◇`. */
export interface Clause extends Range {
  readonly plain: string;
}

export interface Reading extends Range {
  /** Text of the unit, same length, contents of quotations as `◇`, notes as blanks. */
  readonly plain: string;
  readonly clauses: readonly Clause[];
  /** Outermost quotations of the unit, in text order. */
  readonly quotations: readonly Pair[];
}

/** Times that are written in quotation marks stay readable for deadlines（`“七一”前`）. */
const timeName = /^(?:七一|八一|十一|五一|十[三四五六]五)$/;

/** Hide what is quoted, so that `要` or a number inside a name is never read as a directive or a figure. */
export function readingOf(text: string, unit: Unit, pairs: readonly Pair[]): Reading {
  const pieces: string[] = [];
  const quotations: Pair[] = [];
  let at = unit.start;
  const copyTo = (end: number, hide: (literal: string) => string) => {
    if (end > at) pieces.push(hide(text.slice(at, end)));
    at = Math.max(at, end);
  };
  const keep = (literal: string) => literal;
  let note = 0;
  for (const pair of pairs) {
    if (pair.start < at || pair.end > unit.end) continue;
    while (note < unit.notes.length && (unit.notes[note]?.start ?? 0) < pair.start) note++;
    copyTo(pair.start, keep);
    if (unit.notes[note]?.start === pair.start) copyTo(pair.end, (literal) => ' '.repeat(literal.length));
    else if (isQuotation(pair)) {
      quotations.push(pair);
      copyTo(pair.start + 1, keep);
      copyTo(pair.end - 1, (literal) => (timeName.test(literal) ? literal : '◇'.repeat(literal.length)));
      copyTo(pair.end, keep);
    } else if (pair.end - pair.start <= 200) hideStops(pair, text, quotations, copyTo);
  }
  copyTo(unit.end, keep);
  const plain = pieces.join('');
  return { start: unit.start, end: unit.end, plain, clauses: clausesOf(unit.start, plain), quotations };
}

/** Inside a bracket nothing cuts a clause（4.2）. */
function hideStops(pair: Pair, text: string, quotations: Pair[], copyTo: (end: number, hide: (literal: string) => string) => void): void {
  const inside = text.slice(pair.start, pair.end);
  for (const match of inside.matchAll(/“[^“”]{1,20}”/g)) {
    const start = pair.start + match.index;
    quotations.push({ open: '“', start, end: start + match[0].length, quotes: 0 });
  }
  copyTo(pair.end, (literal) => literal.replace(/“[^“”]{1,20}”/g, (quoted) => `“${'◇'.repeat(quoted.length - 2)}”`).replace(/[，,；;：:。！？]/g, '·'));
}

/** Cut at commas, colons and sentence ends; a marker in front belongs to no clause. */
function clausesOf(offset: number, plain: string): Clause[] {
  const clauses: Clause[] = [];
  let start = markerAt(plain, 0, plain.length)?.end ?? 0;
  for (let at = start; at <= plain.length; at++) {
    if (at < plain.length && !'，,；;：:。！？!?\t '.includes(plain[at] ?? '')) continue;
    if (at > start) clauses.push({ start: offset + start, end: offset + at, plain: plain.slice(start, at) });
    start = at + 1;
  }
  return clauses;
}
