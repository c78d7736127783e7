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
  const lines = pages.flatMap((page) => page.filter((line) => !isPageNumber(line.text)));
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
