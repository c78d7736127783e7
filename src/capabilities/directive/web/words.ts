import type { DirectiveSummary } from '../contract.ts';

/** 文件类别. */
export const directiveKindLabel: Record<DirectiveSummary['kind'], string> = { speech: '讲话', notice: '通知', plan: '方案', instruction: '批示' };
