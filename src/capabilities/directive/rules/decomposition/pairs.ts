/** Quotation marks and brackets that have their partner（GUIDELINES 4.2, 5.5）. */
import type { Range } from './types.ts';

/** A mark with its partner: `start` at the opening mark, `end` just after the closing one. */
export interface Pair extends Range {
  readonly open: string;
  /** How many pairs of quotation or book-title marks lie around it. */
  readonly quotes: number;
}

const partner: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': '’',
  '（': '）',
  '(': ')',
  '《': '》',
  '【': '】',
  '〔': '〕',
  '［': '］',
  '[': ']',
  '〈': '〉',
};
const family: Readonly<Record<string, string>> = { '（': ')', '(': ')', '）': ')', ')': ')', '［': ']', '[': ']', '］': ']', ']': ']' };
const familyOf = (mark: string): string => family[mark] ?? partner[mark] ?? mark;
const closers = new Set([...Object.values(partner), ')', '）', ']', '］']);
const openers = new Set(Object.keys(partner));

/** Every mark that opens or closes. */
const marks = /[“”‘’（）()《》【】〔〕［］[\]〈〉]/g;

/** Say whether a character closes a quotation or a bracket. */
export const isCloser = (character: string | undefined): boolean => character !== undefined && closers.has(character);

/** Say whether a pair names or quotes something, rather than brackets it. */
export const isQuotation = (pair: Pair): boolean => pair.open === '“' || pair.open === '《' || pair.open === '‘';

/**
 * Match the marks of one paragraph in a single pass. A mark without its partner is no mark（GUIDELINES 5.5: OCR）:
 * an opening mark that a later closing mark of another kind jumps over is dropped.
 *
 * @returns pairs in order of their opening mark
 */
export function pairsOf(text: string, line: Range): Pair[] {
  const open: { mark: string; at: number }[] = [];
  const waiting = new Map<string, number>();
  const found: { open: string; start: number; end: number }[] = [];
  for (const match of text.slice(line.start, line.end).matchAll(marks)) {
    const at = line.start + match.index;
    const character = match[0];
    const kind = familyOf(character);
    if (openers.has(character)) {
      open.push({ mark: character, at });
      waiting.set(kind, (waiting.get(kind) ?? 0) + 1);
    } else if (closers.has(character) && (waiting.get(kind) ?? 0) > 0) {
      for (let top = open.pop(); top; top = open.pop()) {
        const own = familyOf(top.mark);
        waiting.set(own, (waiting.get(own) ?? 1) - 1);
        if (own !== kind) continue;
        found.push({ open: top.mark, start: top.at, end: at + 1 });
        break;
      }
    }
  }
  return withQuotes(found.sort((a, b) => a.start - b.start));
}

/** Count for each pair the quotations around it, so that outermost ones can be told（GUIDELINES 5.5 a）. */
function withQuotes(found: readonly { open: string; start: number; end: number }[]): Pair[] {
  const ends: number[] = [];
  return found.map((pair) => {
    while (ends.length > 0 && (ends.at(-1) ?? 0) <= pair.start) ends.pop();
    const quotes = ends.length;
    if (pair.open === '“' || pair.open === '《' || pair.open === '‘') ends.push(pair.end);
    return { ...pair, quotes };
  });
}
