import type { Facts, Messages } from '#kernel/decision';

export const messages = {
  'indicator.unknown': ({ key }: Facts) => `没有“${key}”这个指标。`,
} satisfies Messages;
