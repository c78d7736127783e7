import type { ClauseView, SectionView } from '../../queries.ts';

/** A stretch of the text that is drawn as one piece. */
export interface Segment {
  start: number;
  end: number;
  text: string;
  kind: 'plain' | 'title' | 'clause';
  clauseId: string | null;
}

export interface Paragraph {
  start: number;
  /** depth of the heading that begins here; 0 for none */
  level: number;
  segments: readonly Segment[];
}

/**
 * Cut a text into paragraphs and drawn pieces（原文分段）. Nothing of the text is lost or changed: the pieces of all paragraphs,
 * joined by line ends, are the text again, so that an offset on the screen is an offset in the file.
 */
export function paragraphsOf(text: string, sections: readonly SectionView[], clauses: readonly ClauseView[]): Paragraph[] {
  const marks = [
    ...sections.map(({ start, titleEnd }) => ({ start, end: titleEnd, kind: 'title' as const, clauseId: null })),
    ...clauses.filter(({ start, end }) => end > start).map(({ start, end, id }) => ({ start, end, kind: 'clause' as const, clauseId: id })),
  ].sort((left, right) => left.start - right.start);
  const levels = new Map(sections.map(({ start, level }) => [start, level]));
  const paragraphs: Paragraph[] = [];
  let mark = 0;

  for (let start = 0; start <= text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const segments: Segment[] = [];
    let at = start;
    let level = 0;
    const push = (from: number, to: number, kind: Segment['kind'], clauseId: string | null) => {
      if (to > from) segments.push({ start: from, end: to, text: text.slice(from, to), kind, clauseId });
    };
    for (let next = marks[mark]; next && next.start < end; next = marks[mark]) {
      if (next.start >= at) {
        push(at, next.start, 'plain', null);
        push(next.start, Math.min(next.end, end), next.kind, next.clauseId);
        at = Math.min(next.end, end);
        if (next.kind === 'title' && level === 0) level = levels.get(next.start) ?? 0;
      }
      mark += 1;
    }
    push(at, end, 'plain', null);
    if (segments.some(({ text }) => text.trim() !== '')) paragraphs.push({ start, level, segments });
    start = end + 1;
  }
  return paragraphs;
}
