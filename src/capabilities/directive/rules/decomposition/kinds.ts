/** What a unit is: greeting, task, exhortation, review or background（GUIDELINES 4.4–4.6）. */
import { isCheckable } from './checkable.ts';
import type { Reading } from './clauses.ts';
import { modalAt } from './modals.ts';
import { fieldAt } from './note-shape.ts';
import { tellsPast } from './reports.ts';
import type { Attributes, Kind } from './types.ts';
import { bareVerb } from './words-actions.ts';

/** What the outline knows about a unit. */
export interface Place {
  /** Before the first heading, in the closing part, or directly under a heading that still has child headings（4.6）. */
  readonly barred: boolean;
  /** In a numbered section, or a numbered sentence itself: bare verb phrases are directives there（4.5）. */
  readonly numbered: boolean;
  /** The unit holds nothing but responsibility notes（4.3）. */
  readonly onlyNotes: boolean;
  readonly heading: string;
  /** The unit before it in the same paragraph is a review（a report goes on without saying so again）. */
  readonly afterReview: boolean;
}

const address =
  /^(?:尊敬的|亲爱的)?(?:[^，。！：]{0,12})?(?:同志们|各位[^，。]{0,20}|朋友们|女士们[^。]{0,10}|先生们)(?:[，、][^。，]{0,10}(?:同志们|朋友们|老师们|各位[^，。]{0,8}))*[：:！!，,。]?$/;
const thanks = /谢谢|(?:表示|致以)[^，。]{0,14}(?:感谢|谢意|祝贺|慰问|问候|欢迎|敬意)|祝愿|祝大家|祝各位|拜个?年|新年快乐/;
const formula =
  /(?:讲|谈|强调|提|说|作|交流)[^，。]{0,6}(?:[一二两三四五六七八九十几0-9]{1,2})(?:个方面|点|条|个)?[^，。]{0,6}(?:意见|要求|想法|体会|看法|希望|建议|内容|问题)|我就讲|我就讲这些|讲到这里|与大家共勉|不当之处|请大家批评指正|^具体[讲说谈][^，。]{0,6}(?:句话|件事|点)|^现[将就][^，。]{0,60}(?:通知|通报|通告|报告|函告|公告)如下|^(?:现在)?(?:散会|休会|开会)|^(?:会议|大会)(?:到此结束|现在开始)|汇报完毕|妥否[，,]|^以上[^，]{0,10}(?:请审议|请批示|请予审议)|^特此(?:通知|通报|函告|报告|批复)|^此复/;
const addressee = /^[^。；]{2,200}(?:：|:)$/;

/** Verbless frames: meaning, reasons, circumstances, definitions（4.4 background）. */
const copula = /(?<![特尤凡于但可还总求一二三四五六七八九十只而若正要既算的])是(?!否|不是|非)|(?<!不)(?:就是|正是|既是|也是|都是|这是)/;
const meaning =
  /自[^，]{1,20}起(?:施行|执行|实施|生效|试行)|有效期|以本[^，]{1,8}为准|(?:废止|停止执行|失效)$|由[^，]{1,30}(?:负责)?解释|与本[^，]{1,6}不一致|关系到|直接关系|事关|意味着|标志着|(?<!形成|营造|建立|完善|创造)有利于(?![^，。]{0,20}的)|有助于|离不开|取决于|决定着|归根结底|意义重大|意义深远|至关重要|十分重要|非常重要|责任重大|任务艰巨|任务繁重|使命光荣|任务重|要求高|时间紧|必不可少|必由之路|重要意义|是指|所称|必先|正处于|面临着?|亟需|亟待|主要任务是|会议的主要任务|目的是|根本在于|关键在于|核心在于|重在|贵在|在于|应运而生|为期|会期|分为[^，]{1,12}(?:阶段|步骤|环节)|分[一二三四五六七八九]个?(?:阶段|步骤)|自(?:发布|印发|公布)之日起|由[^，0-9０-９]{1,60}组成|解释权|^附件|^附[：:]|^联系(?:人|电话|方式|邮箱)|^电子邮箱|^(?:会议|活动|培训|报到|报名|举办)?(?:时间|地点)[：:]|^(?:参加|参会|培训|参训)(?:人员|对象)[：:]|^抄送|^主送/;
/** Forecasts, sayings and needs: what is so, will be so or is wanted（4.4 background）. */
const statement =
  /^(?:据|经)?[^，]{0,16}(?:预测|预计|预报|测算|研判|统计|显示|调查表明|分析认为)$|^预计|^据(?!此|实|点)|^(?:俗话|老话|常言|古人|古语|古话|谚语)|宁可[^，]{1,12}(?:不可|不能|不要)?|^没有[^，]{1,20}就没有|^只有[^，]{1,40}$|无小事|大于天|重于泰山|重如泰山|重于一切|现有[^，。]{0,16}[0-9０-９]|^(?:目前)?[^，]{0,10}共有|任重道远|时不我待|形势逼人|不进则退|要有[^，]{1,30}(?:作|做|为)(?:保障|支撑|保证|后盾)|(?:需要|离不开)[^，]{2,30}(?:支持|参与|努力|配合|保障)$/;

const speaker =
  /(?:总书记|党中央|中央|国务院|省委|市委|县委|省政府|市政府|全会|报告|条例|章程|领导|书记|文件|意见|会议|“◇+”|《◇+》)[^，。]{0,24}(?:指出|强调|提出|要求|明确|规定)$/;
const ownMeeting = /^(?:(?:本次|这次)?会议(?:还|要求并)?|与会人员(?:一致)?|会上)(?:指出|强调|要求|认为|决定|明确|议定|确定|同意)$/;
const provision =
  /^[^，]{2,10}(?:增设|设置|配备|安装|张贴|悬挂)|(?:随时|及时|立即|第一时间|按时|按期|限时|一并)[报上送反通更整清办核处]|给予|予以|享受|一律|不予|不再|原则上|纳入|列入|计入|列支|视情|视为|实行|按[^，]{1,20}(?:执行|标准|发放|给予|办理)|作为[^，]{1,30}(?:依据|参考|内容|条件)|由[^，]{2,40}(?:负责|组织|承担|统筹|牵头|审核|实施|办理|支付|列支|保障|制定|安排)|可(?:以(?!说)|由|按|根据|视|申请|享受|采取|采用|通过|结合|参照|依托|适当|延长|优先|在|将)|达到|不低于|不少于|不超过|每(?:年|季度|月|半年|周)[^，]{0,20}(?:至少|不少于|[0-9０-９一二])|负责|限期|全部|统一(?:悬挂|使用|组织|设置|配备|执行|标准|规范|管理|安排|印制|采购|发放)/;

/** A date line or a signature date. */
const bareDate =
  /^[（(]?\s?[0-9二〇零○一三四五六七八九十]{2,4}\s?年\s?[0-9一二三四五六七八九十]{1,3}\s?月(?:\s?[0-9一二三四五六七八九十]{1,3}\s?日)?(?:印发)?[）)]?$/;

/** Headings under which a paper looks back or around: only a modal makes a directive there. */
const looksBack = /肯定成绩|回顾|(?:工作|主要|取得)(?:的)?(?:成效|成绩|进展)|存在的?(?:主要|突出)?(?:问题|不足)(?:和不足)?$|基本情况|面临的形势|形势分析/;

/** What a label only introduces: the measures of a rectification plan are what it demands（`整改措施：（1）开展…`）. */
const introduces = /^(?:整改|工作|主要|具体|重点|下步)?(?:措施|举措|任务|目标|要求|安排|打算)[：:]/;

/** `责任单位：…` on a line of its own: a field, no sentence. */
const isLabelled = (whole: string): boolean => !introduces.test(whole) && fieldAt(whole, 0, whole.length) !== null;

/** What a meeting or a paper is for（4.4 background）. */
const purpose = /主要任务是|会议的(?:主要)?任务|^为(?:了|深入|认真|全面|进一步|贯彻|切实|建设|规范|加强|推动)/;

/** `为…，现将有关事项通知如下：`, `专门开这个会，就是要…`: the opening of a paper or a meeting, however it urges. */
const opensPaper = /(?:^|，)为[^，]{2,}.*现[将就][^。]*如下[：:。]?$|[开召]开?[^，]{0,10}会[^。]{0,20}(?:就是要|目的|主要是|是为了)/;

/** Decide the kind of a unit from its clauses, its place and what was found in it. */
export function kindOf(reading: Reading, place: Place, found: Attributes): Kind {
  const whole = reading.plain.trim();
  if (isLabelled(whole) && isReview(reading)) return 'review';
  if (place.onlyNotes || isLabelled(whole) || bareDate.test(whole.slice(0, 40))) return 'background';
  const directive = !(whole.length <= 600 && opensPaper.test(whole)) && isDirective(reading, place, found);
  if (isGreeting(whole, place, directive)) return 'greeting';
  if (directive) return !place.barred && isCheckable(reading, found) ? 'task' : 'exhortation';
  if (purpose.test(whole) || modalOf(reading, found) === 'reported') return 'background';
  return isReview(reading) || (place.afterReview && place.numbered) ? 'review' : 'background';
}

/** Address, thanks, wishes, a formula that manages the speech, or the addressee line of a notice（4.4）. */
function isGreeting(whole: string, place: Place, directive: boolean): boolean {
  if (address.test(whole.slice(0, 120)) && whole.length <= 120) return true;
  if (place.barred && !place.numbered && whole.length <= 200 && addressee.test(whole) && !/通知如下|如下[：:]|以下|意见|要求/.test(whole)) return true;
  if (whole.length > 200 || place.numbered) return /^特此|^具体[讲说谈][^，。]{0,6}(?:句话|件事|点)|^(?:现在)?散会/.test(whole);
  return formula.test(whole) || (thanks.test(whole) && !directive);
}

const isReview = (reading: Reading): boolean => reading.clauses.some((clause) => tellsPast(clause.plain));

/** Does the unit say what someone is to do（4.5）? */
function isDirective(reading: Reading, place: Place, found: Attributes): boolean {
  const whole = reading.plain;
  const modal = modalOf(reading, found);
  if (modal !== 'none') return modal === 'own';
  if (
    !place.numbered ||
    (!holds.test(whole) && (copula.test(whole) || meaning.test(whole.trim()))) ||
    reading.clauses.some(({ plain }) => statement.test(plain)) ||
    isReview(reading)
  )
    return false;
  if (/[：:]$/.test(whole.trim()) || looksBack.test(place.heading)) return false;
  if (place.afterReview && !reading.clauses.some((clause, index) => index < 2 && bareVerb.test(clause.plain))) return false;
  if (found.lead.length > 0 || found.deadline || found.quantities.length > 0) return true;
  return reading.clauses.some((clause) => bareVerb.test(clause.plain) || provision.test(clause.plain) || /^[“《]/.test(clause.plain));
}

/** `深刻认识…的重要意义`, `坚持人才是第一资源的理念`: to hold something so is to be done, though what is held is so. */
const holds =
  /^(?:[0-9（）一二三四五六七八九十]{1,4}[.、是])?(?:切实|充分|深刻|全面|准确|进一步|牢固|牢牢|始终|自觉)*(?:认识|领会|把握|理解|坚持[^，]+(?:理念|原则|思想|观点|导向)(?:，|。|$))/;

/** Is there a modal, and is it more than what a higher body said（4.5: `X提出，要…`）or what the meeting is for（`主要任务是…`）? */
function modalOf(reading: Reading, found: Attributes): 'own' | 'reported' | 'none' {
  let reported = false;
  let heard = false;
  for (const clause of reading.clauses) {
    const plain = clause.plain.trim();
    if (ownMeeting.test(plain)) reported = false;
    else if (speaker.test(plain) && !/^(?:按照|根据|依据|对照|贯彻)/.test(plain)) reported = true;
    if (/主要任务(?:是|：)|会议的(?:主要)?任务|目的是/.test(plain)) return 'reported';
    if (modalAt(plain) < 0) continue;
    const hasLead = found.lead.some((span) => span.start >= clause.start && span.end <= clause.end);
    if (!reported || hasLead || /^(?:我们|大家|同志们|各位|全[县市区省])/.test(plain)) return 'own';
    heard = true;
  }
  return heard ? 'reported' : 'none';
}
