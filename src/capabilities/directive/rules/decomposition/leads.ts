/** Who is to do it（牵头主体, GUIDELINES 5.1 a）. */
import { spanOf } from './characters.ts';
import type { Clause, Reading } from './clauses.ts';
import { modalAt } from './modals.ts';
import type { Span } from './types.ts';
import { bareVerb, longVerb, predicate } from './words-actions.ts';
import { actorHeads, actorOpening, falseHead } from './words-organizations.ts';

/** A noun phrase longer than this is a whole clause. */
const longestActor = 60;

/** A noun phrase without a modal behind it or a sign of an actor before it is no longer than this. */
const longestUnsigned = 12;

/** Beyond this a clause is no clause; bounds the search for agents. */
const longestClause = 400;

/** What may stand before a subject: connectives, times, places, pronouns that a noun follows（我们各支部）. */
const frame =
  /^(?:同时|间时|[也还既更又]|并且|并|且|而|但|另外|此外|其中|对此|为此|因此|所以|今后|下一步|下步|接下来|今年|明年|近期|当前|目前|平时|会后|会前|届时|原则上|具体|特别是|尤其是|我们|希望|请|敬请|烦请|要求|凡是|凡|首先|其次|再次|最后|第[一二三四五六七八九十][，,]?|[一二三四五六七八九十]{1,3}(?:是要|是|要)|[（(][一二三四五六七八九十0-9]{1,3}[）)]|[0-9０-９]{1,3}[.．、](?![0-9])|[①-⑳]|[0-9０-９]{0,4}年?[0-9０-９一二三四五六七八九十]{1,2}月(?:[0-9０-９]{1,2}日|底|末|中旬|上旬|下旬|份)?(?:之?前|以前|内|起)?|[0-9]{4}年(?:底)?(?:前|内)?|年底前|年内|月底前|上半年|下半年|每(?:年|季度|月|半年|周|学期)(?:末|初)?|从[^，]{1,8}起|在[^，]{1,20}?(?:中|上|前|后|时|期间|方面|过程中|阶段|基础上|情况下)|[、\s　*])/;

/** Openings that make the phrase a topic, an instrument or a condition, not a subject. */
const notSubject =
  /^(?:在(?![职岗校编外册任])|对(?!口)|针对|关于|把|将|让|使|以|为|被|经|如|若|因|当(?!地)|除|用(?!人单位)|从(?!业)|向|通过|根据|按照|按(?!期)|由|推动|督促|引导|组织(?!部|科|委|系统|员|处|人事)|指导(?!员|组)|支持|鼓励|帮助|要求|发挥|加强|强化|推进|落实|深化|确保|防止|健全|完善|建立|充分|依托|选派|选优|配齐|配强|培养|教育引导|没有|是|有的|一些|个别|少数|部分|近年来|去年|近期|即|包括|等|与|和|及|或|含|作为|报(?![社纸刊])|能够|能(?!人)|不能|未(?!成年)|确需|需要|任何(?!单位|部门|组织|个人|人))/;

/** Find the subjects of the directive clauses of a unit, each name once, in text order. */
export function leadsIn(text: string, reading: Reading): Span[] {
  const found: Span[] = [];
  const add = (start: number, end: number) => {
    if (end > start && !found.some((span) => span.text === text.slice(start, end))) found.push(spanOf(text, start, end));
  };
  reading.clauses.forEach((clause, index) => {
    if (found.length >= 20) return;
    const actor = subjectOf(clause) ?? subjectBefore(reading.clauses[index - 1], clause);
    if (actor) add(actor.start, actor.end);
    for (const agent of agentsOf(clause)) add(agent.start, agent.end);
  });
  return found.sort((a, b) => a.start - b.start);
}

interface Found {
  readonly start: number;
  readonly end: number;
}

/** The subject of a clause with its predicate: the shortest noun phrase from its beginning that a predicate follows. */
function subjectOf(clause: Clause): Found | null {
  const from = frameEnd(clause.plain);
  const rest = clause.plain.slice(from, from + longestActor + 40);
  if (notSubject.test(rest)) return null;
  const modal = modalAt(clause.plain.slice(from));
  const hasSign = modal >= 0 || actorOpening.test(rest);
  if (!hasSign && longVerb.test(rest)) return null;
  const limit = modal >= 0 ? Math.min(rest.length, modal + 1) : hasSign ? rest.length : Math.min(rest.length, longestUnsigned + 4);
  for (const head of rest.slice(0, limit).matchAll(actorHeads)) {
    const end = head.index + head[0].length;
    if (end > longestActor) return null;
    const after = clause.plain.slice(from + end, from + end + 24);
    if (/^由/.test(after) || goal.test(after)) return null;
    if (!predicate.test(after)) continue;
    const phrase = rest.slice(0, end);
    if (phrase.includes('的') && /^(?:要|须|应|应当|必须)?(?:超过|达到|占|不低于|不少于|控制)/.test(after)) return null;
    if (!isActor(phrase, modal >= 0)) return null;
    return { start: clause.start + from, end: clause.start + from + end };
  }
  return null;
}

/** `机关企事业单位、社区、“两新”组织，要通过…`: the clause before is the whole noun phrase. */
function subjectBefore(before: Clause | undefined, clause: Clause): Found | null {
  if (!before || before.plain.length > longestActor + 20) return null;
  const opens = clause.plain.slice(0, 12);
  if (/^(?:确保|防止|严防|务求|严禁|禁止|切忌)/.test(opens)) return null;
  if (modalAt(opens) !== 0 && !/^(?:也|都|均|更|特别是|尤其|既)?(?:要|应|须|必须|务必|不得)/.test(opens)) return null;
  const from = frameEnd(before.plain);
  const phrase = before.plain.slice(from);
  if (phrase === '' || notSubject.test(phrase) || !endsInHead(phrase) || !isActor(phrase, true)) return null;
  return { start: before.start + from, end: before.start + from + phrase.length };
}

/** `由X担任`, `坚持X统筹`（5.1 a）. */
function agentsOf(clause: Clause): Found[] {
  const found: Found[] = [];
  for (const match of clause.plain.slice(0, longestClause).matchAll(/(?<![自理缘事经来])由(?![于此来衷])/g)) {
    const from = match.index + 1;
    const rest = clause.plain.slice(from, from + 50);
    for (const head of rest.matchAll(actorHeads)) {
      const end = head.index + head[0].length;
      const after = rest.slice(end, end + 16);
      if (end < 2) continue;
      if (/^(?:组成|构成|变|转|向|等?组成|等[^，]{0,6}组成)/.test(after)) break;
      if (after === '' || /^(?:、|和|及|与|或|等|共同|的|（)/.test(after)) continue;
      if (/^(?:担任|兼任|负责|牵头|组织|制定)?的/.test(after) || (!predicate.test(after) && nextIsHead(rest, end))) continue;
      if (!predicate.test(after) && !bareVerb.test(after) && !agentVerb.test(after) && (head[0].length < 2 || [...after.matchAll(actorHeads)].length > 0))
        continue;
      found.push({ start: clause.start + from, end: clause.start + from + end }, ...nextAgents(clause, from + end));
      break;
    }
    if (found.length >= 5) break;
  }
  const held = /^(?:要)?(?:坚持|实行|强化|明确|落实)([^，、的◇]{2,24}?)(?:统筹|牵头|负总责|负责(?!制|人|同志)|抓总|主导)(?![^，]*的)/.exec(clause.plain);
  const held1 = held?.[1];
  if (held && held1 && endsInHead(held1)) {
    const start = clause.start + held.index + held[0].indexOf(held1);
    found.push({ start, end: start + held1.length });
  }
  return found;
}

/** `各乡镇储备物资价值不低于…`, `80%以上的机关建成模范机关`: a state of things, nobody's act. */
const goal = /^(?:实行(?:公开|统一|全员|动态|分类)|应.尽|全[面部](?:销号|覆盖|达标|消除|清零|转化))/;

/** What an agent may do besides the verbs of a subject. */
const agentVerb = /^(?:担任|任|实施|决定|兜底|解决|出资|支付|列支|保障|带队|召集|主讲|主抓|代|初审|复审|终审|管理|培养|教育|包联|包保|包抓|帮扶|驻村)/;

/** `由县级领导包联、乡镇党委书记主抓、第一书记驻村帮扶`: the agents after the first, each with its own verb. */
function nextAgents(clause: Clause, from: number): Found[] {
  const found: Found[] = [];
  let at = from;
  for (const piece of clause.plain.slice(from, from + 80).split('、')) {
    const start = at;
    at += piece.length + 1;
    if (start === from) continue;
    const head = [...piece.matchAll(actorHeads)].find((one) => agentVerb.test(piece.slice(one.index + one[0].length)));
    if (!head || falseHead.test(piece.slice(0, head.index + head[0].length))) break;
    found.push({ start: clause.start + start, end: clause.start + start + head.index + head[0].length });
  }
  return found;
}

/** `市委` in `市委组织部`: the name goes on. */
function nextIsHead(rest: string, end: number): boolean {
  for (const head of rest.slice(end, end + 12).matchAll(actorHeads)) return head.index === 0;
  return false;
}

/** Skip connectives and frames before the subject. */
function frameEnd(plain: string): number {
  let from = 0;
  for (let turn = 0; turn < 6; turn++) {
    const found = frame.exec(plain.slice(from, from + 30));
    if (!found) break;
    from += found[0].length;
  }
  return from;
}

/** Say whether a phrase ends in an organisation or a role. */
function endsInHead(phrase: string): boolean {
  if (falseHead.test(phrase)) return false;
  for (const head of phrase.slice(-40).matchAll(actorHeads)) if (head.index + head[0].length === Math.min(40, phrase.length)) return true;
  return false;
}

/** Refuse things that end like an organisation, and phrases that open with a verb. */
function isActor(phrase: string, hasModal: boolean): boolean {
  if (phrase.length < 2 || /^每[处所站家]$/.test(phrase) || falseHead.test(phrase) || /[把将由]|不低于|不少于|不超过|低于|高于|达到|.对(?!口)/.test(phrase))
    return false;
  if (actorOpening.test(phrase)) return true;
  if (!hasModal)
    return phrase.length >= 3 && phrase.length <= longestUnsigned && !/^[下进入驻到]/.test(phrase) && !longVerb.test(phrase) && !/[的，]/.test(phrase);
  return !longVerb.test(phrase) || phrase.length <= 6 || /的[^的]{2,12}$/.test(phrase);
}
