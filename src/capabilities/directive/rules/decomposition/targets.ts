/** To whom it is done（对象, GUIDELINES 5.2; information only）. */
import { spanOf } from './characters.ts';
import type { Clause, Reading } from './clauses.ts';
import type { Span } from './types.ts';
import { actorHeads } from './words-organizations.ts';

const before =
  /面向|针对|对于|对(?!照|标|接|策|象|口|外|内|比)|向(?!上|前|纵)|指导|引导|教育引导|(?<!党|团|群众|基层)组织(?=党员|干部|群众|医|专家|师生|学生|志愿)|动员|督促|选派|选拔|培养|激励关爱|关爱|慰问|推动(?=各|党|全)/g;
const domain = /^在([^，]{2,12})(?=，|$)/;

/** Find whom the action is done to or for. */
export function targetsIn(text: string, reading: Reading): Span[] {
  const found: Span[] = [];
  for (const clause of reading.clauses) {
    if (found.length >= 10) break;
    const span = domainOf(text, clause, reading) ?? objectOf(text, clause);
    if (span && !found.some((other) => other.text === span.text)) found.push(span);
  }
  return found;
}

/** `在机关，要…`: a short lead-in clause names the domain. */
function domainOf(text: string, clause: Clause, reading: Reading): Span | null {
  if (clause !== reading.clauses[0]) return null;
  const found = domain.exec(clause.plain)?.[1];
  if (!found || /[上中下里内间面]$/.test(found)) return null;
  return spanOf(text, clause.start + 1, clause.start + 1 + found.length);
}

/** The noun phrase behind 对、面向、组织…, up to the last person or organisation that follows at once. */
function objectOf(text: string, clause: Clause): Span | null {
  for (const match of clause.plain.matchAll(before)) {
    const from = match.index + match[0].length;
    const rest = clause.plain.slice(from, from + 40);
    const open = /^([^，]{2,30}的)$/.exec(rest);
    if (open?.[1] && match[0].startsWith('对')) return spanOf(text, clause.start + from, clause.start + from + open[1].length);
    let end = 0;
    for (const head of rest.matchAll(actorHeads)) {
      if (end > 0 && !/^[、和及与]/.test(rest.slice(end))) break;
      end = head.index + head[0].length;
    }
    if (end >= 2 && !/^[、和与及要]/.test(rest)) return spanOf(text, clause.start + from, clause.start + from + end);
  }
  return null;
}
