import { daysBetween } from '#kernel/day';
import { dayWords, today } from '#phone/kit';
import type { WorkItemRow } from '../../contract.ts';
import { isClosed } from '../../rules/moves.ts';

/** How long there is still（期限）: 还有 4 天, 今天到期, 逾期 7 天. */
export function dueWords({ dueOn, judged, working }: Pick<WorkItemRow, 'dueOn' | 'judged' | 'working'>): string {
  // Once submitted, whether it was late is the lamp's to say.
  if (isClosed(judged) || working === 'submitted') return `时限 ${dayWords(dueOn)}`;
  const days = daysBetween(today(), dueOn);
  if (days === 0) return '今天到期';
  return days > 0 ? `还有 ${days} 天（${dayWords(dueOn)}前）` : `逾期 ${-days} 天（时限 ${dayWords(dueOn)}）`;
}

/** What the reader of a list does next with an item（下一步）, in the words of the button it leads to. */
export function nextWords(item: WorkItemRow): string {
  const may = new Set(item.may);
  if (may.has('verify')) return '等您核验';
  if (may.has('write-off')) return '等您销号';
  if (item.judged === 'returned' && may.has('add-evidence')) return '被退回，请看理由后补办';
  if (may.has('accept')) return '等您签收';
  if (may.has('submit') && item.evidence > 0) return `已有 ${item.evidence} 条佐证，可以报结`;
  if (may.has('add-evidence') || may.has('begin')) return '办完请登记佐证';
  if (isClosed(item.judged)) return '已销号，不用再办';
  if (item.judged === 'verified') return '核验通过，等待销号';
  if (item.working === 'submitted') return '已报结，等待核验';
  return '';
}
