/** Characters and spans（GUIDELINES 1）: nothing is normalised, offsets are UTF-16 code units. */
import type { Range, Span } from './types.ts';

const space = /\s/;

/** Say whether a code unit is white space, U+3000 and the byte order mark included. */
export const isSpace = (character: string | undefined): boolean => character !== undefined && space.test(character);

/** Cut white space off both ends of a range; null when nothing visible is left. */
export function trimmed(text: string, start: number, end: number): Range | null {
  let from = start;
  let to = end;
  while (from < to && isSpace(text[from])) from++;
  while (to > from && isSpace(text[to - 1])) to--;
  return from < to ? { start: from, end: to } : null;
}

/** Make a span of a range. */
export const spanOf = (text: string, start: number, end: number): Span => ({ text: text.slice(start, end), start, end });

/** Cut the file into its non-blank lines（段落）, white space cut off both ends. A paragraph is one line. */
export function linesOf(text: string): Range[] {
  const lines: Range[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    const character = text[at];
    if (at < text.length && character !== '\n' && character !== '\r') continue;
    const line = trimmed(text, start, at);
    if (line) lines.push(line);
    start = at + 1;
  }
  return lines;
}
