import { addMonths, dayOf, monthOf } from '#kernel/day';

const shape = /^\d{4}(-(0[1-9]|1[0-2]|Q[1-4]))?$/;

/** The period in an address（统计期间）; this year when there is none. */
export const periodIn = (word: unknown): string => (typeof word === 'string' && shape.test(word) ? word : dayOf(new Date()).slice(0, 4));

/** `2026` → 2026年, `2026-Q3` → 2026年第3季度, `2026-08` → 2026年8月. */
export function periodText(period: string): string {
  const [year, part] = period.split('-');
  if (!part) return `${year}年`;
  return part.startsWith('Q') ? `${year}年第${part.slice(1)}季度` : `${year}年${Number(part)}月`;
}

const quarterOf = (month: string): string => `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5, 7)) / 3)}`;

/** Periods to choose from: this year and last, the last eight quarters, the last twelve months; newest first. */
export function periodsAround(today: string): string[] {
  const months = Array.from({ length: 24 }, (_, back) => monthOf(addMonths(today, -back)));
  const years = [...new Set(months.map((month) => month.slice(0, 4)))].slice(0, 2);
  const quarters = [...new Set(months.map(quarterOf))].slice(0, 8);
  return [...years, ...quarters, ...months.slice(0, 12)];
}
