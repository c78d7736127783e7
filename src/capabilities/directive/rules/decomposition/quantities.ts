/** How many of what（量化指标, GUIDELINES 5.4）. */
import { halfWidth, integerOf } from './numerals.ts';
import type { Comparator, Quantity, Range } from './types.ts';
import { measureWord } from './words-units.ts';

const D = '[0-9０-９]';
const number = `(?<![0-9０-９.．A-Za-z+＋第\\-])${D}{1,12}(?:[,，]${D}{3}(?!${D})){0,3}(?:[.．]${D}{1,6})?`;
const scale = '(?:万亿|亿|万|千|百)?';
const percent = '[%％‰]';
const dash = '(?:[-—–－~～]{1,2}|至|到)';
const afterword = '(?:（含）|\\(含\\)|（含以上）)?(?:(?<=小时|分钟)内|及以上|及其以上|或以上|以上|及以下|以下|以内|之内|左右|上下)?';
const loose = '[余多来]?';

const fraction = `(?<part>(?<![0-9０-９/])${D}{1,3}/${D}{1,3})(?![0-9０-９/月日年])`;
const ratio = `(?<ratio>(?:(?<![0-9０-９])${number}${scale}(?:${percent}|元|个|名|人|年|次|亩|家|天|岁)?${dash}${D}{1,12}(?:[.．]${D}{1,6})?|${number}))(?<scale>${scale})${loose}(?:(?<percent>${percent})|(?<unit>${measureWord}))(?<rest>(?:/(?:人|年|月|天|户|村|亩|次|期|场|周|学期|季度|个)){0,2})`;
const chinese = `(?<tenth>三分之[一二]|[四五]分之[一二三四]|百分之[一二三四五六七八九十百]{1,5})|(?<han>[一二两三四五六七八九十百]{1,4})(?<hanunit>个百分点|个|名|人|次|场|项|件|家|张|位|户|期|天|年|岁|份|篇|所|处|支|门|节|课时|学时)`;
const pattern = new RegExp(`(?:${fraction}|${ratio}|${chinese})(?<after>${afterword})`, 'g');

/** No amount without a figure. */
const hint = /[0-9０-９一二两三四五六七八九十百]/;

const before: readonly (readonly [RegExp, Comparator])[] = [
  [
    /(?:不少于或等于|少于或等于|小于或等于|小于等于|不超过|不得超过|不能超过|不多于|不高于|不大于|不得多于|不得高于|最多|至多|最长|上限为?|控制在|压减到|降至|降到)$/,
    '<=',
  ],
  [/(?:不少于|不低于|至少|最少|不得少于|不得低于|不能少于|不能低于|不小于|不短于|大于或等于|大于等于|最低|下限为?|≥|达到或超过)$/, '>='],
  [/(?:超过|大于|多于|高于|超|突破|＞|>)$/, '>'],
  [/(?:不足|少于|低于|小于|未满|不到|＜|<)$/, '<'],
  [/(?:大约|约|近|接近|左右)$/, '~'],
];
/** `至少召开1次`: the comparator and its number may have a verb or `每年` between them. */
const distant = /(不少于|不低于|至少|最少|不得少于|不得低于|不超过|不得超过|最多|至多)([^，。；：、0-9０-９]{1,24})$/;

const listCount = /^(?:个)?(?:大|方面|维度|层面|环节|点意见|点要求|点希望|个方面|条意见)/;
const isDate = /^(?:(?:19|20)\d{2}$)/;

/**
 * Find every quantity of a task（5.4）.
 *
 * @param plain - text with names hidden（numerals in a quoted name do not count）
 * @param offset - of `plain` in the file
 * @param taken - the deadline, whose figures are no quantity
 */
export function quantitiesIn(plain: string, offset: number, taken: Range | null): Quantity[] {
  const found: Quantity[] = [];
  if (!hint.test(plain)) return found;
  for (const match of plain.matchAll(pattern)) {
    const start = offset + match.index;
    if (taken && start < taken.end && start + match[0].length > taken.start) continue;
    const quantity = read(plain, match, offset);
    if (quantity) found.push(quantity);
  }
  return found;
}

function read(plain: string, match: RegExpMatchArray, offset: number): Quantity | null {
  const groups = match.groups ?? {};
  const at = match.index ?? 0;
  const end = at + match[0].length;
  const left = plain.slice(Math.max(0, at - 32), at).replace(/\s+$/, '');
  const comparator = comparatorOf(left, groups.after ?? '', groups.ratio);
  const isChinese = groups.tenth !== undefined || groups.han !== undefined;
  if (isChinese && (comparator.value === '=' || /[第十百千万]$/.test(left))) return null;
  if (!isChinese && groups.unit !== undefined && isNoQuantity(plain, groups, left, end)) return null;
  const value = quantityValue(groups);
  if (value === null) return null;
  const start = at - comparator.length;
  const unit =
    groups.part || (/分之/.test(groups.tenth ?? '') && !groups.tenth?.startsWith('百'))
      ? ''
      : groups.percent
        ? halfWidth(groups.percent)
        : groups.tenth
          ? '%'
          : `${groups.unit ?? groups.hanunit ?? ''}${groups.rest ?? ''}`;
  return {
    text: plain.slice(start, end),
    start: offset + start,
    end: offset + end,
    number: value,
    unit,
    comparator: comparator.value,
    subject: subjectOf(plain, at, end),
  };
}

/** Dates, ordinals, clock times and list counts（5.4）. */
function isNoQuantity(plain: string, groups: Record<string, string | undefined>, left: string, end: number): boolean {
  const ratio = halfWidth(groups.ratio ?? '');
  const unit = groups.unit ?? '';
  const right = plain.slice(end, end + 6);
  if (/第$/.test(left)) return true;
  if (unit === '年' && isDate.test(ratio)) return true;
  if (unit === '年' && /^(?:19|20)\d{2}/.test(ratio)) return true;
  if (unit === '日' && (/月\s?$/.test(left) || !/^(?:内|以内)/.test(right))) return true;
  if (unit === '分' && /[时点：:]$/.test(left)) return true;
  if ((unit === '点' || unit === '条') && /^(?:意见|要求|希望|建议|体会|钟|半|前|\d)/.test(right)) return true;
  if (unit === '点' && !/^(?:以上)/.test(right)) return true;
  if (unit === '届' || unit === '级' || unit === '代') return true;
  if (/[〔[（(]$/.test(left) && /^(?:号|〕)/.test(right)) return true;
  if (unit === '方' && /^(?:面)/.test(right)) return true;
  return listCount.test(unit === '个' ? right : unit + right);
}

/** Read number and range; 万 and 亿 are multiplied out. */
function quantityValue(groups: Record<string, string | undefined>): number | string | null {
  if (groups.part) return halfWidth(groups.part);
  if (groups.tenth) return tenthOf(groups.tenth);
  if (groups.han) return integerOf(groups.han);
  const ratio = halfWidth(groups.ratio ?? '').replace(/[,，](?=\d{3})/g, '');
  const factor = factorOf(groups.scale ?? '');
  const ends = /^([\d.]+)(万亿|亿|万|千|百)?[^\d.]+([\d.]+)$/.exec(ratio);
  if (ends) {
    const own = ends[2] ? factorOf(ends[2]) : factor;
    return `${scaled(ends[1] ?? '', own)}-${scaled(ends[3] ?? '', factor)}`;
  }
  const plain = scaled(ratio, factor);
  return Number.isFinite(plain) ? plain : null;
}

const factorOf = (scale: string): number => ({ 万亿: 1e12, 亿: 1e8, 万: 1e4, 千: 1e3, 百: 100 })[scale] ?? 1;

/** Multiply without the noise of binary fractions（1.1万 → 11000）. */
const scaled = (digits: string, factor: number): number => Number((Number(digits) * factor).toPrecision(15));

function tenthOf(text: string): number | string | null {
  const [below, above] = text.split('分之');
  if (below === '百') return integerOf(above ?? '');
  return `${integerOf(above ?? '')}/${integerOf(below ?? '')}`;
}

/** The comparator words before or after the number; `length` counts those before it. */
function comparatorOf(left: string, after: string, ratio: string | undefined): { value: Comparator; length: number } {
  const isRange = ratio !== undefined && /[^\d０-９.．,，]/.test(ratio);
  for (const [words, value] of before) {
    const found = words.exec(left);
    if (found && /(?:控制|降|压减)[在至到]$/.test(found[0]) && /左右|上下/.test(after) && !isRange) return { value: '~', length: found[0].length };
    if (found)
      return { value: isRange ? 'range' : value === '<=' && /(?:降至|降到|压减到)$/.test(left) && !/以/.test(after) ? '=' : value, length: found[0].length };
  }
  if (isRange) return { value: 'range', length: 0 };
  if (/以上/.test(after)) return { value: '>=', length: 0 };
  if (/以下|以内|之内|内/.test(after)) return { value: '<=', length: 0 };
  if (/左右|上下/.test(after)) return { value: '~', length: 0 };
  const far = distant.exec(left);
  if (far) return { value: /超过|最多|至多/.test(far[1] ?? '') ? '<=' : '>=', length: far[0].length };
  return { value: '=', length: 0 };
}

/** What is counted: the noun after the measure word, else the words before the number（free text）. */
function subjectOf(plain: string, at: number, end: number): string {
  const after = /^[^，。；：、,;:！？（）()的0-9◇ ]{1,16}/.exec(plain.slice(end, end + 16));
  if (after) return after[0];
  return /[^，。；：、,;:！？◇ ]{1,16}$/.exec(plain.slice(Math.max(0, at - 16), at))?.[0] ?? '';
}
