/** Rank 6 lists（`一是…二是…三是…`）: headings or ordinary sentences（GUIDELINES 3.7）. */
import { titleEnd } from './headings.ts';
import { listMarkerAt, listRank, type Marker } from './markers.ts';
import type { Paragraph } from './outline.ts';
import type { Unit } from './sentences.ts';
import type { Range } from './types.ts';

/** Characters of a first sentence that still makes a heading（3.7）. */
const longestListHeading = 30;

/** One member, found under the offset of its first unit. */
export interface ListMember {
  readonly marker: Marker;
  readonly title: Range;
  readonly isSection: boolean;
}

interface Candidate {
  readonly marker: Marker;
  readonly title: Range;
  readonly looksLikeHeading: boolean;
}

/** Find every rank 6 list and decide for the whole of it; keyed by where the member begins. */
export function listsOf(text: string, paragraphs: readonly Paragraph[]): ReadonlyMap<number, ListMember> {
  const members = new Map<number, ListMember>();
  let list: Candidate[] = [];
  const close = () => {
    const isSection = list.filter((member) => member.looksLikeHeading).length * 2 > list.length;
    for (const { marker, title } of list) members.set(marker.start, { marker, title, isSection: isSection && title.end > title.start });
    list = [];
  };
  for (const paragraph of paragraphs) {
    const continues = paragraph.marker?.rank === listRank;
    if (!continues) close();
    for (const member of membersOf(text, paragraph)) {
      if (member.marker.ordinal <= (list.at(-1)?.marker.ordinal ?? 0)) close();
      list.push(member);
    }
  }
  close();
  return members;
}

/** The members that begin in one paragraph. */
function membersOf(text: string, paragraph: Paragraph): Candidate[] {
  const starts = paragraph.units.flatMap((unit, index) => {
    const marker = unit.start === paragraph.start || index > 0 || paragraph.heading ? listMarkerAt(text, unit.start, unit.end) : null;
    return marker ? [{ unit, index, marker }] : [];
  });
  return starts.map(({ unit, index, marker }, place) => {
    const next = starts[place + 1]?.index ?? paragraph.units.length;
    const title = titleOf(text, unit, marker);
    const looksLikeHeading = title.end > title.start && title.end - title.start <= longestListHeading && next > index + 1;
    return { marker, title, looksLikeHeading };
  });
}

/** The first sentence of a member without its marker and its closing mark（3.4）. */
function titleOf(text: string, unit: Unit, marker: Marker): Range {
  return { start: marker.end, end: Math.max(marker.end, titleEnd(text, unit.notes.length > 0 ? unit.bodyEnd : unit.end)) };
}
