/** 作业状态: `waiting` also means "will be tried again"; `failed` means that no further attempt will be made by itself. */
export const jobStates = ['running', 'failed', 'waiting'] as const;
export type JobState = (typeof jobStates)[number];

export const jobStateLabel: Record<JobState, string> = { running: '正在运行', failed: '已失败', waiting: '正在等待' };
