import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import S3rver from 's3rver';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FileStore, folderStore, s3Store } from './index.ts';

let folder: string;
let server: S3rver;
let s3: FileStore;
const secret = { key: 'S3RVER', secret: 'S3RVER', region: 'us-east-1' };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hangji-files-'));
  const configureBuckets = [{ name: 'hangji', configs: [] }];
  server = new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory: join(folder, 's3'), configureBuckets });
  const { port } = await server.run();
  s3 = s3Store({ endpoint: `http://127.0.0.1:${port}`, bucket: 'hangji', ...secret });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const listed = async (store: FileStore) => {
  const all: string[] = [];
  for await (const sha256 of store.list()) all.push(sha256);
  return all.sort();
};

describe.for(['folder', 'S3'] as const)('a %s', (kind) => {
  const store = () => (kind === 'folder' ? folderStore(join(folder, 'files')) : s3);

  test('keeps bytes under their digest', async () => {
    const bytes = randomBytes(300_000);
    const sha256 = await store().put(bytes);
    expect(sha256).toBe(digestOf(bytes));
    expect(await store().has(sha256)).toBe(true);
    expect(digestOf(await buffer(await store().open(sha256)))).toBe(sha256);
  });

  test('keeps the same bytes once, whoever brings them at the same time', async () => {
    const bytes = randomBytes(1_000);
    const before = await listed(store());
    const all = await Promise.all(Array.from({ length: 8 }, () => store().put(bytes)));
    expect(new Set(all)).toEqual(new Set([digestOf(bytes)]));
    expect(await listed(store())).toEqual([...before, digestOf(bytes)].sort());
  });

  test('keeps an empty file', async () => {
    const sha256 = await store().put(new Uint8Array());
    expect(await buffer(await store().open(sha256))).toHaveLength(0);
  });

  test('has nothing it was not given, and no other names', async () => {
    const unknown = '0'.repeat(64);
    expect(await store().has(unknown)).toBe(false);
    await expect(store().open(unknown)).rejects.toThrow();
    await expect(async () => store().open('../../etc/passwd')).rejects.toThrow(/not a SHA-256/);
  });
});

test('a file altered on disk is never given whole', async () => {
  const store = folderStore(join(folder, 'altered'));
  const bytes = randomBytes(200_000);
  const sha256 = await store.put(bytes);
  bytes.writeUInt8(bytes.readUInt8(7) ^ 1, 7);
  await writeFile(join(folder, 'altered', sha256.slice(0, 2), sha256.slice(2)), bytes);
  await expect(buffer(await store.open(sha256))).rejects.toThrow(/was altered/);
});

test('a file that could not be written whole leaves nothing to find', async () => {
  const store = folderStore(join(folder, 'torn'));
  await store.put(randomBytes(10));
  const [part] = await readdir(join(folder, 'torn', '.part'));
  expect(part).toBeUndefined();
});

test('an unknown key is refused by the S3 server, and said', async () => {
  const wrong = s3Store({ endpoint: s3.place.replace(/^S3 (.*)\/hangji$/, '$1'), bucket: 'hangji', ...secret, key: 'unknown' });
  await expect(wrong.put(randomBytes(10))).rejects.toThrow(/answered 403/);
});
