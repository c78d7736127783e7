import type { Facts, Messages } from '#kernel/decision';

export const messages = {
  'audit.export-too-large': ({ entries, limit }: Facts) =>
    `日志共 ${entries} 条，超过网页导出的上限 ${limit} 条。请在服务器上运行“npm run hangji -- journal export 文件名”。`,
} satisfies Messages;
