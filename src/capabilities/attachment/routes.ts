import { buffer } from 'node:stream/consumers';
import { serving } from '#platform/http';
import { keepFile } from './actions.ts';
import { type AttachmentView, contract } from './contract.ts';
import { type Attachment, attachmentOf } from './store.ts';

const os = serving(contract);

export const router = os.router({
  uploadAttachment: os.uploadAttachment.handler(async ({ context, input: { organizationId, file } }) => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    return viewOf(await keepFile(context, { organizationId, name: file.name, bytes }));
  }),

  downloadAttachment: os.downloadAttachment.handler(async ({ context: { db, services }, input }) => {
    const { name, media_type, sha256 } = await attachmentOf(db, input.attachmentId);
    const bytes = await buffer(await services.files.open(sha256));
    return new File([new Uint8Array(bytes)], name, { type: media_type });
  }),
});

const viewOf = ({ media_type, uploaded_at, ...same }: Attachment): AttachmentView => ({
  ...same,
  mediaType: media_type,
  uploadedAt: uploaded_at.toISOString(),
});
