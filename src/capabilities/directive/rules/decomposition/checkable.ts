/** Could an inspector ask to see it（可检查的工作对象, GUIDELINES 4.7）? */
import type { Clause, Reading } from './clauses.ts';
import { modalAt } from './modals.ts';
import { tellsPast } from './reports.ts';
import type { Attributes, Range } from './types.ts';
import { attitudeClause, colouring, playsPart, scolding, tangible } from './words-attitude.ts';
import { attitudeEnd, genericObject, hardens, resultClause, softEnd, softPhrase, softVerb } from './words-soft.ts';
import { concreteAct, deed, plainWork, pretended, workObject } from './words-work.ts';

/** Beyond this a clause is no clause; bounds what the patterns look at. */
const longestClause = 400;

/** `请与县民政局联系`: an offer of help, not work. */
const asksBack = /请[^，。]{0,12}[与同向][^，。]{2,20}(?:联系|反映|咨询)/;

/** Say whether at least one clause acts on a checkable object; in doubt, an act that leaves a trace counts（4.7, last line）. */
export function isCheckable(reading: Reading, found: Attributes): boolean {
  if (asksBack.test(reading.plain)) return false;
  if (found.deadline || found.quantities.length > 0) return true;
  const only = reading.clauses.length === 1;
  for (const clause of reading.clauses) {
    if (!only && (resultClause.test(clause.plain) || isStatement(clause.plain) || isFrame(clause.plain))) continue;
    const bare = withoutLeads(clause, found.lead).slice(0, longestClause);
    const act = bare.replace(colouring, '');
    if (isAttitude(bare) || isAttitude(act)) continue;
    if (/^　+(?:负责|牵头|统筹)/.test(bare) && modalAt(bare) < 0) return true;
    if (actsOnObject(act, clause, found.mechanisms) || (leavesTrace(act) && !isSoft(act)) || isPlainWork(act)) return true;
  }
  return false;
}

/** Work of a plain verb on an object that is neither soft nor generic. */
const isPlainWork = (act: string): boolean => plainWork.test(act) && !softPhrase.test(act) && !softEnd.test(act.slice(-6));

/** The clause with its subjects blanked: `领导班子成员要…` is no work on a 班子. */
function withoutLeads(clause: Clause, leads: readonly Range[]): string {
  let act = clause.plain;
  for (const lead of leads) {
    if (lead.start < clause.start || lead.end > clause.end) continue;
    const from = lead.start - clause.start;
    act = act.slice(0, from) + '　'.repeat(lead.end - lead.start) + act.slice(lead.end - clause.start);
  }
  return act;
}

/** W1–W6 in an act. */
function actsOnObject(act: string, clause: Clause, mechanisms: readonly Range[]): boolean {
  if (mechanisms.some((mechanism) => mechanism.start >= clause.start && mechanism.end <= clause.end)) return true;
  if (/^(?:要|并|更要|都要|切实)?以[^，]{2,40}(?:工作|任务|落实|为(?:指导|重点|主线|目标|引领|统领|根本|核心|导向|牵引|契机))$/.test(act)) return false;
  if (/坚持[^，“]{0,30}“◇+”$/.test(act)) return false;
  if (fights.test(act)) return true;
  const plain = act.replace(pretended, '　');
  if (/格局$/.test(plain)) return (clause.plain.match(/、/g)?.length ?? 0) >= 2;
  return workObject.test(plain) || concreteAct.test(plain);
}

/** A prohibition, a provision, or a verb whose doing can be seen. */
const leavesTrace = (act: string): boolean => deed.test(act) && !scolding.test(act);

/** A clause about attitude or ability alone: nothing inside it counts（`增强开展“五基三化”提升年行动的政治自觉`）. */
const isAttitude = (act: string): boolean =>
  (attitudeEnd.test(act.slice(-6)) && hardens.test(act.slice(0, 40))) || attitudeClause.test(act) || (playsPart.test(act) && !tangible.test(act));

/** `会议强调`, `今年`: what frames the sentence. */
const isFrame = (plain: string): boolean =>
  (plain.length <= 30 && /^在[^，]+(?:上|中|下|方面|环节|阶段)$/.test(plain)) ||
  (plain.length <= 8 && /(?:会议|全会)[^，]{0,3}$|^(?:同时|今年|另外|此外|首先|其次|最后|会议(?:强调|要求|指出))$/.test(plain));

/** `党的基层组织是…的基础，必须…`: what is so, not what is to do. */
const isStatement = (plain: string): boolean => modalAt(plain) < 0 && (tellsPast(plain) || /(?<![特尤凡于但可还总求])是(?!否|不是)/.test(plain));

/** A problem that has a name（W6）. */
const fights = /(?:防止|防范|杜绝|破解|整治|纠治|纠正|解决|克服|遏制|避免|力戒|严防|打击|查处|治理|化解)[^，“]{0,8}“/;

/** Attitude, fixed phrase, idiom, or an action without an object of its own. */
function isSoft(plain: string): boolean {
  if (softPhrase.test(plain) || genericObject.test(plain.slice(-6))) return true;
  if (softEnd.test(plain.slice(-6)) && softVerb.test(plain.slice(0, 40))) return true;
  if (/^(?:要|坚持)*以[^，]{2,60}为(?:指导|重点|主线|目标|引领|统领|根本|核心|导向|牵引|契机)$/.test(plain)) return true;
  if (/牢记|铭记|牢固树立|当好|争当|争做|努力成为|真正成为|力争成为/.test(plain.slice(0, 30))) return true;
  if (/^(?:要|必须|坚决|切实|不断|进一步|深刻)*(?:增强|坚定|做到|捍卫|拥护|领悟|坚决做到|坚定拥护)“/.test(plain)) return true;
  if (/履行.{0,20}(?:职责|责任)$/.test(plain.slice(-40))) return true;
  if (/^(?:要|既|又|也|更)?(?:善于|勤于|乐于|敢于|勇于|做到|谋定|站在|弘扬)/.test(plain)) return true;
  return plain.split('、').every((part) => part.length <= 5);
}
