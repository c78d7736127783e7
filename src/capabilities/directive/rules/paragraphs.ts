/** One line of a page, in points from its lower left corner. */
export interface Line {
  text: string;
  left: number;
  right: number;
  bottom: number;
  /** height of its characters */
  size: number;
}

/**
 * Join the lines of a printed text into paragraphs（版式还原）. A paragraph goes on when its line is full and the next is not indented; page numbers are
 * left out, and a paragraph may go on over the page.
 *
 * @param pages - the lines of each page, from the top down
 */
export function paragraphsOf(pages: readonly (readonly Line[])[]): string[] {
  const lines = withoutFrames(pages).flat();
  const margins = marginsOf(lines);
  const paragraphs: string[] = [];
  let before: Line | undefined;
  for (const line of lines) {
    const text = line.text.replace(/[ \t\u3000]+$/, '');
    if (before && goesOn(before, line, margins)) paragraphs[paragraphs.length - 1] = joined(paragraphs.at(-1) ?? '', text.trimStart());
    else paragraphs.push(text.trimStart());
    before = line;
  }
  return paragraphs;
}

/** Leave out page numbers, and what stands at the top or the foot of most pages（页眉页脚）. */
function withoutFrames(pages: readonly (readonly Line[])[]): Line[][] {
  const bare = pages.map((page) => page.filter((line) => !isPageNumber(line.text)));
  const seen = new Map<string, number>();
  for (const page of bare) for (const key of new Set(edgesOf(page).map(shapeOf))) seen.set(key, (seen.get(key) ?? 0) + 1);
  const most = Math.max(3, Math.ceil(pages.length * 0.6));
  return bare.map((page) => {
    const edges = new Set(edgesOf(page));
    return page.filter((line) => !edges.has(line) || (seen.get(shapeOf(line)) ?? 0) < most);
  });
}

const edgesOf = (page: readonly Line[]): readonly Line[] => (page.length <= 4 ? page : [...page.slice(0, 2), ...page.slice(-2)]);
const shapeOf = (line: Line): string => line.text.replace(/\d+/g, '#').replace(/\s/g, '');

const isPageNumber = (text: string): boolean =>
  /^[\s\u3000]*[-—–－·]*\s*第?\s*\d{1,4}\s*页?(?:\s*[/／]\s*\d{1,4}|\s*共\s*\d{1,4}\s*页)?\s*[-—–－·]*[\s\u3000]*$/.test(text);

interface Margins {
  left: number;
  right: number;
}

/** The left edge most lines begin at, and the right edge full lines reach. */
function marginsOf(lines: readonly Line[]): Margins {
  const lefts = lines.map((line) => Math.round(line.left)).sort((one, other) => one - other);
  const rights = lines.map((line) => line.right).sort((one, other) => one - other);
  return { left: lefts[Math.floor(lefts.length * 0.1)] ?? 0, right: rights[Math.floor(rights.length * 0.9)] ?? 0 };
}

function goesOn(before: Line, line: Line, { left, right }: Margins): boolean {
  const full = before.right > right - before.size * 1.6;
  const indented = line.left > left + line.size * 0.8 || /^[\u3000]{2}|^ {4}/.test(line.text);
  const sameSize = Math.abs(before.size - line.size) < before.size * 0.2;
  const near = before.bottom - line.bottom < before.size * 3 || before.bottom < line.bottom;
  return full && !indented && sameSize && near;
}

const joined = (before: string, after: string): string => (/[A-Za-z0-9]$/.test(before) && /^[A-Za-z]/.test(after) ? `${before} ${after}` : before + after);
