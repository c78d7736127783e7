/** Months `YYYY-MM`, both ends included（统计期）. */
export interface Months {
  first: string;
  last: string;
}

const months = (year: string, first: number, last: number): Months => ({ first: monthText(year, first), last: monthText(year, last) });
const monthText = (year: string, month: number): string => `${year}-${String(month).padStart(2, '0')}`;

/** The months of a period（统计期各月）. @param period - a month `YYYY-MM`, a quarter `YYYY-Q1`, or a year `YYYY` */
export function monthsIn(period: string): Months {
  const [year = '', part] = period.split('-');
  if (part === undefined) return months(year, 1, 12);
  if (!part.startsWith('Q')) return { first: period, last: period };
  const quarter = Number(part.slice(1));
  return months(year, quarter * 3 - 2, quarter * 3);
}

/** Numerator over denominator in percent, one decimal; nothing where there is nothing to count（百分率）. */
export const percentOf = (numerator: number, denominator: number): number | null =>
  denominator === 0 ? null : Math.round((numerator / denominator) * 1_000) / 10;
