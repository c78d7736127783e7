import type { Facts, Messages } from '#kernel/decision';

export const messages = {
  'organization.name-taken': ({ name }: Facts) => `本级下面已有“${name}”。请换一个名称，或打开已有的党组织。`,
  'organization.level-too-deep': ({ limit }: Facts) => `党组织层级最多 ${limit} 级，不能再往下设。`,
  'organization.branch-has-no-children': ({ kind }: Facts) => `${kind}下面不能再设党组织。请在党委或党总支下登记。`,
  'organization.too-many-children': ({ limit }: Facts) => `一个党组织的直接下级最多 ${limit} 个。请先设党总支再分设支部。`,
  'organization.set-up-in-future': ({ day }: Facts) => `成立日期 ${day} 还没有到。请填批复的日期。`,
} satisfies Messages;
