import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { OperatorError } from '#platform/db';
import { digestLength, type Frame, framesIn, magic } from './container.ts';
import { Manifest } from './manifest.ts';

/** What a part says it is. */
export interface PartHead {
  table?: string;
  file?: string;
  keys?: boolean;
}

/** The frames of a back-up, in order; nothing is checked but their form. */
export function framesOf(path: string, size: number): AsyncGenerator<Frame> {
  const packed = createReadStream(path, { start: magic.length, end: size - digestLength - 1 });
  const plain = createGunzip();
  // An error of either ends both; whoever reads the frames gets it.
  pipeline(packed, plain, () => {});
  return framesIn(plain);
}

/**
 * Verify a back-up whole（核验备份）before anything is done with it: its digest, each part's digest and length, and that manifest and parts agree.
 *
 * @throws {OperatorError} when it is none of ours, damaged or cut off
 */
export async function verifyBackup(path: string): Promise<{ manifest: Manifest; size: number; digest: string }> {
  const damaged = (cause?: unknown) => new OperatorError(`备份文件 ${path} 已损坏或不完整，没有作任何改动。请换用另一份备份。`, { cause });
  const { size, digest, kept, start } = await ends(path);
  if (!start.equals(magic)) throw new OperatorError(`${path} 不是夯基的备份文件，没有作任何改动。`);
  if (!digest.equals(kept)) throw damaged();
  try {
    return { manifest: await checkParts(framesOf(path, size)), size, digest: digest.toString('hex') };
  } catch (cause) {
    throw damaged(cause);
  }
}

async function ends(path: string): Promise<{ size: number; start: Buffer; kept: Buffer; digest: Buffer }> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) throw new OperatorError(`没有文件 ${path}。请核对路径。`);
  const { size } = found;
  const start = Buffer.alloc(magic.length);
  const kept = Buffer.alloc(digestLength);
  const file = await open(path, 'r');
  try {
    await file.read(start, 0, start.length, 0);
    if (size > magic.length + digestLength) await file.read(kept, 0, kept.length, size - digestLength);
  } finally {
    await file.close();
  }
  const hash = createHash('sha256');
  if (size > magic.length + digestLength && start.equals(magic)) {
    for await (const piece of createReadStream(path, { end: size - digestLength - 1 })) hash.update(piece as Buffer);
  }
  return { size, start, kept, digest: hash.digest() };
}

async function checkParts(frames: AsyncIterable<Frame>): Promise<Manifest> {
  const found = new Map<string, { bytes: number; sha256: string }>();
  let open: { name: string; bytes: number; hash: ReturnType<typeof createHash> } | undefined;
  let manifest: Manifest | undefined;
  for await (const { kind, bytes } of frames) {
    if (manifest) throw new Error('something stands behind the manifest');
    if (kind === 'P') open = { name: nameOf(JSON.parse(bytes.toString('utf8'))), bytes: 0, hash: createHash('sha256') };
    else if (kind === 'M') manifest = Manifest.parse(JSON.parse(bytes.toString('utf8')));
    else if (!open) throw new Error('data outside any part');
    else if (kind === 'D') {
      open.bytes += bytes.length;
      open.hash.update(bytes);
    } else {
      found.set(open.name, { bytes: open.bytes, sha256: open.hash.digest('hex') });
      open = undefined;
    }
  }
  if (!manifest || open) throw new Error('the back-up ends before its manifest');
  const promised = [
    ...manifest.tables.map((table) => ({ ...table, name: nameOf({ table: table.name }) })),
    ...manifest.files.map((file) => ({ ...file, name: nameOf({ file: file.name }) })),
    ...(manifest.keys ? [{ ...manifest.keys, name: nameOf({ keys: true }) }] : []),
  ];
  for (const { name, bytes, sha256 } of promised) {
    const part = found.get(name);
    if (part?.bytes !== bytes || part.sha256 !== sha256) throw new Error(`the part ${name} differs from the manifest`);
  }
  if (promised.length !== found.size) throw new Error('there are parts that the manifest does not name');
  return manifest;
}

export const nameOf = ({ table, file, keys }: PartHead): string => (table ? `table ${table}` : file ? `file ${file}` : keys ? 'keys' : 'unknown');
