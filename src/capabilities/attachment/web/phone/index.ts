import { callsOf } from '#phone/api';
import { contract } from '../../contract.ts';

const attachments = callsOf(contract);

/** Keep a file for an organization（上传文件）. */
export const upload = (organizationId: string, file: File) => attachments.uploadAttachment({ organizationId, file });
