/** The most characters a cell may hold（单元格字数上限）. */
export const cellLimit = 32_767;

// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly the characters that XML 1.0 forbids
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text that any XML reader accepts and every spreadsheet shows as it was written. */
export const escaped = (text: string): string =>
  text
    .replace(forbidden, '')
    // Spreadsheets decode _x0041_ into A; a literal one is told apart by escaping its underscore.
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[&<>"]/g, (character) => entities[character] ?? '');

/** Cut what no cell can hold; the mark says that something is missing. */
export function cut(text: string): string {
  if (text.length <= cellLimit) return text;
  return `${text.slice(0, cellLimit - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** A value that a spreadsheet would take for a formula once somebody edits the cell. */
export const looksLive = (text: string): boolean => /^[=+\-@\t\r]/.test(text);

/** A name that every spreadsheet accepts（工作表名）: at most 31 characters, none of `[]:*?/\`, not taken yet. */
export function sheetName(wanted: string, taken: ReadonlySet<string>): string {
  const clean = wanted
    .replace(forbidden, '')
    .replace(/[[\]:*?/\\]/g, ' ')
    .replace(/^[\s']+|[\s']+$/g, '');
  const base = clean === '' ? '工作表' : clean;
  for (let number = 1; ; number++) {
    const suffix = number === 1 ? '' : ` (${number})`;
    const name = `${base.slice(0, 31 - suffix.length)}${suffix}`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

/** A column's letters: 0 is A, 26 is AA. */
export function letters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : `${letters(Math.floor(index / 26) - 1)}${last}`;
}
