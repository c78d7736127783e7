import type { Facts, Messages } from '#kernel/decision';

export const messages = {
  'unit.credit-code-wrong': ({ problem }: Facts) => `统一社会信用代码${problem}。请核对后重填。`,
  'unit.organization-not-found': () => '所填的党组织不在您的管辖范围内。请从名单里重选。',
} satisfies Messages;
