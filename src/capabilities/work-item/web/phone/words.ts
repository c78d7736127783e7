import { daysBetween } from '#kernel/day';
import type { Target, Timing } from '#kernel/demand';
import { dayWords, today } from '#phone/kit';
import type { WorkItemRow } from '../../contract.ts';

/** How long there is still（期限）: 还有 4 天, 今天到期, 逾期 7 天. */
export function dueWords({ dueOn, judged }: Pick<WorkItemRow, 'dueOn' | 'judged'>): string {
  if (isClosed(judged)) return `时限 ${dayWords(dueOn)}`;
  const days = daysBetween(today(), dueOn);
  if (days === 0) return '今天到期';
  return days > 0 ? `还有 ${days} 天（${dayWords(dueOn)}前）` : `逾期 ${-days} 天（时限 ${dayWords(dueOn)}）`;
}

export const isClosed = (judged: WorkItemRow['judged']): boolean => ['written-off', 'effective', 'cancelled'].includes(judged);

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

const comparators: Record<Target['comparator'], string> = { '=': '', '>=': '不少于', '<=': '不超过', '>': '多于', '<': '少于', '~': '约', range: '' };

/** 量化目标 as people say it: 每村后备干部不少于 2 名. */
export const targetWords = ({ subject, comparator, number, unit }: Target): string => `${subject}${comparators[comparator]} ${number} ${unit}`;

export function timingWords(timing: Timing, dueOn: string): string {
  switch (timing.kind) {
    case 'day':
      return `${dayWords(timing.day)}前`;
    case 'stages':
      return timing.stages.map(({ day, goal }) => `${dayWords(day)}前：${goal}`).join('\n');
    case 'monthly':
      return `每月一次，到${dayWords(dueOn)}`;
    case 'quarterly':
      return `每季度一次，到${dayWords(dueOn)}`;
    case 'long-term':
      return `长期坚持，本轮到${dayWords(dueOn)}`;
  }
}

/** What the history calls each step（办理记录）. */
export const moveLabel: Record<string, string> = {
  dispatch: '下达',
  accept: '签收',
  begin: '开始办理',
  'add-evidence': '登记佐证',
  'withdraw-evidence': '撤回佐证',
  submit: '报结',
  'withdraw-submission': '撤回报结',
  verify: '核验通过',
  return: '退回',
  'write-off': '销号',
};

export const evidenceKindLabel = { record: '文字记录', document: '照片或文件', confirmation: '受益人确认' } as const;
