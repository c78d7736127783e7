/** The closing part of a speech（结尾, GUIDELINES 3.9）. */
import type { ListMember } from './lists.ts';
import type { Paragraph } from './outline.ts';

const opens = /^(?:同志们|各位|我就讲)/;

/**
 * Find the first paragraph after the first heading that begins with `同志们`, `各位` or `我就讲`. A paragraph that a heading of
 * rank 1 or 2 still follows only addresses the audience between two parts and closes nothing.
 *
 * @returns index of the paragraph, or the number of paragraphs when there is none
 */
export function closingLineOf(text: string, paragraphs: readonly Paragraph[], members: ReadonlyMap<number, ListMember>): number {
  let lastPart = -1;
  let firstHeading = paragraphs.length;
  paragraphs.forEach((paragraph, index) => {
    if (paragraph.heading && (paragraph.marker?.rank ?? 9) <= 2) lastPart = index;
    const opensList = paragraph.units.some((unit) => members.get(unit.start)?.isSection);
    if (firstHeading === paragraphs.length && (paragraph.heading || opensList)) firstHeading = index;
  });
  const found = paragraphs.findIndex(
    (paragraph, index) => index > firstHeading && index > lastPart && opens.test(text.slice(paragraph.start, paragraph.start + 3)),
  );
  return found < 0 ? paragraphs.length : found;
}
