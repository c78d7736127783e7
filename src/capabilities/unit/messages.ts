import type { Facts, Messages } from '#kernel/decision';

export const messages = {
  'unit.credit-code-wrong': ({ problem }: Facts) => `统一社会信用代码${problem}。请核对后重填。`,
} satisfies Messages;
