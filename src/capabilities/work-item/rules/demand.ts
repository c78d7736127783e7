import { addDays, addMonths, lastDayOf, monthOf } from '#kernel/day';
import type { Timing } from '#kernel/demand';
import { quarterOf } from '#kernel/period';

/** The last day by which everything is done（时限）. @param year - of the list, for a rhythm without an end of its own */
export function dueOf(timing: Timing, year: number): string {
  if (timing.kind === 'day') return timing.day;
  if (timing.kind === 'stages') return timing.stages.reduce((last, { day }) => (day > last ? day : last), '');
  return timing.until ?? `${year}-12-31`;
}

interface Course {
  timing: Timing;
  startsOn: string;
  dueOn: string;
  /** the latest day on which something proved happened, if any */
  lastHappenedOn: string | null;
}

/**
 * The next day by which something must have happened（检查点）.
 *
 * A rhythm asks for a record in each month or quarter, stages for one up to each of their days; whatever was recorded in a
 * span settles that span and those before it. Without a rhythm, or in the last span, it is the deadline itself.
 */
export function checkpointOf({ timing, startsOn, dueOn, lastHappenedOn }: Course): string {
  const spanEnd = spanEndIn(timing);
  if (!spanEnd) return dueOn;
  const settled = lastHappenedOn !== null && lastHappenedOn >= startsOn ? spanEnd(lastHappenedOn) : undefined;
  const next = spanEnd(settled === undefined ? startsOn : addDays(settled, 1));
  return next < dueOn ? next : dueOn;
}

function spanEndIn(timing: Timing): ((day: string) => string) | undefined {
  if (timing.kind === 'monthly') return (day) => lastDayOf(monthOf(day));
  if (timing.kind === 'quarterly') return (day) => lastDayOf(monthOf(addMonths(quarterOf(day).from, 2)));
  if (timing.kind !== 'stages') return undefined;
  const days = timing.stages.map(({ day }) => day).sort();
  const last = days.at(-1) ?? '';
  return (day) => days.find((end) => end >= day) ?? last;
}
