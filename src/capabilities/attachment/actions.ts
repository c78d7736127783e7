import { settle } from '#kernel/decision';
import type { Context } from '#platform/http';
import { newId } from '#platform/id';
import { decideContent, fileKinds, fileNameFor } from './rules/content.ts';
import { type Attachment, addAttachment } from './store.ts';

/** What somebody brought, and which organization it belongs to. */
export interface NewFile {
  organizationId: string;
  name: string;
  bytes: Uint8Array;
}

/**
 * Keep a file（上传文件）at the place of the request. The bytes are on disk before the register names them; when the transaction fails they
 * stay behind unnamed, which harms nobody.
 */
export async function keepFile(ctx: Context, { organizationId, name, bytes }: NewFile): Promise<Attachment> {
  const kind = settle(decideContent(name, bytes));
  const sha256 = await ctx.services.files.put(bytes);
  const row = {
    id: newId(),
    organization_id: organizationId,
    path: ctx.path,
    name: fileNameFor(name, kind),
    media_type: fileKinds[kind].mediaType,
    bytes: String(bytes.byteLength),
    sha256,
  };
  const kept = await addAttachment(ctx.db, row);
  await ctx.record('attachment.uploaded', { subjectId: row.id, after: row });
  return kept;
}
