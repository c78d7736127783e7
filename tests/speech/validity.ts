/** What every annotation must fulfil（GUIDELINES 1–5）, written apart from the rules that are to fulfil it. */
import type { Decomposition, Item, Section } from '../../src/capabilities/directive/rules/decomposition/index.ts';

const deadlineValue = /^(?:(?:\d{4}|XXXX)(?:-\d{2}(?:-\d{2})?)?|P\d+[YMWD]|ongoing)$/;

/** List what is wrong with a decomposition of a text; empty when all is well. */
export function problemsOf(text: string, result: Decomposition): string[] {
  const problems: string[] = [];
  if (result.doc.length !== text.length) problems.push('doc.length');
  const byId = sectionProblems(text, result.sections, problems);
  const covered = new Uint8Array(text.length);
  if (result.doc.title) covered.fill(1, result.doc.title.start, result.doc.title.end);
  for (const section of result.sections) covered.fill(1, section.start, section.titleEnd);
  itemProblems(text, result, byId, covered, problems);
  const closers = new Set(result.sections.map((section) => section.titleEnd));
  for (let at = 0; at < text.length; at++) {
    if (covered[at] || /\s/.test(text[at] ?? '')) continue;
    if (closers.has(at) && /[。；：:！？]/.test(text[at] ?? '')) continue;
    problems.push(`character ${at} belongs to no item or heading`);
    break;
  }
  return problems;
}

function sectionProblems(text: string, sections: readonly Section[], problems: string[]): ReadonlyMap<string, Section> {
  const byId = new Map<string, Section>();
  let previous = -1;
  for (const section of sections) {
    const parent = section.parent === null ? undefined : byId.get(section.parent);
    if (byId.has(section.id)) problems.push(`${section.id}: duplicate`);
    if (section.start >= section.end || section.start <= previous) problems.push(`${section.id}: order`);
    if (text.slice(section.titleStart, section.titleEnd) !== section.title || section.title === '') problems.push(`${section.id}: title`);
    if (!text.startsWith(section.marker, section.start)) problems.push(`${section.id}: marker`);
    if (section.parent !== null && !parent) problems.push(`${section.id}: parent`);
    if (section.level !== (parent?.level ?? 0) + 1) problems.push(`${section.id}: level`);
    if (parent && (section.start < parent.start || section.end > parent.end)) problems.push(`${section.id}: outside parent`);
    if (/^\s|\s$/.test(text.slice(section.start, section.start + 1) + text.slice(section.end - 1, section.end))) problems.push(`${section.id}: white space`);
    previous = section.start;
    byId.set(section.id, section);
  }
  return byId;
}

function itemProblems(text: string, result: Decomposition, byId: ReadonlyMap<string, Section>, covered: Uint8Array, problems: string[]): void {
  const lastChild = new Map<string, number>();
  for (const section of result.sections) if (section.parent !== null) lastChild.set(section.parent, section.start);
  const open: Section[] = [];
  let next = 0;
  let last = 0;
  for (const item of result.items) {
    while (next < result.sections.length && (result.sections[next]?.start ?? 0) <= item.start) {
      const section = result.sections[next++];
      if (section) open.push(section);
    }
    while (open.length > 0 && (open.at(-1)?.end ?? 0) <= item.start) open.pop();
    if (item.start < last || item.start >= item.end) problems.push(`${item.id}: overlap or empty`);
    last = item.end;
    covered.fill(1, item.start, item.end);
    if (text.slice(item.start, item.end) !== item.text) problems.push(`${item.id}: text`);
    if (/\s/.test((item.text[0] ?? '') + (item.text.at(-1) ?? ''))) problems.push(`${item.id}: white space`);
    const deepest = open.reduce<Section | null>((deep, section) => (section.end > item.start && (!deep || section.level > deep.level) ? section : deep), null);
    if ((deepest?.id ?? null) !== item.section) problems.push(`${item.id}: lies in ${deepest?.id}, says ${item.section}`);
    if (item.headingPath.join('\n') !== pathOf(item.section, byId).join('\n')) problems.push(`${item.id}: heading path`);
    if (item.kind === 'task' && item.section !== null && (lastChild.get(item.section) ?? -1) > item.start)
      problems.push(`${item.id}: task before a child heading`);
    attributeProblems(text, item, problems);
  }
}

function attributeProblems(text: string, item: Item, problems: string[]): void {
  const inside = [...item.targets, ...item.quantities, ...item.mechanisms];
  const spans = [...inside, ...item.lead, ...item.support, ...(item.deadline ? [item.deadline] : [])];
  if (item.kind !== 'task' && spans.length > 0) problems.push(`${item.id}: attributes on a ${item.kind}`);
  for (const span of spans) if (span.start >= span.end || text.slice(span.start, span.end) !== span.text) problems.push(`${item.id}: span "${span.text}"`);
  for (const span of inside) if (span.start < item.start || span.end > item.end) problems.push(`${item.id}: "${span.text}" outside`);
  if (item.deadline && !deadlineValue.test(item.deadline.value)) problems.push(`${item.id}: deadline ${item.deadline.value}`);
  for (const { number } of item.quantities) {
    if (typeof number === 'number' ? !Number.isFinite(number) : !/^\d+\/\d+$|^[\d.]+-[\d.]+$/.test(number)) problems.push(`${item.id}: number ${number}`);
  }
}

function pathOf(id: string | null, byId: ReadonlyMap<string, Section>): string[] {
  const titles: string[] = [];
  for (let section = id === null ? undefined : byId.get(id); section; section = section.parent === null ? undefined : byId.get(section.parent))
    titles.unshift(section.title);
  return titles;
}
