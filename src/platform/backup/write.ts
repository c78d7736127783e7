import { createHash } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { Client, type ClientConfig } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { OperatorError } from '#platform/db';
import type { FileStore } from '#platform/files';
import { frameOf, jsonFrame, magic } from './container.ts';
import type { Manifest } from './manifest.ts';
import { copyOut, sequencesOf, tablesOf } from './tables.ts';

/** What is backed up, and how the one who waits is told of it. */
export interface BackupSource {
  owner: ClientConfig;
  files: FileStore;
  version: string;
  /** path of the keyring, when it is to be in it */
  keys?: string | undefined;
  onProgress?: (done: number, total: number, what: string) => void;
}

export interface BackupSummary {
  bytes: number;
  digest: string;
  manifest: Manifest;
}

/**
 * Write a back-up（备份）while people work: every table in one snapshot, then the files. Bytes stream through; no part is held whole.
 *
 * The file gets its name last, so that a torn back-up has none.
 *
 * @throws {OperatorError} when there is a file of that name
 */
export async function writeBackup(source: BackupSource, path: string): Promise<BackupSummary> {
  if (existsSync(path)) throw new OperatorError(`${path} 已经存在。备份不会覆盖文件，请换一个文件名。`);
  const part = `${path}.part`;
  const hash = createHash('sha256');
  const counted = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const written: { manifest?: Manifest } = {};
  try {
    hash.update(magic);
    const out = createWriteStream(part, { mode: 0o600 });
    out.write(magic);
    await pipeline(Readable.from(frames(source, written)), createGzip({ level: 5 }), counted, out);
    const digest = hash.digest();
    await finish(part, digest);
    await rename(part, path);
    await syncFolder(dirname(resolve(path)));
    if (!written.manifest) throw new Error('the back-up ended without a manifest');
    return { bytes: (await stat(path)).size, digest: digest.toString('hex'), manifest: written.manifest };
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

async function* frames(source: BackupSource, written: { manifest?: Manifest }): AsyncGenerator<Buffer> {
  const { owner, files, version, keys, onProgress = () => {} } = source;
  const client = new Client(owner);
  client.on('error', () => {});
  await client.connect();
  const manifest: Manifest = {
    format: 1,
    version,
    database: '',
    createdAt: new Date().toISOString(),
    migrations: [],
    tables: [],
    sequences: [],
    files: [],
    damagedFiles: [],
    keys: null,
  };
  try {
    await client.query('begin isolation level repeatable read read only');
    const { rows } = await client.query<{ database: string }>(`select current_setting('server_version') as database`);
    manifest.database = rows[0]?.database ?? '';
    manifest.migrations = (await client.query<{ name: string; digest: string }>('select name, digest from migration order by name')).rows;
    const shapes = await tablesOf(client);
    for (const [index, shape] of shapes.entries()) {
      onProgress(index, shapes.length + 1, shape.name);
      const counts = { bytes: 0, rows: 0, sha256: '' };
      yield* part({ table: shape.name }, client.query(copyTo(copyOut(shape))), counts);
      manifest.tables.push({ ...shape, ...counts });
    }
    // Drawn numbers are not part of a snapshot; read last, they lie behind none of its rows.
    manifest.sequences = await sequencesOf(client);
    await client.query('commit');
  } finally {
    await client.end();
  }

  onProgress(manifest.tables.length, manifest.tables.length + 1, '附件');
  // A file is kept before its row: what the snapshot names is there by now.
  for await (const sha256 of files.list()) {
    const counts = { bytes: 0, rows: 0, sha256: '' };
    const bytes = await whole(files, sha256);
    if (!bytes) {
      manifest.damagedFiles.push(sha256);
      continue;
    }
    yield* part({ file: sha256 }, [bytes], counts);
    manifest.files.push({ name: sha256, bytes: counts.bytes, sha256: counts.sha256 });
  }
  if (keys) {
    const counts = { bytes: 0, rows: 0, sha256: '' };
    yield* part({ keys: true }, [await readFile(keys)], counts);
    manifest.keys = { name: 'keyring', bytes: counts.bytes, sha256: counts.sha256 };
  }
  written.manifest = manifest;
  yield jsonFrame('M', manifest);
  onProgress(1, 1, '完成');
}

/** One part: what it is, its data, what was counted. A newline ends each row of a COPY, and stands nowhere else in it. */
async function* part(
  head: Record<string, unknown>,
  data: AsyncIterable<Buffer> | Iterable<Buffer>,
  counts: { bytes: number; rows: number; sha256: string },
): AsyncGenerator<Buffer> {
  yield jsonFrame('P', head);
  const hash = createHash('sha256');
  for await (const piece of data) {
    hash.update(piece);
    counts.bytes += piece.length;
    for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, at + 1)) counts.rows++;
    yield frameOf('D', piece);
  }
  counts.sha256 = hash.digest('hex');
  yield jsonFrame('E', { bytes: counts.bytes, sha256: counts.sha256 });
}

async function whole(files: FileStore, sha256: string): Promise<Buffer | undefined> {
  try {
    const pieces: Buffer[] = [];
    for await (const piece of await files.open(sha256)) pieces.push(piece as Buffer);
    return Buffer.concat(pieces);
  } catch {
    return undefined;
  }
}

async function finish(path: string, digest: Buffer): Promise<void> {
  const file = await open(path, 'a');
  try {
    await file.appendFile(digest);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
