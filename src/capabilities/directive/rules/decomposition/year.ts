/** The year of a document and the month of its date line（GUIDELINES 3.1, 5.3）. */
import type { Calendar } from './deadlines.ts';
import { integerOf } from './numerals.ts';
import type { Range, Span } from './types.ts';

const inTitle = /(?<![0-9])((?:19|20)[0-9]{2})(?![0-9])|(二[〇零○][〇零○一二三四五六七八九]{2})年/;
const dateLine =
  /^[（(]?\s{0,4}((?:19|20)[0-9]{2}|二[〇零○][〇零○一二三四五六七八九]{2})\s?年\s?([0-9]{1,2}|[一二三四五六七八九十]{1,2})\s?月(?:\s?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})\s?日)?\s{0,4}[）)]?$/;

/** Read the year from the title, else from a line that is nothing but a date; the month only from such a line. */
export function calendarOf(text: string, title: Span | null, lines: readonly Range[]): Calendar {
  let year: number | null = null;
  let month: number | null = null;
  for (const line of lines) {
    if (line.end - line.start > 30) continue;
    const found = dateLine.exec(text.slice(line.start, line.end));
    if (!found) continue;
    year ??= integerOf(found[1] ?? '');
    month ??= integerOf(found[2] ?? '');
  }
  const named = title ? inTitle.exec(title.text) : null;
  return { year: named ? integerOf(named[1] ?? named[2] ?? '') : year, month };
}
