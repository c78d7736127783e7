import type { Readable } from 'node:stream';

/** Files by their content（文件存储）: named by SHA-256, written once, never changed. A folder or an S3 bucket behind it. */
export interface FileStore {
  /** Keep bytes. Once this resolves they survive a crash. @returns their digest in hex */
  put(bytes: Uint8Array): Promise<string>;
  /** The bytes, checked on the way: a file that was altered ends in an error before its last part is given. @throws when no such file is kept */
  open(sha256: string): Promise<Readable>;
  has(sha256: string): Promise<boolean>;
  /** Every digest that is kept, in no order. */
  list(): AsyncIterable<string>;
  /** Where they lie, for the operator; without any key. */
  place: string;
}

/** A digest as part of a path; anything else could climb out of it. @throws when it is none */
export function partsOf(sha256: string): [string, string] {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new TypeError(`not a SHA-256 digest: ${sha256}`);
  return [sha256.slice(0, 2), sha256.slice(2)];
}
