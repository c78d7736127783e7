/** Telling a heading from a numbered sentence（GUIDELINES 3.4–3.6）. */
import { isSpace } from './characters.ts';
import { listMarkerAt, listRank, type Marker } from './markers.ts';
import type { Pair } from './pairs.ts';
import { isFinal, type Unit } from './sentences.ts';
import type { Range } from './types.ts';

/** Characters of the first sentence of a run-in heading（3.6）. */
export const longestRunIn = 40;

/** A line beyond this is text even without a full stop: nobody writes such a heading（keeps heading paths short）. */
export const longestHeading = 200;

export interface HeadingShape {
  readonly range: Range;
  readonly standsAlone: boolean;
  readonly bodyStart: number;
}

/** Read the heading of a rank 1 to 5 line; null when the line is ordinary text or a numbered sentence. */
export function headingShapeOf(text: string, line: Range, marker: Marker | null, units: readonly Unit[], pairs: readonly Pair[]): HeadingShape | null {
  const first = units[0];
  if (!marker || marker.rank === listRank || !first || marker.end >= line.end) return null;
  const firstEnd = first.notes.length > 0 ? first.bodyEnd : first.end;
  if (units.length === 1) return standAlone(text, line, marker, first);
  const end = titleEnd(text, firstEnd);
  if (end <= marker.end) return null;
  const label = labelled(text, marker, first, pairs);
  if (label || end - marker.end > longestRunIn) return label;
  return { range: { start: marker.end, end }, standsAlone: false, bodyStart: firstEnd };
}

/** A whole line without sentence-final punctuation; a colon at its end is left off（3.4, 3.5）. */
function standAlone(text: string, line: Range, marker: Marker, unit: Unit): HeadingShape | null {
  const end = titleEnd(text, line.end);
  const endsInColon = text[line.end - 1] === '：' || text[line.end - 1] === ':';
  if (end <= marker.end || end - marker.end > longestHeading) return null;
  if (isFinal(text[line.end - 1]) && !endsInColon) return null;
  if (isFinal(text[unit.bodyEnd - 1])) return null;
  return { range: { start: marker.end, end }, standsAlone: true, bodyStart: line.end };
}

/** `（一）重点任务：一是…` and `1.组织领导：各镇要…。各村要…。`: a short label before a colon is the heading（3.4, 4.2）. */
function labelled(text: string, marker: Marker, first: Unit, pairs: readonly Pair[]): HeadingShape | null {
  const limit = Math.min(first.end, marker.end + longestRunIn + 1);
  for (let at = marker.end; at < limit; at++) {
    const pair = pairs.find((candidate) => candidate.start <= at && at < candidate.end);
    if (pair) {
      at = pair.end - 1;
      continue;
    }
    const character = text[at];
    if (character === '，' || character === ',') return null;
    if (character !== '：' && character !== ':') continue;
    let next = at + 1;
    while (next < first.end && isSpace(text[next])) next++;
    const opensList = at + 1 === first.end || listMarkerAt(text, next, first.end) !== null;
    if (at <= marker.end || isSpace(text[at - 1]) || (next >= first.end && !opensList)) return null;
    return { range: { start: marker.end, end: at }, standsAlone: false, bodyStart: at + 1 };
  }
  return null;
}

/** Leave the one closing mark off a title（3.4）; a mark after white space stays, so that every character is covered. */
export function titleEnd(text: string, end: number): number {
  const closes = /[。；：:！？]/.test(text[end - 1] ?? '');
  return closes && !isSpace(text[end - 2]) ? end - 1 : end;
}
