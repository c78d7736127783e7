import { addMonths, addYears, isDay, lastDayOf } from '#kernel/day';
import type { Target, Timing } from '#kernel/demand';

/** Does each stage end after the one before it? */
export const stagesInOrder = (timing: Timing): boolean =>
  timing.kind !== 'stages' || timing.stages.every((stage, index) => index === 0 || stage.day > (timing.stages[index - 1]?.day ?? ''));

/** Does a deadline leave its year to the list? */
export const needsYear = (value: string): boolean => value.startsWith('XXXX');

/**
 * Read a deadline's value as a timing（时限取值）: a month or a year means its last day.
 *
 * @param value - `2026-06-15`, `2026-06`, `2026`, the same with `XXXX`, `P3Y`, `P6M`, or `ongoing`
 * @param year - of the list; null while unknown
 * @param from - the day a duration counts from; null while unknown
 * @returns null where the year, the starting day or the calendar does not allow it
 */
export function timingOfDeadline(value: string, year: number | null, from: string | null): Timing | null {
  if (value === 'ongoing') return { kind: 'long-term', until: null };
  const duration = /^P(\d{1,3})([YM])$/.exec(value);
  if (duration) {
    const count = Number(duration[1]);
    return from === null ? null : { kind: 'day', day: duration[2] === 'Y' ? addYears(from, count) : addMonths(from, count) };
  }
  if (needsYear(value) && year === null) return null;
  const day = lastDayIn(needsYear(value) ? `${year}${value.slice(4)}` : value);
  return day === null ? null : { kind: 'day', day };
}

function lastDayIn(text: string): string | null {
  if (/^\d{4}$/.test(text)) return `${text}-12-31`;
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return lastDayOf(text);
  return isDay(text) ? text : null;
}

const rhythmLabel = { monthly: '每月', quarterly: '每季度', 'long-term': '长期坚持' } as const;

/** A timing in words（时限或频次的文字）, for a cell of a spreadsheet and for reasons. */
export function timingText(timing: Timing | null): string {
  if (timing === null) return '';
  if (timing.kind === 'day') return `${timing.day}前`;
  if (timing.kind === 'stages') return timing.stages.map(({ day, goal }) => `${day}前${goal ? `：${goal}` : ''}`).join('；');
  return timing.until === null ? rhythmLabel[timing.kind] : `${rhythmLabel[timing.kind]}（至${timing.until}）`;
}

const comparatorText = { '=': '', '>=': '不少于', '<=': '不超过', '>': '超过', '<': '少于', '~': '约', range: '' } as const;

/** A quantified target in words（量化目标的文字）. */
export const targetText = (target: Target | null): string =>
  target === null ? '' : `${target.subject}${comparatorText[target.comparator]}${target.number}${target.unit}`;
