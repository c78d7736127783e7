/** A goal longer than this is cut（任务事项字数上限）. */
export const goalLength = 40;
/** A quoted name is not cut apart for a few characters more. */
const quotedLength = 56;

/**
 * A short name for what a sentence demands（任务事项短题）: without marker, subject and modal words, and without the clauses that only say where, why or by
 * what; cut between words, never inside quotation marks or brackets.
 *
 * @param sentence - one unit of a directive
 * @param subjects - who is to do it, as found in the sentence
 */
export function goalOf(sentence: string, subjects: readonly string[] = []): string {
  const bare = sentence
    .replace(/（(?:责任|牵头|配合|完成)[^）]*）/g, '')
    .replace(/^\s*(?:[一二三四五六七八九十]+(?:是要|是|要)|第[一二三四五六七八九十]+，|[（(]?[一二三四五六七八九十\d]+[）)、.．])\s*/, '')
    .trim();
  const clauses = clausesOf(bare).map((clause) => plain(clause, subjects));
  const meaty = clauses.filter((clause) => clause !== '');
  const first = meaty.findIndex((clause) => !isCircumstance(clause));
  const start = first === -1 ? 0 : first;
  let goal = meaty[start] ?? bare;
  const condition = meaty[start - 1];
  if (condition !== undefined && /的$|^对/.test(condition) && condition.length + goal.length < goalLength) goal = `${condition}，${goal}`;
  else if (goal.length < 7 && meaty[start + 1] !== undefined) goal = `${goal}，${meaty[start + 1]}`;
  return shortened(goal) || bare.slice(0, goalLength);
}

/** Says where, when, why or by what, not what is to be done. */
const circumstance =
  /^(?:聚焦|紧扣|围绕|针对|按照|根据|结合|通过|依托|本着|立足|充分发挥|整合|同时|此外|特别是|另外|今年|目前|下一步|近年来|继续?以.+为|以.+为(?:抓手|载体|重点|主线|契机|目标|引领)|采取.+(?:方式|办法|形式)|在.+(?:上|中|下|方面|基础上)$|在(?:机关|学校|医院|国企|农村|社区|非公)|.+的$|对于?(?!.*(?:进行|开展|实行|实施|加强|给予|予以|负|亲自|落实)).+$|坚持(?!把|.*(?:制度|参与))|综合|突出(?!抓)|(?:充分)?运用|即|如何|致力于|紧盯|把握|间时|平时)/;

const isCircumstance = (clause: string): boolean => circumstance.test(clause);

/** Cut at commas that stand outside quotation marks and brackets. */
function clausesOf(text: string): string[] {
  const clauses: string[] = [''];
  let depth = 0;
  for (const character of text) {
    if ('“‘（《('.includes(character)) depth++;
    if ('”’）》)'.includes(character)) depth = Math.max(0, depth - 1);
    if (depth === 0 && '，；。！？,;!?'.includes(character)) clauses.push('');
    else clauses[clauses.length - 1] += character;
  }
  return clauses.map((clause) => clause.trim()).filter((clause) => clause !== '');
}

const modal = /^(?:同时|也|还|并且|并|更)?(?:务必要?|必须要?|应当|需要|(?:一定|都|也|还|就|更|始终)?要|须|应)(?![求点素件闻害领])/;
const filler = /^(?:切实|认真|进一步|不断|着力|大力|加大力度|努力|特别|更加|注重|善于|持续用力|原则上)(?!把)/;

/** Take the subject and the words of urging away from the front of a clause. */
function plain(clause: string, subjects: readonly string[]): string {
  let rest = clause;
  for (const subject of subjects) if (rest.startsWith(subject)) rest = rest.slice(subject.length);
  const actor = /^[^“”（）《》，]{2,16}?(?<![需主重首必紧只])要(?![求点素件闻害领])/.exec(rest)?.[0];
  if (actor !== undefined && /(?:组织|单位|部门|党委|支部|党组|书记|干部|党员|成员|各地|县区|乡镇|街道|社区|村|局|办|部|负责人|负责同志)要$/.test(actor))
    rest = rest.slice(actor.length);
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replace(modal, '').replace(filler, '').trim();
  }
  return rest;
}

/** Cut after a word list's sign or at the limit, outside quotation marks. */
function shortened(goal: string): string {
  if (goal.length <= (/[“‘（《]/.test(goal) ? quotedLength : goalLength)) return goal;
  let depth = 0;
  let safe = 0;
  let listed = 0;
  for (let at = 0; at < goalLength; at++) {
    const character = goal[at] ?? '';
    if ('“‘（《('.includes(character)) depth++;
    if ('”’）》)'.includes(character)) depth = Math.max(0, depth - 1);
    if (depth > 0) continue;
    if (character === '、') listed = at;
    safe = at + 1;
  }
  return goal.slice(0, listed > goalLength / 2 ? listed : Math.max(safe, 1));
}
