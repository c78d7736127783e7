/** Calendar arithmetic on local days, ISO `YYYY-MM-DD`（日期）. Days are of Asia/Shanghai, whatever the machine's zone. */

const millisecondsADay = 86_400_000;
const shanghaiOffset = 8 * 3_600_000;

const atMidnight = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const dayAt = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10);

/** The local day of an instant. */
export const dayOf = (instant: Date): string => dayAt(instant.getTime() + shanghaiOffset);

export const addDays = (day: string, days: number): string => dayAt(atMidnight(day) + days * millisecondsADay);

/** Days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number => Math.round((atMidnight(to) - atMidnight(from)) / millisecondsADay);

/** The last day of a month. @param month - `YYYY-MM` */
export function lastDayOf(month: string): string {
  const year = Number(month.slice(0, 4));
  const index = Number(month.slice(5, 7));
  return dayAt(Date.UTC(year, index, 0));
}

/** Add months; a day that the month lacks becomes its last: 31 January + 1 month = 28 or 29 February. */
export function addMonths(day: string, months: number): string {
  const index = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const month = `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
  const last = lastDayOf(month);
  const same = `${month}-${day.slice(8, 10)}`;
  return same < last ? same : last;
}

/** Add years; 29 February becomes 28 February. */
export const addYears = (day: string, years: number): string => addMonths(day, years * 12);

export const monthOf = (day: string): string => day.slice(0, 7);

/** Does the text name a day that the calendar has? */
export const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(atMidnight(text)) && dayAt(atMidnight(text)) === text;
