import type { Capability } from '#platform/http';
import { contract } from './contract.ts';
import { messages } from './messages.ts';
import { router } from './routes.ts';
import { placeOfAttachment } from './store.ts';

export { keepFile, type NewFile } from './actions.ts';
export { decideContent, type FileKind, fileKinds } from './rules/content.ts';
export { entriesInZip } from './rules/zip.ts';
export { type Attachment, allAttachments, attachmentOf, shareWithList } from './store.ts';

export const attachment = { name: 'attachment', contract, router, places: { attachmentId: placeOfAttachment }, messages } satisfies Capability;
