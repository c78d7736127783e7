/** Named systems, campaigns, methods and documents（GUIDELINES 5.5）. */
import type { Clause, Reading } from './clauses.ts';
import type { Pair } from './pairs.ts';
import type { Span } from './types.ts';
import { bareVerb } from './words-actions.ts';
import { blockingNoun, blockingVerb, carryingVerb, figures, formulas, mechanismNoun, orientingVerb, unquotedMechanisms } from './words-mechanisms.ts';

/** Longest name in quotation marks（5.5 a）. */
const longestName = 20;

/** Find the mechanisms of a task: each name once, in text order. */
export function mechanismsIn(text: string, reading: Reading): Span[] {
  const found: Span[] = [];
  const accepted = quotedNames(text, reading);
  for (const pair of reading.quotations) {
    if (pair.open === '《') found.push(inside(text, pair));
    else if (accepted.has(pair)) found.push(inside(text, pair));
  }
  for (const match of reading.plain.matchAll(unquotedMechanisms)) {
    const start = reading.start + match.index;
    found.push({ text: match[0], start, end: start + match[0].length });
  }
  const seen = new Set<string>();
  return found.sort((a, b) => a.start - b.start).filter((span) => span.text.trim() !== '' && !seen.has(span.text) && seen.add(span.text));
}

const inside = (text: string, pair: Pair): Span => ({ text: text.slice(pair.start + 1, pair.end - 1), start: pair.start + 1, end: pair.end - 1 });

/** Decide each chain of quotations as a whole（5.5 a: a chain shares its verb and its noun）. */
function quotedNames(text: string, reading: Reading): ReadonlySet<Pair> {
  const accepted = new Set<Pair>();
  const quoted = reading.quotations.filter((pair) => pair.open === '“');
  let clause = 0;
  for (let from = 0; from < quoted.length; ) {
    let to = from;
    while (to + 1 < quoted.length && isJoint(text, quoted[to], quoted[to + 1])) to++;
    const first = quoted[from];
    const last = quoted[to];
    if (!first || !last) break;
    while (clause + 1 < reading.clauses.length && (reading.clauses[clause + 1]?.start ?? 0) <= first.start) clause++;
    const chain = quoted.slice(from, to + 1);
    const isNamed = isCarriedOut(reading, reading.clauses[clause], first, last);
    if (isSlogan(text, first, reading)) {
      from = to + 1;
      continue;
    }
    for (const pair of chain) if (isName(text, pair, isNamed, chain.length)) accepted.add(pair);
    from = to + 1;
  }
  return accepted;
}

/** Two quotations belong together when only `、`, `和` or nothing stands between them. */
function isJoint(text: string, left: Pair | undefined, right: Pair | undefined): boolean {
  if (!left || !right || right.start - left.end > 2) return false;
  return /^(?:[、和与及]|以及)?$/.test(text.slice(left.end, right.start));
}

/** `坚持“两手抓、两不误”`: several sayings in one pair of marks name nothing. */
function isSlogan(text: string, pair: Pair, reading: Reading): boolean {
  const left = reading.plain.slice(Math.max(0, pair.start - reading.start - 24), pair.start - reading.start);
  const after = reading.plain.slice(pair.end - reading.start, pair.end - reading.start + 24);
  return /[、，]/.test(text.slice(pair.start, pair.end)) && /坚持[^，]*$/.test(left) && !mechanismNoun.test(after);
}

/** Refuse formulas and figures of speech; a list name（5.5 c）counts in any place. */
function isName(text: string, pair: Pair, isNamed: boolean, chain: number): boolean {
  const name = text.slice(pair.start + 1, pair.end - 1);
  if (name.length > longestName || name.length < 2) return false;
  if (new RegExp(`^(?:${unquotedMechanisms.source})$`).test(name)) return true;
  if (formulas.has(name) || (figures.has(name) && chain === 1)) return false;
  if (figures.has(name)) return false;
  return isNamed;
}

/** Is the chain followed by a mechanism noun, or what its clause carries out or uses（5.5 a）? */
function isCarriedOut(reading: Reading, clause: Clause | undefined, first: Pair, last: Pair): boolean {
  if (!clause) return false;
  const right = reading.plain.slice(last.end - reading.start, last.end - reading.start + 24);
  const after = /^[^，。；：、！？,;:]{0,24}/.exec(right)?.[0] ?? '';
  const left = reading.plain.slice(Math.max(0, clause.start - reading.start, first.start - reading.start - 80), first.start - reading.start);
  const verb = nearestVerb(left);
  if (verb === 'against' || blockingNoun.test(after)) return false;
  if (mechanismNoun.test(after)) return true;
  if (/^为(?:抓手|载体|平台|牵引|依托)/.test(after) && /以[^，]{0,20}$/.test(left)) return true;
  if (verb === 'orient') return false;
  if (/^(?:要|须|应)?$/.test(left.trim()) && bareVerb.test(after)) return true;
  if (/^对.*的$/.test(left) && after === '') return true;
  if (/(?:要|实现|按照?|以|通过|用)$/.test(left)) return true;
  return verb === 'carry';
}

/** The verb that governs what follows it: the last one before the quotation. */
function nearestVerb(left: string): 'carry' | 'orient' | 'against' | null {
  const last = (pattern: RegExp): number => {
    let end = -1;
    for (const match of left.matchAll(pattern)) end = match.index + match[0].length;
    return end;
  };
  const carry = last(carryingVerb);
  const orient = last(orientingVerb);
  const against = last(blockingVerb);
  const nearest = Math.max(carry, orient, against);
  if (nearest < 0) return null;
  return nearest === against ? 'against' : nearest === orient ? 'orient' : 'carry';
}
