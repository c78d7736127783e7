import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Client, type ClientBase, type ClientConfig } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { migrate, OperatorError } from '#platform/db';
import type { FileStore } from '#platform/files';
import type { Frame } from './container.ts';
import type { Manifest } from './manifest.ts';
import { framesOf, type PartHead } from './read.ts';
import { copyIn } from './tables.ts';

/** Where a back-up is restored to. */
export interface RestoreTarget {
  owner: ClientConfig;
  files: FileStore;
  migrationsFolder: string;
  /** path of the keyring, written when the back-up brings one */
  keys: string;
  onProgress?: (done: number, total: number, what: string) => void;
}

/**
 * Restore a back-up that was verified（恢复）into an empty database: the schema as it was then, every row and number in one transaction, and
 * what the schema has learnt since.
 *
 * @throws {OperatorError} when the target is not empty, or the back-up is of a newer version
 */
export async function restoreBackup(path: string, { manifest, size }: { manifest: Manifest; size: number }, target: RestoreTarget): Promise<void> {
  const { owner, migrationsFolder } = target;
  await migrate(owner, migrationsFolder, manifest.migrations);
  const client = new Client(owner);
  client.on('error', () => {});
  await client.connect();
  try {
    await checkEmpty(client, manifest);
    await client.query('begin');
    const restoreConstraints = await liftConstraints(client);
    await load(client, framesOf(path, size), manifest, target);
    await restoreConstraints();
    for (const { name, value } of manifest.sequences) await client.query(`select setval('${name.replaceAll("'", "''")}', $1)`, [value]);
    await client.query('commit');
    await client.query('analyze');
  } finally {
    await client.end();
  }
  await migrate(owner, migrationsFolder);
}

async function checkEmpty(client: ClientBase, manifest: Manifest): Promise<void> {
  const { rows: filled } = await client.query<{ filled: boolean }>('select exists (select from county) or exists (select from founding) as filled');
  if (filled[0]?.filled) throw new OperatorError('这里已经有数据。恢复只写入空的数据目录或空数据库，请以 HANGJI_DATA 或 DATABASE_URL 换一个。');
  const { rows } = await client.query<{ migrations: number }>('select count(*)::int as migrations from migration');
  if (rows[0]?.migrations !== manifest.migrations.length) throw new OperatorError('这个数据库已由较新的程序建好表。请换一个空的数据目录或空数据库再恢复。');
}

/** Take foreign keys and triggers away while rows come in any order. @returns puts them back, which checks every row */
async function liftConstraints(client: ClientBase): Promise<() => Promise<void>> {
  const { rows: keys } = await client.query<{ owner: string; name: string; definition: string }>(`
    select conrelid::regclass::text as owner, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and conparentid = 0 and connamespace = 'public'::regnamespace`);
  const { rows: triggered } = await client.query<{ owner: string }>(`
    select distinct tgrelid::regclass::text as owner from pg_trigger join pg_class on pg_class.oid = tgrelid
    where not tgisinternal and relnamespace in ('public'::regnamespace, 'graphile_worker'::regnamespace)`);
  for (const { owner, name } of keys) await client.query(`alter table ${owner} drop constraint ${name}`);
  for (const { owner } of triggered) await client.query(`alter table ${owner} disable trigger user`);
  return async () => {
    for (const { owner, name, definition } of keys) await client.query(`alter table ${owner} add constraint ${name} ${definition}`);
    for (const { owner } of triggered) await client.query(`alter table ${owner} enable trigger user`);
  };
}

async function load(client: ClientBase, frames: AsyncGenerator<Frame>, manifest: Manifest, target: RestoreTarget): Promise<void> {
  const { files, keys, onProgress = () => {} } = target;
  const total = manifest.tables.length + manifest.files.length + 1;
  let done = 0;
  for (let next = await frames.next(); !next.done; next = await frames.next()) {
    const { kind, bytes } = next.value;
    if (kind === 'M') break;
    if (kind !== 'P') throw new Error('a part begins without its head');
    const { table, file }: PartHead = JSON.parse(bytes.toString('utf8'));
    onProgress(done++, total, table ?? (file ? '附件' : '密钥环'));
    const shape = manifest.tables.find(({ name }) => name === table);
    if (shape) await pipeline(Readable.from(dataOf(frames)), client.query(copyFrom(copyIn(shape))));
    else if (file) await files.put(await whole(dataOf(frames)));
    else await writeKeys(keys, await whole(dataOf(frames)));
  }
  onProgress(total, total, '完成');
}

/** The data of the part that is open, up to its end; the frames behind it stay where they are. */
async function* dataOf(frames: AsyncGenerator<Frame>): AsyncGenerator<Buffer> {
  for (let next = await frames.next(); !next.done && next.value.kind === 'D'; next = await frames.next()) yield next.value.bytes;
}

async function whole(data: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of data) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function writeKeys(path: string, bytes: Buffer): Promise<void> {
  if (existsSync(path)) throw new OperatorError(`${path} 已经存在，备份里的密钥环不会覆盖它。请先把它移走，或换一个数据目录。`);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.part`, bytes, { mode: 0o600 });
  await rename(`${path}.part`, path);
}
