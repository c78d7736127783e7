/** Cutting a paragraph into units（GUIDELINES 4.1–4.3）. */
import { isSpace, trimmed } from './characters.ts';
import { listMarkerAt } from './markers.ts';
import { noteAt } from './note-shape.ts';
import { isCloser, type Pair } from './pairs.ts';
import type { Range } from './types.ts';

/** One unit: a sentence with the notes that belong to it. */
export interface Unit extends Range {
  /** Responsibility notes inside the unit（GUIDELINES 4.3）, in text order. */
  readonly notes: readonly Range[];
  /** Where the sentence ends and only notes follow; equals `end` without a closing note. */
  readonly bodyEnd: number;
}

const finals = new Set('。；！？;!?');

/** Say whether a character ends a sentence（GUIDELINES 4.1）. */
export const isFinal = (character: string | undefined): boolean => character !== undefined && finals.has(character);

/**
 * Cut a range of one paragraph into units: after each final mark outside quotations and brackets（4.1, 4.2）, before a
 * rank 6 list that follows a colon（4.2）, and with a responsibility note kept in the unit before it（4.3）.
 *
 * @param pairs - matched marks of the whole paragraph, in text order
 */
export function unitsOf(text: string, range: Range, pairs: readonly Pair[]): Unit[] {
  const cuts = cutsOf(text, range, pairs);
  const units: (Range & { end: number; notes: Range[]; bodyEnd: number })[] = [];
  let start = range.start;
  let pair = 0;
  for (const cut of cuts) {
    const unit = trimmed(text, start, cut);
    start = cut;
    if (!unit) continue;
    const notes: Range[] = [];
    for (; pair < pairs.length && (pairs[pair]?.start ?? 0) < unit.end; pair++) {
      const candidate = pairs[pair];
      if (candidate && candidate.start >= unit.start && candidate.end <= unit.end && noteAt(text, candidate))
        notes.push({ start: candidate.start, end: candidate.end });
    }
    const before = units.at(-1);
    const onlyNotes = notes[0]?.start === unit.start;
    if (before && onlyNotes) {
      before.end = unit.end;
      before.notes.push(...notes);
    } else units.push({ ...unit, notes, bodyEnd: bodyEndOf(text, unit, notes) });
  }
  return units;
}

/** Find where the units of a range end, the end of the range included. */
function cutsOf(text: string, range: Range, pairs: readonly Pair[]): number[] {
  const cuts: number[] = [];
  let pair = 0;
  for (let at = range.start; at < range.end; at++) {
    while (pair < pairs.length && (pairs[pair]?.start ?? 0) < at) pair++;
    const enclosing = pairs[pair];
    if (enclosing && enclosing.start === at) {
      const closesNote = isBlank(text, cuts.at(-1) ?? range.start, at) && noteAt(text, enclosing);
      at = Math.min(enclosing.end, range.end) - 1;
      if (!closesNote) continue;
      while (at + 1 < range.end && isFinal(text[at + 1])) at++;
      cuts.push(at + 1);
      continue;
    }
    const character = text[at];
    if (isFinal(character)) {
      while (at + 1 < range.end && (isFinal(text[at + 1]) || isCloser(text[at + 1]))) at++;
      cuts.push(at + 1);
    } else if (character === '：' || character === ':') {
      let next = at + 1;
      while (next < range.end && isSpace(text[next])) next++;
      if (listMarkerAt(text, next, range.end)) cuts.push(at + 1);
    }
  }
  if (cuts.at(-1) !== range.end) cuts.push(range.end);
  return cuts;
}

/** Say whether nothing visible stands in a range; looks at no more than a few code units. */
function isBlank(text: string, start: number, end: number): boolean {
  if (end - start > 20) return false;
  return trimmed(text, start, end) === null;
}

/** Find where the sentence itself ends when notes close the unit. */
function bodyEndOf(text: string, unit: Range, notes: readonly Range[]): number {
  let end = unit.end;
  for (let index = notes.length - 1; index >= 0; index--) {
    const note = notes[index];
    if (!note || note.end < end - 1 || (note.end < end && !isFinal(text[end - 1]))) break;
    end = note.start;
  }
  return trimmed(text, unit.start, end)?.end ?? unit.end;
}
