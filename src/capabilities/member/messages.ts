import type { Facts, Messages } from '#kernel/decision';

export const messages = {
  'member.already-active': ({ name }: Facts) => `${name}已在一个党支部登记，不能有两处组织关系。请先办理转接。`,
  'member.not-a-branch': () => '党员须编入党支部。请在党支部下登记。',
  'member.day-in-future': ({ day }: Facts) => `日期 ${day} 还没有到。请填已经发生的日期；还没有转正的，请按预备党员登记。`,
  'member.too-young': ({ age, bornOn }: Facts) => `按出生日期 ${bornOn}，入党时不满 ${age} 岁。请核对入党日期和出生日期。`,
  'member.full-day-missing': () => '正式党员须填写转正日期。',
  'member.days-out-of-order': () => '转正日期不能早于入党日期。',
} satisfies Messages;
