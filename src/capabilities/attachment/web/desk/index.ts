import { attachments } from '../queries.ts';

/** Keep a file for an organization（上传文件）. */
export const upload = (organizationId: string, file: File) => attachments.uploadAttachment.call({ organizationId, file });

/** A kept file's own bytes, to be shown on the page（读取文件）. */
export const readAttachment = (attachmentId: string): Promise<File> => attachments.downloadAttachment.call({ attachmentId });

/** Where a kept file is opened. */
export const attachmentAddress = (attachmentId: string) => `/api/attachments/${attachmentId}/content`;
