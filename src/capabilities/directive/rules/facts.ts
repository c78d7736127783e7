import { isDay } from '#kernel/day';

/** What a text says about itself（文稿信息）; empty where it does not. */
export interface TextFacts {
  title: string;
  issuer: string;
  meeting: string;
  issuedOn: string | null;
}

/**
 * Guess who issued a text, at which meeting and when（识别发文单位、会议、日期）, for what the person who brings it leaves open.
 *
 * @param heading - the title that the outline found, if any
 * @param kind - of the directive; a speech without a title is named after its meeting
 */
export function factsOf(text: string, heading: string | null, kind: 'speech' | 'notice' | 'plan' | 'instruction'): TextFacts {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.replace(/^[\s\u3000]+|[\s\u3000]+$/g, ''))
    .filter((line) => line !== '');
  const edges = [...lines.slice(0, 6), ...lines.slice(-6)];
  const meeting = meetingIn(text.slice(0, 1_500));
  const title = heading ?? lines.slice(0, 3).find((line) => line.length <= 60 && /(?:讲话|通知|方案|意见|规划|要点|办法)$/.test(line));
  return {
    title: title ?? (kind === 'speech' ? spokenTitle(text, meeting) : undefined) ?? firstLine(lines),
    issuer: issuerIn(text, lines),
    meeting,
    issuedOn: edges.map(dayIn).find((day) => day !== null) ?? null,
  };
}

/** A speech without a title is named after its meeting, or after what the speaker says it is about. */
function spokenTitle(text: string, meeting: string): string | undefined {
  if (meeting !== '') return `在${meeting}上的讲话`;
  const about = /我(?:再)?就(.{4,40}?)[，,](?:强调|讲|谈|提)/.exec(text.slice(0, 1_500))?.[1];
  return about && `关于${about}的讲话`;
}

const firstLine = (lines: readonly string[]): string => {
  const line = lines.find((one) => one.length >= 6) ?? lines[0] ?? '';
  return line.replace(/^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|\d+[.．、])/, '').slice(0, 30);
};

/** The meeting that a speech opens: what is 召开 here and today. */
function meetingIn(opening: string): string {
  const found =
    /(?:今天|这次|此次|我们在这里|我们)[^。]{0,20}?召开(?:的)?((?:全[省市县区]|[^，。；、]{0,30}?)[^，。；]{0,40}?(?:推进会|部署会|座谈会|动员会|培训会|现场会|会议|大会|全会|例会|会))(?=[，。；]|的)/.exec(
      opening,
    );
  return (found?.[1] ?? '').replace(/^(?:这次|一次|的)/, '').slice(0, 60);
}

function issuerIn(text: string, lines: readonly string[]): string {
  const spoken = /我(?:谨|受)?(?:代表|受)((?:[*＊]{0,2}|[某XＸ]{0,2})[省市县区州镇乡][委府][^，。、]{0,6}?)(?=[，。、向对讲就])/.exec(text)?.[1];
  if (spoken) return spoken;
  const signed = lines.slice(-6).find((line) => line.length <= 30 && /(?:委员会|组织部|办公室|委|局|政府|党组|党委)$/.test(line) && !/[，。：]/.test(line));
  return signed ?? '';
}

const digits: Record<string, string> = { 〇: '0', 零: '0', '○': '0', 一: '1', 二: '2', 三: '3', 四: '4', 五: '5', 六: '6', 七: '7', 八: '8', 九: '9' };

/** A line that is a date and nothing else: 2026年3月5日, （2026年3月5日）, 二〇二六年三月五日. */
function dayIn(line: string): string | null {
  const arabic = /^[（(]?\s*(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日\s*[）)]?$/.exec(line);
  const chinese = /^[（(]?([〇零○一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日[）)]?$/.exec(line);
  const [year, month, day] = arabic
    ? arabic.slice(1).map(Number)
    : chinese
      ? [Number([...(chinese[1] ?? '')].map((sign) => digits[sign] ?? '').join('')), countIn(chinese[2] ?? ''), countIn(chinese[3] ?? '')]
      : [];
  if (!year || !month || !day) return null;
  const written = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isDay(written) ? written : null;
}

/** 一 to 三十一. */
function countIn(text: string): number {
  const [tens, ones] = text.includes('十') ? text.split('十') : ['0', text];
  const value = (sign: string | undefined, empty: number) => (sign ? Number(digits[sign] ?? sign) : empty);
  return text.includes('十') ? value(tens, 1) * 10 + value(ones, 0) : value(ones, 0);
}
