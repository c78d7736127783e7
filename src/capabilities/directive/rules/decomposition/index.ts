/** Decomposing an official text（文稿分解）into sections, items and attributes. @source GUIDELINES.md */
import { readingOf } from './clauses.ts';
import { type Calendar, deadlineIn } from './deadlines.ts';
import { kindOf } from './kinds.ts';
import { leadsIn } from './leads.ts';
import { mechanismsIn } from './mechanisms.ts';
import { governingNotes, type Note } from './notes.ts';
import { outlineOf, type PlacedUnit } from './outline.ts';
import type { Pair } from './pairs.ts';
import { quantitiesIn } from './quantities.ts';
import { targetsIn } from './targets.ts';
import { type Attributes, type Decomposition, type Item, type Kind, noAttributes, type Section, type Source, type Span } from './types.ts';
import { calendarOf } from './year.ts';

export type { Attributes, Comparator, Deadline, Decomposition, DocumentFacts, Item, Kind, Quantity, Range, Section, Source, Span } from './types.ts';

/**
 * Decompose a speech, notice or plan（讲话、通知、实施方案）into its outline and its draft duties. Pure and deterministic; time and
 * space grow with the length of the text; never throws.
 *
 * @param text - the file as decoded, nothing normalised; all offsets are UTF-16 code units of it
 * @param source - how the caller names the document
 */
export function decompose(text: string, source: Source = { id: '', file: '' }): Decomposition {
  const outline = outlineOf(text);
  const calendar = calendarOf(text, outline.title, outline.paragraphs);
  const notes = governingNotes(text, outline.units);
  const pairs = pairsPerUnit(outline.units, outline.paragraphs);
  const lastChild = lastChildStarts(outline.sections);
  const paths = headingPaths(outline.sections);
  const hasHeadings = outline.sections.length > 0;

  let before: { paragraph: number; kind: Kind } | null = null;
  const items = outline.units.map((unit, index): Item => {
    const section = unit.section === null ? undefined : outline.sections[unit.section];
    const barred = unit.position !== 'body' || (section !== undefined && (lastChild.get(section.id) ?? -1) > unit.start);
    const numbered = unit.position === 'body' && (section !== undefined || unit.ordinal !== null || !hasHeadings);
    const place = {
      barred,
      numbered,
      onlyNotes: unit.notes[0]?.start === unit.start,
      heading: section?.title ?? '',
      afterReview: before !== null && before.paragraph === unit.paragraph && before.kind === 'review',
    };
    const { kind, attributes } = judge(text, unit, pairs[index] ?? [], place, notes[index] ?? [], calendar);
    before = { paragraph: unit.paragraph, kind };
    return {
      id: `i${index + 1}`,
      section: section?.id ?? null,
      headingPath: section ? (paths.get(section.id) ?? []) : [],
      start: unit.start,
      end: unit.end,
      text: text.slice(unit.start, unit.end),
      kind,
      ordinal: unit.ordinal,
      ...attributes,
    };
  });
  const doc = { id: source.id, file: source.file, length: text.length, title: outline.title, year: calendar.year };
  return { schema: 'speech-annotation/1', doc, sections: outline.sections, items };
}

/** Read the attributes of one unit, decide its kind, and keep the attributes of tasks alone（GUIDELINES 5）. */
function judge(text: string, unit: PlacedUnit, pairs: readonly Pair[], place: Parameters<typeof kindOf>[1], notes: readonly Note[], calendar: Calendar) {
  const reading = readingOf(text, unit, pairs);
  const deadline = deadlineIn(reading.plain, reading.start, calendar);
  const own: Attributes = {
    lead: leadsIn(text, reading),
    support: [],
    targets: [],
    deadline,
    quantities: quantitiesIn(reading.plain, reading.start, deadline),
    mechanisms: mechanismsIn(text, reading),
  };
  const kind = kindOf(reading, place, own);
  if (kind !== 'task') return { kind, attributes: noAttributes };
  return { kind, attributes: { ...withNotes(own, notes, calendar), targets: targetsIn(text, reading) } };
}

/** Add what governing notes say: their parties follow the unit's own leads（5.1 b）, their date counts when the unit has none（5.3）. */
function withNotes(own: Attributes, notes: readonly Note[], calendar: Calendar): Attributes {
  const lead = distinct([...own.lead, ...notes.flatMap((note) => note.lead)]);
  const support = distinct(notes.flatMap((note) => note.support));
  const noted = notes.map((note) => note.deadline && deadlineIn(note.deadline.text, note.deadline.start, calendar, true)).find((deadline) => deadline);
  return { ...own, lead, support, deadline: own.deadline ?? noted ?? null };
}

const distinct = (spans: readonly Span[]): readonly Span[] =>
  spans.length < 2 ? spans : [...new Map(spans.toReversed().map((span) => [span.text, span])).values()].toReversed();

/** Hand every unit the marks inside it, walking both lists once. */
function pairsPerUnit(units: readonly PlacedUnit[], paragraphs: readonly { readonly pairs: readonly Pair[] }[]): Pair[][] {
  let at = 0;
  let paragraph = -1;
  return units.map((unit) => {
    if (unit.paragraph !== paragraph) at = 0;
    paragraph = unit.paragraph;
    const all = paragraphs[paragraph]?.pairs ?? [];
    const own: Pair[] = [];
    for (; at < all.length && (all[at]?.start ?? 0) < unit.end; at++) {
      const pair = all[at];
      if (pair && pair.start >= unit.start && pair.end <= unit.end) own.push(pair);
    }
    return own;
  });
}

/** Where the last child heading of each section begins; a sentence before it is a lead-in（4.6 c）. */
function lastChildStarts(sections: readonly Section[]): ReadonlyMap<string, number> {
  const last = new Map<string, number>();
  for (const section of sections) if (section.parent !== null) last.set(section.parent, section.start);
  return last;
}

/** Titles from the top down to each section. */
function headingPaths(sections: readonly Section[]): ReadonlyMap<string, readonly string[]> {
  const paths = new Map<string, readonly string[]>();
  for (const section of sections) paths.set(section.id, [...((section.parent && paths.get(section.parent)) || []), section.title]);
  return paths;
}
