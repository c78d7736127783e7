import { addDays, daysBetween } from '#kernel/day';
import { accept, type Decision, refuse } from '#kernel/decision';
import { isClosed, type Pair } from './moves.ts';

export type EvidenceKind = 'document' | 'record' | 'confirmation';

/** Evidence recorded more than this many days after it happened is marked（补录）. @source 夯基规则：七日内登记 */
export const lateDays = 7;
/** Work done shortly before an item starts may prove it too（采信窗口）. @source 夯基规则：开始前三十日内的工作可以采信 */
export const windowDays = 30;

export const isLate = (happenedOn: string, recordedOn: string): boolean => daysBetween(happenedOn, recordedOn) > lateDays;

interface Draft {
  kind: EvidenceKind;
  happenedOn: string;
  hasFile: boolean;
  beneficiary: string | undefined;
}

/**
 * Decide whether something proves an item（佐证登记）. No kind is compulsory, and never a photograph.
 *
 * @param startsOn - of the item; the earliest day accepted lies `window` days before it
 */
export function decideEvidence(draft: Draft, startsOn: string, today: string, window = windowDays): Decision<{ late: boolean }> {
  const { kind, happenedOn, hasFile, beneficiary } = draft;
  const earliest = addDays(startsOn, -window);
  if (happenedOn > today) return refuse('work-item.happened-in-future', { day: happenedOn }, '夯基规则：佐证记实际发生日期');
  if (happenedOn < earliest) return refuse('work-item.happened-before-dispatch', { day: happenedOn, earliest }, '夯基规则：佐证采信窗口');
  if (kind === 'document' && !hasFile) return refuse('work-item.document-missing', {}, '夯基规则：文件类佐证附文件');
  if (kind === 'confirmation' && !beneficiary) return refuse('work-item.beneficiary-missing', {}, '夯基规则：受益人确认须具名');
  return accept({ late: isLate(happenedOn, today) });
}

interface Standing extends Pair {
  withdrawn: boolean;
}

/** Decide whether a piece of evidence may still be taken back（撤回佐证）: before submission, with a reason. */
export function decideWithdrawal({ working, judged, withdrawn }: Standing, reason: string): Decision<true> {
  if (withdrawn) return refuse('work-item.evidence-withdrawn', {}, '夯基规则：佐证只撤回一次');
  if (working === 'submitted' || isClosed(judged)) return refuse('work-item.evidence-locked', {}, '夯基规则：报结后佐证不动');
  if (reason.trim() === '') return refuse('work-item.withdrawal-needs-reason', {}, '夯基规则：撤回须说明理由');
  return accept(true);
}
