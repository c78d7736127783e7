/** 文件类别. */
export const directiveKinds = ['speech', 'notice', 'plan', 'instruction'] as const;
export type DirectiveKind = (typeof directiveKinds)[number];

export const directiveKindLabel: Record<DirectiveKind, string> = { speech: '讲话', notice: '通知', plan: '方案', instruction: '批示' };
