import type { Facts, Messages } from '#kernel/decision';

export const messages = {
  'post.held': ({ name }: Facts) => `这个职务由${name}担任。请先填写其离任日期。`,
  'post.days-out-of-order': () => '任职日期不能早于上一任的离任日期。',
} satisfies Messages;
