import type { Facts, Messages } from '#kernel/decision';

export const messages = {
  'post.held': ({ name }: Facts) => `这个职务由${name}担任。请先填写其离任日期。`,
  'post.days-out-of-order': () => '任职日期不能早于上一任的离任日期。',
  'post.vacant': () => '这个人现在没有担任这个职务。请刷新后再看。',
  'post.left-before-coming': ({ from }: Facts) => `离任日期应在任职日期 ${from} 之后。`,
} satisfies Messages;
