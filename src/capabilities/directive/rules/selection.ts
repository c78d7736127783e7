import { accept, type Decision, refuse } from '#kernel/decision';

interface Span {
  start: number;
  end: number;
}

export interface Selected<Clause> {
  /** nothing where the selection touches only headings */
  clause: Clause | null;
  start: number;
  end: number;
}

/**
 * Cut a selection of the text into what it takes of each clause（划句取句）; white space at its edges is no part of it.
 *
 * @param clauses - in the order of the text, not overlapping
 */
export function decideSelection<Clause extends Span>(text: string, { start, end }: Span, clauses: readonly Clause[]): Decision<Selected<Clause>[]> {
  const whole = trimmed(text, start, Math.min(end, text.length));
  if (start < 0 || end > text.length || whole.start >= whole.end) return refuse('directive.span-outside', {}, '夯基规则：条目须有原文出处');
  const parts = clauses.flatMap((clause): Selected<Clause>[] => {
    const part = trimmed(text, Math.max(clause.start, whole.start), Math.min(clause.end, whole.end));
    return part.start < part.end ? [{ clause, ...part }] : [];
  });
  return accept(parts.length > 0 ? parts : [{ clause: null, ...whole }]);
}

function trimmed(text: string, start: number, end: number): Span {
  let [from, to] = [start, end];
  while (from < to && /[\s\u3000\ufeff]/.test(text[from] ?? '')) from++;
  while (to > from && /[\s\u3000\ufeff]/.test(text[to - 1] ?? '')) to--;
  return { start: from, end: to };
}
