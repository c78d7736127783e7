/** 办理状态: the working axis belongs to the doer. */
export const workingStates = ['dispatched', 'negotiating', 'declined', 'accepted', 'doing', 'submitted'] as const;
export type Working = (typeof workingStates)[number];

export const workingLabel: Record<Working, string> = {
  dispatched: '待签收',
  negotiating: '协商中',
  declined: '已退单',
  accepted: '已签收',
  doing: '办理中',
  submitted: '已报结',
};

/** 评判状态: the judged axis belongs to somebody else. */
export const judgedStates = ['open', 'returned', 'verified', 'written-off', 'effective', 'relapsed', 'cancelled'] as const;
export type Judged = (typeof judgedStates)[number];

export const judgedLabel: Record<Judged, string> = {
  open: '待核验',
  returned: '已退回',
  verified: '已核验',
  'written-off': '已销号',
  effective: '已见效',
  relapsed: '反弹重开',
  cancelled: '已取消',
};

/** 灯色: the only coloured status. Closed items carry none. */
export const lamps = ['normal', 'near', 'overdue', 'not-started'] as const;
export type Lamp = (typeof lamps)[number];

export const lampLabel: Record<Lamp, string> = { normal: '正常', near: '临期', overdue: '逾期', 'not-started': '未启动' };

/** One word for both axes（当前状态）: what matters to whoever reads a list. */
export function stateLabel(working: Working, judged: Judged): string {
  if (judged === 'open' || (working === 'submitted' && (judged === 'returned' || judged === 'relapsed'))) return workingLabel[working];
  return judgedLabel[judged];
}
