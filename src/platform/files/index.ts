import type { Readable } from 'node:stream';

/** Files by their content（文件存储）: named by SHA-256, written once, never changed. A folder or an S3 bucket behind it. */
export interface FileStore {
  /** Keep bytes. Once this resolves they survive a crash. @returns their digest in hex */
  put(bytes: Uint8Array): Promise<string>;
  /** @throws when no such file is kept */
  open(sha256: string): Promise<Readable>;
  has(sha256: string): Promise<boolean>;
}
