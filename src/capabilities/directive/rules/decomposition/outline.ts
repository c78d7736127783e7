/** Reading a file from front to back: title, paragraphs, headings, units（GUIDELINES 3 and 4.1）. */

import { linesOf, spanOf, trimmed } from './characters.ts';
import { closingLineOf } from './closing.ts';
import { headingShapeOf, longestHeading } from './headings.ts';
import { type ListMember, listsOf } from './lists.ts';
import { type Marker, markerAt } from './markers.ts';
import { type Pair, pairsOf } from './pairs.ts';
import { type Unit, unitsOf } from './sentences.ts';
import type { Range, Section, Span } from './types.ts';

/** One line, cut. */
export interface Paragraph extends Range {
  readonly pairs: readonly Pair[];
  readonly marker: Marker | null;
  /** Title of the heading that the line opens（3.5, 3.6）, or null. */
  readonly heading: { readonly range: Range; readonly standsAlone: boolean } | null;
  /** What is no heading, rank 6 headings still included. */
  readonly units: readonly Unit[];
}

/** A unit with its place in the outline. */
export interface PlacedUnit extends Unit {
  readonly paragraph: number;
  readonly section: number | null;
  readonly ordinal: number | null;
  readonly position: 'opening' | 'body' | 'closing';
}

export interface Outline {
  readonly title: Span | null;
  readonly paragraphs: readonly Paragraph[];
  readonly sections: readonly Section[];
  readonly units: readonly PlacedUnit[];
}

interface OpenSection {
  readonly index: number;
  readonly rank: number;
  readonly standsAlone: boolean;
}
type Draft = { -readonly [K in keyof Section]: Section[K] };

/** Read the outline of a file. */
export function outlineOf(text: string): Outline {
  const lines = linesOf(text);
  const title = titleOf(text, lines[0]);
  const paragraphs = (title ? lines.slice(1) : lines).map((line) => paragraphOf(text, line));
  const members = listsOf(text, paragraphs);
  const closing = closingLineOf(text, paragraphs, members);
  const settled = paragraphs.map((paragraph, index) => (index < closing ? paragraph : withoutHeading(text, paragraph)));
  return { title, paragraphs: settled, ...placed(text, settled, members, closing) };
}

/** Take the first line as the title unless it is numbered or ends a sentence（3.1）. */
function titleOf(text: string, line: Range | undefined): Span | null {
  if (!line || line.end - line.start > longestHeading) return null;
  if (markerAt(text, line.start, line.end) || /[。！？；：!?;:]/.test(text[line.end - 1] ?? '')) return null;
  return spanOf(text, line.start, line.end);
}

/** Cut one line into its heading and its units. */
function paragraphOf(text: string, line: Range): Paragraph {
  const pairs = pairsOf(text, line);
  const marker = markerAt(text, line.start, line.end);
  const whole = unitsOf(text, line, pairs);
  const shape = headingShapeOf(text, line, marker, whole, pairs);
  if (!shape) return { ...line, pairs, marker, heading: null, units: whole };
  const rest = trimmed(text, shape.bodyStart, line.end);
  return { ...line, pairs, marker, heading: shape, units: rest ? unitsOf(text, rest, pairs) : [] };
}

/** Undo a heading: what follows the closing part belongs to the document（3.9）. */
const withoutHeading = (text: string, paragraph: Paragraph): Paragraph => ({ ...paragraph, heading: null, units: unitsOf(text, paragraph, paragraph.pairs) });

/** Build the tree of sections and put every unit in its place（3.3, 3.8, 3.9）. */
function placed(
  text: string,
  paragraphs: readonly Paragraph[],
  members: ReadonlyMap<number, ListMember>,
  closing: number,
): Pick<Outline, 'sections' | 'units'> {
  const sections: Draft[] = [];
  const units: PlacedUnit[] = [];
  const stack: OpenSection[] = [];
  const last = () => sections[stack.at(-1)?.index ?? -1];
  const reach = (end: number) => {
    for (const { index } of stack) {
      const section = sections[index];
      if (section) section.end = end;
    }
  };
  const open = (marker: Marker, titleRange: Range, standsAlone: boolean, end: number) => {
    while (stack.length > 0 && (stack.at(-1)?.rank ?? 0) >= marker.rank) stack.pop();
    const parent = last();
    const id = `s${sections.length + 1}`;
    sections.push({
      id,
      parent: parent?.id ?? null,
      level: (parent?.level ?? 0) + 1,
      ordinal: marker.ordinal,
      marker: marker.text,
      title: text.slice(titleRange.start, titleRange.end),
      start: marker.start,
      end,
      titleStart: titleRange.start,
      titleEnd: titleRange.end,
    });
    stack.push({ index: sections.length - 1, rank: marker.rank, standsAlone });
    reach(end);
  };
  const firstOrdinal = paragraphs.findIndex((paragraph) => paragraph.marker !== null && paragraph.marker.rank < 6);
  const hasHeadings = paragraphs.some((paragraph) => paragraph.heading !== null) || [...members.values()].some((member) => member.isSection);

  paragraphs.forEach((paragraph, index) => {
    if (index === closing) stack.length = 0;
    const { marker, heading } = paragraph;
    if (!marker) while (stack.length > 0 && !stack.at(-1)?.standsAlone) stack.pop();
    if (marker && heading) open(marker, heading.range, heading.standsAlone, visibleEnd(text, heading.range.end));
    for (const unit of paragraph.units) {
      const member = index < closing ? members.get(unit.start) : undefined;
      if (member?.isSection) {
        open(member.marker, member.title, false, unit.end);
        if (unit.notes.length === 0) continue;
      }
      const range = member?.isSection ? (trimmed(text, unit.bodyEnd, unit.end) ?? unit) : unit;
      const isBefore = hasHeadings ? sections.length === 0 : index < firstOrdinal;
      const position = index >= closing ? 'closing' : isBefore ? 'opening' : 'body';
      const isNumbered = unit.start === paragraph.start && marker !== null;
      const ordinal = member && !member.isSection ? member.marker.ordinal : isNumbered && !heading && !member?.isSection ? marker.ordinal : null;
      units.push({ ...unit, ...range, paragraph: index, section: stack.at(-1)?.index ?? null, ordinal, position });
      reach(unit.end);
    }
  });
  return { sections, units };
}

/** Take in the mark that closes a heading. */
const visibleEnd = (text: string, end: number): number => (/[。；：:！？]/.test(text[end] ?? '') ? end + 1 : end);
