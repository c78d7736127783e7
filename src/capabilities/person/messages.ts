import type { Facts, Messages } from '#kernel/decision';

export const messages = {
  'person.id-number-wrong': ({ problem }: Facts) => `身份证号${problem}。请核对后重填。`,
  'person.born-in-future': ({ day }: Facts) => `出生日期 ${day} 还没有到。请核对后重填。`,
  'person.phone-wrong': () => '手机号应为 1 开头的 11 位数字。',
  'person.nothing-to-open': ({ field }: Facts) => `没有登记${field}。`,
} satisfies Messages;
