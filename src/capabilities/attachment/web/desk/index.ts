import { attachments } from '../queries.ts';

/** Keep a file for an organization（上传文件）. */
export const upload = (organizationId: string, file: File) => attachments.uploadAttachment.call({ organizationId, file });

/** Where a kept file is opened. */
export const attachmentAddress = (attachmentId: string) => `/api/attachments/${attachmentId}/content`;
