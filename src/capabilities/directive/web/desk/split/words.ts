import type { ClauseView } from '../../queries.ts';

/** 条款类别. */
export const clauseKindLabel: Record<ClauseView['kind'], string> = {
  task: '工作任务',
  exhortation: '原则要求',
  review: '情况回顾',
  background: '背景意义',
  greeting: '会议用语',
  typed: '对照录入',
};

/** Why a clause of a kind usually makes no duty（不立项的常用理由）; a person may write another. */
export const usualReason: Record<ClauseView['kind'], string> = {
  task: '已体现在其他事项中，不单独立项',
  exhortation: '原则性要求，贯穿在各项任务中落实，不单独立项',
  review: '回顾已做的工作，没有提出新任务',
  background: '讲形势和意义，没有提出任务',
  greeting: '会议程序用语',
  typed: '已体现在其他事项中，不单独立项',
};

/** Where a clause stands（条款去向）. */
export type Standing = 'duty' | 'no-duty' | 'open';
export const standingLabel: Record<Standing, string> = { duty: '已立项', 'no-duty': '不立项', open: '未处理' };
export const standingOf = ({ duties, noDutyReason }: ClauseView): Standing => (duties.length > 0 ? 'duty' : noDutyReason === null ? 'open' : 'no-duty');

/** The reason to offer for a clause: what its rule proposes, else what is usual for its kind. */
export const reasonFor = ({ proposedReason, kind }: ClauseView): string => proposedReason ?? usualReason[kind];
