import { addDays, daysBetween } from '#kernel/day';
import { isClosed, type Pair } from './moves.ts';
import type { Lamp } from './states.ts';

/** An item is near its deadline this many days before（临期天数）. @source 夯基规则：临期预警七日 */
export const nearDays = 7;

export interface LampFacts extends Pair {
  startsOn: string;
  dueOn: string;
  /** the next day by which something must have happened; the deadline where there is no rhythm */
  checkpointOn: string;
  /** the day of the submission that waits for a judgement, or was accepted */
  submittedOn: string | null;
  /** what set the deadline: 责任清单〔2026〕3号 */
  source: string;
}

/**
 * The lamp of an item and why（灯色）; closed ones carry none.
 *
 * What is submitted waits for others: its lamp stands still at the day of submission. The list's `lampColumn` says the same in SQL.
 */
export function lampOf(item: LampFacts, today: string, near = nearDays): { lamp: Lamp; because: string } | null {
  if (isClosed(item.judged)) return null;
  const { dueOn, checkpointOn, source } = item;
  const origin = `时限来自${source}`;
  if (item.working === 'submitted') {
    const on = item.submittedOn ?? today;
    if (on <= dueOn) return { lamp: 'normal', because: `${on} 已报结，不晚于时限 ${dueOn}，等待核验期间不计承办单位时间；${origin}。` };
    return { lamp: 'overdue', because: `${on} 才报结，比时限 ${dueOn} 晚 ${daysBetween(dueOn, on)} 天；${origin}。` };
  }
  const what = checkpointOn < dueOn ? '本期检查点' : '时限';
  if (checkpointOn < today) return { lamp: 'overdue', because: `${what}是 ${checkpointOn}，已过 ${daysBetween(checkpointOn, today)} 天；${origin}。` };
  if (checkpointOn <= addDays(today, near)) {
    const left = daysBetween(today, checkpointOn);
    return { lamp: 'near', because: `${what}是 ${checkpointOn}，${left === 0 ? '就在今天' : `还有 ${left} 天`}（${near} 天内为临期）；${origin}。` };
  }
  if (item.startsOn > today) return { lamp: 'not-started', because: `${item.startsOn} 开始，还没有到；${what}是 ${checkpointOn}；${origin}。` };
  if (item.working !== 'doing') return { lamp: 'not-started', because: `还没有开始办理；${what}是 ${checkpointOn}；${origin}。` };
  return { lamp: 'normal', because: `办理中，${what}是 ${checkpointOn}，还有 ${daysBetween(today, checkpointOn)} 天；${origin}。` };
}
