import { z } from 'zod';
import { endpoint, refusals } from '#kernel/endpoint';
import { messages } from './messages.ts';

export const AttachmentView = z.object({
  id: z.uuid(),
  name: z.string(),
  mediaType: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  uploadedAt: z.iso.datetime(),
});
export type AttachmentView = z.infer<typeof AttachmentView>;

export const contract = {
  /** 上传文件: kept under its digest before the answer; what it is, is told by its content and not by its name. */
  uploadAttachment: endpoint
    .route({ method: 'POST', path: '/organizations/{organizationId}/attachments', summary: '上传文件' })
    .meta({ permission: 'attachment.upload', place: 'organizationId' })
    .errors(refusals(messages))
    .input(z.object({ organizationId: z.uuid(), file: z.file().max(20 * 1024 * 1024) }))
    .output(AttachmentView),

  downloadAttachment: endpoint
    .route({ method: 'GET', path: '/attachments/{attachmentId}/content', summary: '下载文件' })
    .meta({ permission: 'attachment.read', place: 'attachmentId' })
    .input(z.object({ attachmentId: z.uuid() }))
    .output(z.file()),
};
