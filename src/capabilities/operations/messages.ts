import type { Facts, Messages } from '#kernel/decision';

export const messages = {
  'operations.job-unknown': () => '没有这个作业，它可能已经完成。请刷新列表。',
  'operations.job-not-failed': ({ state }: Facts) => `这个作业${state}，不需要重试。请等它自己结束。`,
} satisfies Messages;
