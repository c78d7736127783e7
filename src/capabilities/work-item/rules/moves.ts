import type { Judged, Working } from './states.ts';

/** Both axes at once（两轴状态）. */
export interface Pair {
  working: Working;
  judged: Judged;
}

/** On whose side a move stands（办理人）: who does the work, who judges it, who handed it out. */
export type Side = 'doer' | 'judge' | 'issuer';

interface MoveRule {
  label: string;
  side: Side;
  from: { working: readonly Working[]; judged: readonly Judged[] };
  /** an axis that is absent stays as it is */
  to: Partial<Pair>;
}

const unanswered = ['dispatched', 'negotiating', 'declined', 'accepted'] as const;
const unsettled = ['open', 'returned', 'relapsed'] as const;

/**
 * Every move a work item may ever make（任务两轴状态转换表）; what is absent is refused.
 *
 * The doer moves only the working axis. A return is the one move that touches both: the judge says "not yet", and the work goes on.
 * A resubmission keeps `returned` until somebody judges again. Nothing re-opens what is closed, except a relapse.
 */
export const moveTable = {
  accept: { label: '签收', side: 'doer', from: { working: ['dispatched', 'negotiating'], judged: ['open'] }, to: { working: 'accepted' } },
  negotiate: { label: '提出协商', side: 'doer', from: { working: ['dispatched'], judged: ['open'] }, to: { working: 'negotiating' } },
  decline: { label: '退单', side: 'doer', from: { working: ['dispatched', 'negotiating'], judged: ['open'] }, to: { working: 'declined' } },
  answer: { label: '答复', side: 'issuer', from: { working: ['negotiating', 'declined'], judged: ['open'] }, to: { working: 'dispatched' } },
  begin: { label: '开始办理', side: 'doer', from: { working: ['accepted'], judged: ['open'] }, to: { working: 'doing' } },
  'add-evidence': { label: '登记佐证', side: 'doer', from: { working: ['accepted', 'doing'], judged: unsettled }, to: { working: 'doing' } },
  'withdraw-evidence': { label: '撤回佐证', side: 'doer', from: { working: ['doing'], judged: unsettled }, to: {} },
  submit: { label: '报结', side: 'doer', from: { working: ['doing'], judged: unsettled }, to: { working: 'submitted' } },
  'withdraw-submission': { label: '撤回报结', side: 'doer', from: { working: ['submitted'], judged: unsettled }, to: { working: 'doing' } },
  verify: { label: '核验', side: 'judge', from: { working: ['submitted'], judged: unsettled }, to: { judged: 'verified' } },
  return: {
    label: '退回',
    side: 'judge',
    from: { working: ['submitted'], judged: [...unsettled, 'verified'] },
    to: { working: 'doing', judged: 'returned' },
  },
  'write-off': { label: '销号', side: 'issuer', from: { working: ['submitted'], judged: ['verified'] }, to: { judged: 'written-off' } },
  'confirm-effect': { label: '见效核验', side: 'judge', from: { working: ['submitted'], judged: ['written-off'] }, to: { judged: 'effective' } },
  relapse: {
    label: '反弹重开',
    side: 'judge',
    from: { working: ['submitted'], judged: ['written-off', 'effective'] },
    to: { working: 'doing', judged: 'relapsed' },
  },
  cancel: { label: '取消', side: 'issuer', from: { working: [...unanswered, 'doing', 'submitted'], judged: unsettled }, to: { judged: 'cancelled' } },
} as const satisfies Record<string, MoveRule>;

export type Move = keyof typeof moveTable;

const rules: Record<Move, MoveRule> = moveTable;

export const moveLabel = (move: Move): string => rules[move].label;
export const sideOf = (move: Move): Side => rules[move].side;

/** Where a move leads from a state, or nothing when the table does not have it（合法转换）. */
export function targetOf(move: Move, { working, judged }: Pair): Pair | undefined {
  const { from, to } = rules[move];
  if (!from.working.includes(working) || !from.judged.includes(judged)) return undefined;
  return { working, judged, ...to };
}

/** Over, unless it relapses（已办结）. */
export const isClosed = (judged: Judged): boolean => judged === 'written-off' || judged === 'effective' || judged === 'cancelled';

/** May the two axes stand together? The table `work_item` has the same check. */
export function isLegal({ working, judged }: Pair): boolean {
  if (judged === 'open' || judged === 'cancelled') return true;
  if (judged === 'returned' || judged === 'relapsed') return working === 'doing' || working === 'submitted';
  return working === 'submitted';
}
