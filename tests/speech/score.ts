/** Scoring a decomposition against an annotation（GUIDELINES 6）, and the validity rules of its spans（GUIDELINES 1–4）. */
import type { Decomposition, Item } from '../../src/capabilities/directive/rules/decomposition/index.ts';

export const measures = ['sections', 'items', 'tasks', 'lead', 'deadline', 'quantities', 'mechanisms'] as const;
export type Measure = (typeof measures)[number];

export interface Count {
  tp: number;
  fp: number;
  fn: number;
}
export type Counts = Record<Measure, Count>;

type Annotation = Pick<Decomposition, 'sections' | 'items'>;
type AttributeMeasure = Exclude<Measure, 'sections' | 'items' | 'tasks'>;

const clean = (text: string): string =>
  text
    .trim()
    .replace(/^[“"'‘《]+|[”"'’》]+$/g, '')
    .trim();
const keysOf: Record<AttributeMeasure, (item: Item) => string[]> = {
  lead: (item) => item.lead.map((span) => clean(span.text)),
  deadline: (item) => (item.deadline ? [item.deadline.value] : []),
  quantities: (item) => item.quantities.map((one) => `${one.number}|${one.unit.replace('％', '%')}|${one.comparator}`),
  mechanisms: (item) => [...new Set(item.mechanisms.map((span) => clean(span.text)))],
};
const attributes = Object.keys(keysOf) as AttributeMeasure[];

export const noCounts = (): Counts => Object.fromEntries(measures.map((measure) => [measure, { tp: 0, fp: 0, fn: 0 }])) as Counts;

/** Add what one document contributes; micro-averages sum the counts over files. */
export function addScore(counts: Counts, gold: Annotation, predicted: Annotation): void {
  const sectionKey = (section: Annotation['sections'][number]) => `${section.level}|${section.ordinal}|${section.title.trim()}`;
  compare(gold.sections.map(sectionKey), predicted.sections.map(sectionKey), counts.sections);

  const { toPredicted, toGold } = matched(gold, predicted);
  counts.items.tp += toPredicted.size;
  counts.items.fn += gold.items.length - toPredicted.size;
  counts.items.fp += predicted.items.length - toPredicted.size;

  gold.items.forEach((item, index) => {
    const partner = predicted.items[toPredicted.get(index) ?? -1];
    if (item.kind !== 'task') {
      if (partner?.kind === 'task') counts.tasks.fp++;
      return;
    }
    if (partner?.kind === 'task') counts.tasks.tp++;
    else counts.tasks.fn++;
    for (const measure of attributes) compare(keysOf[measure](item), partner ? keysOf[measure](partner) : [], counts[measure]);
  });
  predicted.items.forEach((item, index) => {
    if (toGold.has(index) || item.kind !== 'task') return;
    counts.tasks.fp++;
    for (const measure of attributes) counts[measure].fp += keysOf[measure](item).length;
  });
}

/** F1 of a count; null when there is nothing to find and nothing was found. */
export function f1(count: Count): number | null {
  const all = 2 * count.tp + count.fp + count.fn;
  return all === 0 ? null : (2 * count.tp) / all;
}

/** Count the agreement of two multisets. */
function compare(gold: readonly string[], predicted: readonly string[], count: Count): void {
  const left = new Map<string, number>();
  for (const key of gold) left.set(key, (left.get(key) ?? 0) + 1);
  for (const key of predicted) {
    const waiting = left.get(key) ?? 0;
    if (waiting === 0) count.fp++;
    else {
      left.set(key, waiting - 1);
      count.tp++;
    }
  }
  for (const missed of left.values()) count.fn += missed;
}

/** Pair items one to one: overlap of at least half of the union, same section, best overlap first. */
function matched(gold: Annotation, predicted: Annotation): { toPredicted: Map<number, number>; toGold: Map<number, number> } {
  const startsOf = (annotation: Annotation) => new Map(annotation.sections.map((section) => [section.id, section.start]));
  const goldStarts = startsOf(gold);
  const predictedStarts = startsOf(predicted);
  const pairs: { overlap: number; g: number; p: number }[] = [];
  gold.items.forEach((a, g) => {
    predicted.items.forEach((b, p) => {
      const common = Math.min(a.end, b.end) - Math.max(a.start, b.start);
      if (common <= 0) return;
      const overlap = common / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
      const goldStart = a.section === null ? null : (goldStarts.get(a.section) ?? null);
      const predictedStart = b.section === null ? null : (predictedStarts.get(b.section) ?? null);
      const sameSection = goldStart === null || predictedStart === null ? goldStart === predictedStart : Math.abs(goldStart - predictedStart) <= 2;
      if (overlap >= 0.5 && sameSection) pairs.push({ overlap, g, p });
    });
  });
  pairs.sort((a, b) => b.overlap - a.overlap || a.g - b.g || a.p - b.p);
  const toPredicted = new Map<number, number>();
  const toGold = new Map<number, number>();
  for (const { g, p } of pairs) {
    if (toPredicted.has(g) || toGold.has(p)) continue;
    toPredicted.set(g, p);
    toGold.set(p, g);
  }
  return { toPredicted, toGold };
}
