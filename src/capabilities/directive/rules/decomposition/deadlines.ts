/** By when（完成时限, GUIDELINES 5.3）. */
import { halfWidth, integerOf } from './numerals.ts';
import type { Deadline } from './types.ts';

/** What a missing year or month is taken from. */
export interface Calendar {
  readonly year: number | null;
  /** Month of the date line, for `月底前`. */
  readonly month: number | null;
}

const N = '(?<![0-9０-９])[0-9０-９]{1,4}(?![0-9０-９])';
const C = '[一二三四五六七八九十两]{1,3}';
const Y = '(?<![0-9０-９])(?:19|20)[0-9]{2}(?:年度|年)|[二][〇零○][〇零○一二三四五六七八九]{2}年|今年(?:年)?|本年度?|当年|明年|后年|次年';
const clock =
  '(?:\\s{0,2}(?:上午|下午|晚|中午)?\\s{0,2}[0-9０-９]{1,2}(?:[:：][0-9０-９]{2}|时(?:[0-9０-９]{1,2}分)?|点(?:[0-9０-９]{1,2}分|半)?)|下班|中午|上午|下午)?';
const tail = `(?:（[^（）]{1,8}）|\\([^()]{1,8}\\))?${clock}(?:以前|之前|前|之内|内|止|为止)?`;

const monthDay = `(?:(?<year>${Y})[，、]?\\s{0,2})?(?:(?<month>${N}|${C}|[本当下次](?=个?月))(?:(?<=[本当下次])个)?月(?:份)?)(?:(?<day>[0-9０-９]{1,2}|${C})(?:日|号)|(?<late>底|末|中旬|上旬|下旬|中|初))?`;
const season = `(?:(?<syear>${Y})[，、]?\\s{0,2})?(?:第?(?<quarter>[一二三四1234])季度(?:末|底)?|(?<half>[上下])半年)`;
const yearEnd = `(?:(?<eyear>${Y})\\s{0,2})?(?<end>年底|年末|年终|岁末)|(?<fyear>(?:(?<![0-9０-９])(?:19|20)[0-9]{2}|今年|明年)年?(?:底|末|终))`;
const plan = `[“‘]?(?<plan>十[三四五六])[”’]?五?[”’]?(?:规划)?(?:期?末|期间|时期)`;
const festival = `[“‘](?<feast>七一|八一|十一|五一|七·一)[”’]?(?:节|国庆)?(?:前夕|之前|前)`;
const spread = `(?<!第)(?:(?<count>[0-9０-９]{1,3}|${C}|半)(?<unit>个?工作日|个月|年|周|个?星期|天|日)(?:左右)?(?:以内|之内|内)(?:时间)?|(?<used>用|利用|通过|力争|争取|再用|计划用|限期|限时|限)(?:约|大约)?(?<ucount>[0-9０-９]{1,3}|${C}|半)(?<uunit>个月|年|天|日|周|个?工作日)(?:左右)?(?:的?时间|的?努力)?)`;
const bareYear = `(?<byear>(?<![0-9０-９])20[0-9]{2}(?=年)|今(?=年)|本(?=年(?!度?报|龄))|明(?=年)|年(?=内))(?:年度?(?:内)?|内)`;

const lead = '(?:截至|截止到?|最迟|力争|争取|于|在|到|至|用)?';
const dated = [plan, season, monthDay, yearEnd, bareYear].join('|');
const pattern = new RegExp(`${lead}(?:${festival}|${spread}|(?:${dated})${tail})`, 'g');

/** Every expression holds one of these; a look for them spares most units the whole pattern. */
const hint = /[年月季日天周末期]|[“‘][七八十五]/;

/** `每年12月底前`, `自6月1日起`, `2021年以来`: recurrences, starting dates and the past are no deadline. */
const recurring = /(?:每|逢|各)(?:个|一)?(?:年|季度|季|月|周|半年)?(?:的)?$/;
const begins = /^(?:起|以来|之后|后|至今|召开的|印发的|出台的|制定的)/;

/** `2021年印发`, `2023年修订`: without 前 such a year tells where a paper comes from. */
const origin = /^(?:印发|出台|制定|修订|试行|施行|启动实施以来|发布)/;
const earlier = /(?:自|从|截至|早在|继)$/;
const isName = /^(?:度(?!(?:内|末|底)?前)|工作(?:要点|总结|报告)|党建工作要点|重点工作|修订|版|第|.{0,12}(?:以来|至今))/;

/** Months in which a part of the year ends. */
const quarterEnd: Readonly<Record<string, string>> = { 一: '03', 二: '06', 三: '09', 四: '12', 1: '03', 2: '06', 3: '09', 4: '12' };
const planEnd: Readonly<Record<string, string>> = { 十三: '2020', 十四: '2025', 十五: '2030', 十六: '2035' };
const feastDay: Readonly<Record<string, string>> = { 七一: '07-01', 七·一: '07-01', 八一: '08-01', 十一: '10-01', 五一: '05-01' };
const spanUnit: Readonly<Record<string, string>> = { 年: 'Y', 个月: 'M', 周: 'W', 个星期: 'W', 星期: 'W', 天: 'D', 日: 'D', 个工作日: 'D', 工作日: 'D' };

/**
 * Find the first expression in a text that says by when（5.3）.
 *
 * @param offset - of `plain` in the file
 * @param field - the text is the value of a `完成时限` field, where bare dates and `长期坚持` count
 */
export function deadlineIn(plain: string, offset: number, calendar: Calendar, field = false): Deadline | null {
  if (field) {
    const lasting = /长期坚持|持续推进|长期|持续|常态化(?:推进|开展|坚持|落实)?|贯穿始终|全程|常年/.exec(plain);
    const dated = first(plain, offset, calendar, true);
    if (lasting && !(dated && dated.start < offset + lasting.index))
      return { text: lasting[0], start: offset + lasting.index, end: offset + lasting.index + lasting[0].length, value: 'ongoing' };
    return dated ?? wholeYear(plain, offset, calendar);
  }
  return first(plain, offset, calendar, false);
}

/** `全年` in a field means the year of the document. */
function wholeYear(plain: string, offset: number, calendar: Calendar): Deadline | null {
  const at = plain.indexOf('全年');
  return at < 0 ? null : { text: '全年', start: offset + at, end: offset + at + 2, value: calendar.year === null ? 'XXXX' : String(calendar.year) };
}

function first(plain: string, offset: number, calendar: Calendar, field: boolean): Deadline | null {
  if (!hint.test(plain)) return null;
  let year: string | null = null;
  for (const match of plain.matchAll(pattern)) {
    const groups = match.groups ?? {};
    const own = yearOf(groups.year ?? groups.syear ?? groups.eyear ?? groups.fyear ?? groups.byear, calendar);
    const before = plain.slice(Math.max(0, match.index - 6), match.index);
    const after = plain.slice(match.index + match[0].length, match.index + match[0].length + 16);
    const opened = year;
    year = /^(?:至|—|–|-|～|~|到)/.test(after) ? (own ?? year) : null;
    if (
      recurring.test(before) ||
      begins.test(after) ||
      (!/[前内止]$/.test(match[0]) && groups.byear !== undefined && origin.test(after)) ||
      (earlier.test(before) && /^(?:至|到|起)/.test(after)) ||
      earlier.test(before)
    )
      continue;
    const value = deadlineValue(match[0], groups, own ?? opened, calendar, field, before, after);
    if (!value) continue;
    const range = /^(?:至|—|–|-|～|~|到)/.exec(after);
    if (range && !/[前内止]$/.test(match[0])) continue;
    const text = match[0].trimEnd();
    return { text, start: offset + match.index, end: offset + match.index + text.length, value };
  }
  return null;
}

type Groups = Record<string, string | undefined>;

/** Turn one expression into the value of the table in 5.3; null when it is no deadline after all. */
function deadlineValue(text: string, groups: Groups, known: string | null, calendar: Calendar, field: boolean, before: string, after: string): string | null {
  const year = known ?? (calendar.year === null ? 'XXXX' : String(calendar.year));
  if (groups.feast) return `${year}-${feastDay[groups.feast] ?? '07-01'}`;
  if (groups.plan) return planEnd[groups.plan] ?? null;
  if (groups.count ?? groups.ucount) return durationOf(groups, before, after);
  if (groups.quarter) return isAdjective(text, after) ? null : `${year}-${quarterEnd[groups.quarter] ?? '12'}`;
  if (groups.half) return isAdjective(text, after) ? null : `${year}-${groups.half === '上' ? '06' : '12'}`;
  if (groups.month) return dateOf(groups, year, calendar, text, after, field);
  if (groups.end ?? groups.fyear) return isYearEnd(groups, text, after) ? `${year}-12` : null;
  if (!groups.byear || isName.test(after) || (isAdjective(text, after) && !field)) return null;
  return year;
}

/** `年底完成` is a date, `年终总评` only names something. */
function isYearEnd(groups: Groups, text: string, after: string): boolean {
  if (/[前内止]$/.test(text) || groups.eyear || groups.fyear) return !isAdjective(text, after);
  return (
    groups.end !== '年终' &&
    /^(?:[，、；。\s]|$|完成|实现|达到|建成|全部|全面|全覆盖|基本|力争|确保|要|须|应|累计|各|每|形成|投|启用|开展|开通|交付|转)/.test(after)
  );
}

/** `年底考核`, `一季度工作例会`: a season that only names something. */
function isAdjective(text: string, after: string): boolean {
  if (/[前内止]$/.test(text)) return false;
  return /^(?:的|述职|考核|考评|总结|工作(?:要点|总结|报告|例会|安排|情况)|督查|目标|例会|评议|评优|检查|绩效|.{0,4}考核|经济|以来|重点工作|度?工作)/.test(
    after,
  );
}

/** `6月15日前`, `8月底前`, `本月底前`（with the month of the date line）. */
function dateOf(groups: Groups, year: string, calendar: Calendar, text: string, after: string, field: boolean): string | null {
  const named = groups.month ?? '';
  const relative: Readonly<Record<string, number>> = { 本: 0, 当: 0, 下: 1, 次: 1 };
  const shift = relative[named];
  const month = shift === undefined ? integerOf(named) : calendar.month === null ? null : ((calendar.month + shift - 1) % 12) + 1;
  if (month === null || month < 1 || month > 12) return null;
  if (!field && isAdjective(text, after)) return null;
  const day = groups.day === undefined ? null : integerOf(groups.day);
  if (day !== null && (day < 1 || day > 31)) return null;
  const two = (value: number) => String(value).padStart(2, '0');
  return day === null ? `${year}-${two(month)}` : `${year}-${two(month)}-${two(day)}`;
}

/** `3年内`, `用3年时间`, `10个工作日内`, `半年内` → `P3Y`, `P10D`, `P6M`. */
function durationOf(groups: Groups, before: string, after: string): string | null {
  const count = groups.count ?? groups.ucount ?? '';
  const unit = groups.unit ?? groups.uunit ?? '';
  if (/(?:近|过去|最近|连续|满|任期|每)$/.test(before) || /^(?:以来|来|的党龄)/.test(after)) return null;
  if (/^限/.test(groups.used ?? '')) return spanValue(count, unit);
  if (groups.used && /天|日|周/.test(unit)) return null;
  if (groups.used === '通过' && !/努力|时间/.test(after) && !/努力|时间$/.test(groups.used)) return null;
  return spanValue(count, unit);
}

/** `3` and `年` → `P3Y`. */
function spanValue(count: string, unit: string): string | null {
  const number = count === '半' ? null : integerOf(halfWidth(count));
  if (number === null) return count !== '半' ? null : unit === '年' ? 'P6M' : null;
  const code = spanUnit[unit];
  return code ? `P${number}${code}` : null;
}

/** Read a year as it is written; `今年` needs the year of the document. */
function yearOf(text: string | undefined, calendar: Calendar): string | null {
  if (text === undefined) return null;
  const shift = /^(?:明|次)/.test(text) ? 1 : text.startsWith('后') ? 2 : /^(?:今|本|当|年)/.test(text) ? 0 : null;
  if (shift !== null) return calendar.year === null ? 'XXXX' : String(calendar.year + shift);
  const written = text.replace(/[年底末终].*$/, '');
  const number = integerOf(written);
  return number === null || number < 1900 || number > 2100 ? null : String(number);
}
