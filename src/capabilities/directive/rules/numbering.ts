/** How one level of a numbered list is written: `%1、` in Chinese figures. */
export interface Level {
  start: number;
  format: string;
  text: string;
}

/** The number that the next paragraph of a list shows. */
export type Counter = (list: string, level: number) => string;

/** Count paragraphs of numbered lists（自动编号）as a word processor does: a paragraph of a higher level begins the lower ones anew. */
export function counterOf(lists: ReadonlyMap<string, readonly Level[]>): Counter {
  const counts = new Map<readonly Level[], number[]>();
  return (list, level) => {
    const levels = lists.get(list);
    const shape = levels?.[level];
    if (!levels || !shape) return '';
    const count = counts.get(levels) ?? [];
    counts.set(levels, count);
    count[level] = (count[level] ?? shape.start - 1) + 1;
    count.length = level + 1;
    return shape.text.replace(/%([1-9])/g, (_, place: string) => {
      const of = Number(place) - 1;
      return figure(count[of] ?? levels[of]?.start ?? 1, levels[of]?.format ?? 'decimal');
    });
  };
}

function figure(value: number, format: string): string {
  if (/chinese|japaneseCounting|ideographDigital|taiwanese/i.test(format)) return chineseFigure(value);
  if (format === 'decimalEnclosedCircle' || format === 'decimalEnclosedCircleChinese')
    return value <= 20 ? String.fromCodePoint(0x2460 + value - 1) : `${value}`;
  if (format === 'lowerLetter' || format === 'upperLetter') return String.fromCharCode((format === 'lowerLetter' ? 97 : 65) + ((value - 1) % 26));
  if (format === 'bullet' || format === 'none') return '';
  return String(value);
}

const figures = '零一二三四五六七八九';

/** 一 to 九十九, beyond that the figures one by one. */
export function chineseFigure(value: number): string {
  if (value < 10) return figures[value] ?? '';
  if (value >= 100) return [...String(value)].map((sign) => figures[Number(sign)]).join('');
  const tens = Math.floor(value / 10);
  return `${tens > 1 ? figures[tens] : ''}十${value % 10 > 0 ? figures[value % 10] : ''}`;
}
