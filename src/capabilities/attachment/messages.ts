import type { Facts, Messages } from '#kernel/decision';

export const messages = {
  'attachment.empty': ({ name }: Facts) => `“${name}”是空文件。请重新选择文件。`,
  'attachment.kind-not-accepted': ({ name, accepted }: Facts) => `“${name}”的内容不是可接收的类型（${accepted}）。请换一个文件，或转成 PDF 后再传。`,
  'attachment.torn': ({ name }: Facts) => `“${name}”不完整或已损坏，打不开。请在原来的电脑上重新保存一份再传。`,
} satisfies Messages;
