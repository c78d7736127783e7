import { addMonths, addYears, daysBetween } from '#kernel/day';

/** What decides how long a leading body serves. */
export interface Body {
  kind: 'committee' | 'working-committee' | 'leading-group' | 'general-branch' | 'branch' | 'joint-branch' | 'temporary-branch';
  field: string;
}

export const termArticle = '《关于党的基层组织任期的意见》；《中国共产党支部工作条例（试行）》第二十一条（条号待核）';

/**
 * Years of one term（任期年限）: base committees 5; village and community organizations of every kind 5; other general branches and
 * branches 3; bodies that are appointed, not elected, have none.
 *
 * @source 《关于党的基层组织任期的意见》ORG-23
 */
export function termYears({ kind, field }: Body): number | null {
  if (kind === 'working-committee' || kind === 'leading-group' || kind === 'temporary-branch') return null;
  if (kind === 'committee' || field === 'village' || field === 'community') return 5;
  return 3;
}

export interface Term {
  electedOn: string;
  /** the first day after the term */
  endsOn: string;
}

/** The term that an election begins（任期）. */
export const termFrom = (electedOn: string, years: number): Term => ({ electedOn, endsOn: addYears(electedOn, years) });

const reminderMonths = 6;

export interface TermStatus {
  status: 'running' | 'due-soon' | 'overdue';
  because: string;
}

/**
 * Where a term stands on a day（届满提醒）: the higher organization reminds six months before its end.
 *
 * @source 《中国共产党支部工作条例（试行）》、任期意见 ORG-25：一般提前六个月提醒
 */
export function termStatus({ electedOn, endsOn }: Term, today: string): TermStatus {
  const span = `任期 ${electedOn} 至 ${endsOn}`;
  if (today >= endsOn) return { status: 'overdue', because: `${span}，已届满 ${daysBetween(endsOn, today)} 天，应换届或报批延期。依据：${termArticle}` };
  if (today >= addMonths(endsOn, -reminderMonths)) {
    return { status: 'due-soon', because: `${span}，还有 ${daysBetween(today, endsOn)} 天届满，上级应提前六个月提醒换届。依据：${termArticle}` };
  }
  return { status: 'running', because: `${span}。依据：${termArticle}` };
}
