import { type DutyFacts, isEmpty } from './duty.ts';

export const gaps = ['lead', 'measures', 'timing'] as const;
export type Gap = (typeof gaps)[number];

export const gapLabel: Record<Gap, string> = { lead: '牵头单位', measures: '措施', timing: '时限或频次' };

/**
 * What a duty still lacks before its list may be submitted（要素缺口）. A goal alone is a wish: somebody must lead it, it must say how, and by
 * when or how often.
 *
 * @source 讲话一、四：各层级、各领域、各单位都有目标、有举措、有责任人、有落实时限
 */
export function gapsOf({ leads, measures, timing }: Pick<DutyFacts, 'leads' | 'measures' | 'timing'>): Gap[] {
  const missing: Record<Gap, boolean> = { lead: isEmpty(leads), measures: isEmpty(measures), timing: timing === null };
  return gaps.filter((gap) => missing[gap]);
}
