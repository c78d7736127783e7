import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, type ClientConfig } from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { wholeCounty } from '#kernel/scope';
import { addOrganizations } from '#organization';
import { restoreBackup, verifyBackup, writeBackup } from '#platform/backup';
import { transaction } from '#platform/db';
import { folderStore } from '#platform/files';
import { newId } from '#platform/id';
import { enqueue } from '#platform/jobs';
import { record, sealAll } from '#platform/journal';
import { asOwner, freshDatabase, type TestDatabase } from '#platform/testing';
import { fillSmallCounty, type SmallCounty } from '#simulation';
import { findingsIn } from './journal.ts';

let source: TestDatabase;
let county: SmallCounty;
let folder: string;
let file: string;
const targets: ClientConfig[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hangji-backup-'));
  file = join(folder, 'copy.hjb');
  source = await freshDatabase();
  county = await fillSmallCounty(source.db);
});
afterEach(async () => {
  for (const { database } of targets.splice(0)) await asOwner(source.owner, `drop database ${database}`);
  await source.drop();
  await rm(folder, { recursive: true });
});

const files = (name: string) => folderStore(join(folder, name));
const writer = () => ({ role: 'hangji_writer' as const, scope: wholeCounty(county.countyId), actorId: newId() });

/** One organization, its journal entry and a job: all three, or none. */
const change = (number: number) =>
  transaction(source.db, writer(), async (db) => {
    const id = newId();
    const path = `001001${String(100 + number).padStart(3, '0')}`;
    const row = {
      id,
      parent_id: county.organizations.east,
      path,
      name: `第 ${number}\t支部\\n`,
      kind: 'branch',
      form: 'ordinary',
      field: 'village',
      has_committee: false,
      set_up_on: '2020-01-01',
    } as const;
    await addOrganizations(db, [row]);
    await record(db, 'organization.added', { subjectId: id, path, after: row });
    await enqueue(db, 'test.note', { id });
  });

async function emptyDatabase(): Promise<ClientConfig> {
  const database = `test_${newId().replaceAll('-', '')}`;
  await asOwner(source.owner, `create database ${database}`);
  const owner = { ...source.owner, database };
  targets.push(owner);
  return owner;
}

const target = (owner: ClientConfig, name = 'restored') => ({
  owner,
  files: files(name),
  migrationsFolder: 'migrations',
  keys: join(folder, name, 'keyring.json'),
});

/** Digest of every table, whatever order its rows lie in. */
async function digests(owner: ClientConfig): Promise<Record<string, string>> {
  const client = new Client(owner);
  await client.connect();
  const { rows } = await client.query<{ name: string }>(`select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname in ('public', 'graphile_worker') and tablename not in ('migration', 'migrations', '_private_known_crontabs')`);
  const found: Record<string, string> = {};
  for (const { name } of rows) {
    const { rows: lines } = await client.query<{ line: string }>(`select t::text as line from ${name} as t order by 1`);
    found[name] = `${lines.length} ${createHash('sha256')
      .update(lines.map(({ line }) => line).join('\n'))
      .digest('hex')}`;
  }
  await client.end();
  return found;
}

test('a copy restored into nothing equals the original, table for table', { timeout: 60_000 }, async () => {
  for (let number = 0; number < 20; number++) await change(number);
  await sealAll(source.db);
  await change(20);
  const sha256 = await files('source').put(randomBytes(300_000));
  const { manifest } = await writeBackup({ owner: source.owner, files: files('source'), version: '0' }, file);
  expect(manifest.keys).toBe(null);

  const owner = await emptyDatabase();
  await restoreBackup(file, await verifyBackup(file), target(owner));
  expect(await digests(owner)).toEqual(await digests(source.owner));
  expect(await files('restored').has(sha256)).toBe(true);
  expect(await findingsIn(owner)).toEqual([]);

  // The next entry gets the next number, and every key and policy stands.
  const next = `select max(sequence)::int as last, nextval(pg_get_serial_sequence('journal_inbox', 'sequence'))::int as next from journal_inbox`;
  const [numbers] = await asOwner<{ last: number; next: number }>(owner, next);
  expect(numbers?.next).toBeGreaterThan(numbers?.last ?? 0);
  const walls = `select (select count(*)::int from pg_constraint where connamespace = 'public'::regnamespace) as constraints, (select count(*)::int from pg_policy) as policies`;
  expect(await asOwner(owner, walls)).toEqual(await asOwner(source.owner, walls));
});

test('a back-up while people work is one moment of it', { timeout: 60_000 }, async () => {
  let working = true;
  let changes = 0;
  const work = async (from: number) => {
    for (let number = from; working && number < from + 200; number++, changes++) await change(number);
  };
  const people = [0, 200, 400].map(work);
  const sealing = (async () => {
    while (working) await sealAll(source.db);
  })();
  while (changes < 10) await new Promise((resolve) => setTimeout(resolve, 5));
  await writeBackup({ owner: source.owner, files: files('source'), version: '0' }, file);
  const during = changes;
  working = false;
  await Promise.all([...people, sealing]);
  expect(during).toBeGreaterThan(10);

  const owner = await emptyDatabase();
  await restoreBackup(file, await verifyBackup(file), target(owner));
  const [counts] = await asOwner<{ organizations: number; entries: number; jobs: number }>(
    owner,
    `select (select count(*)::int from organization where length(path) = 9 and path >= '001001100' and path < '001002') as organizations,
      (select count(*)::int from journal_inbox) + (select count(*)::int from journal_entry) as entries, (select count(*)::int from job) as jobs`,
  );
  expect(counts?.organizations).toBeGreaterThanOrEqual(10);
  expect(counts?.entries).toBe(counts?.organizations);
  expect(counts?.jobs).toBe(counts?.organizations);
  expect(await findingsIn(owner)).toEqual([]);
});

const damages: Record<string, (bytes: Buffer) => Buffer> = {
  'one bit turned': (bytes) => {
    bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 4, bytes.length >> 1);
    return bytes;
  },
  'cut off': (bytes) => bytes.subarray(0, -100),
  'cut to its head': (bytes) => bytes.subarray(0, 12),
  'with something added': (bytes) => Buffer.concat([bytes, Buffer.from('x')]),
  'none of ours': () => Buffer.from('PGDMP…'),
  empty: () => Buffer.alloc(0),
};

test('a damaged back-up is refused before anything is touched', { timeout: 60_000 }, async () => {
  await writeBackup({ owner: source.owner, files: files('source'), version: '0' }, file);
  const whole = await readFile(file);
  for (const [name, damage] of Object.entries(damages)) {
    await writeFile(file, damage(Buffer.from(whole)));
    await expect(verifyBackup(file), name).rejects.toThrow(/没有作任何改动/);
  }
  await expect(verifyBackup(join(folder, 'nothing'))).rejects.toThrow(/没有文件/);
});

test('what is not empty is not restored into, and no file is overwritten', { timeout: 60_000 }, async () => {
  await writeBackup({ owner: source.owner, files: files('source'), version: '0' }, file);
  const before = await digests(source.owner);
  const verified = await verifyBackup(file);
  await expect(restoreBackup(file, verified, target(source.owner))).rejects.toThrow(/已经有数据/);
  expect(await digests(source.owner)).toEqual(before);
  await expect(writeBackup({ owner: source.owner, files: files('source'), version: '0' }, file)).rejects.toThrow(/已经存在/);
});

test('a back-up that fails half-way leaves the target empty', { timeout: 60_000 }, async () => {
  await writeBackup({ owner: source.owner, files: files('source'), version: '0' }, file);
  const verified = await verifyBackup(file);
  await truncate(file, (await readFile(file)).length - 2_000);
  const owner = await emptyDatabase();
  await expect(restoreBackup(file, verified, target(owner))).rejects.toThrow();
  expect(await asOwner(owner, 'select 1 from county')).toEqual([]);
});

test('an altered attachment is left out and named', { timeout: 60_000 }, async () => {
  const sha256 = await files('source').put(randomBytes(1_000));
  await writeFile(join(folder, 'source', sha256.slice(0, 2), sha256.slice(2)), 'altered');
  const { manifest } = await writeBackup({ owner: source.owner, files: files('source'), version: '0' }, file);
  expect([manifest.files, manifest.damagedFiles]).toEqual([[], [sha256]]);
});

test('the keyring comes along only when asked for', { timeout: 60_000 }, async () => {
  const keys = join(folder, 'keyring.json');
  await writeFile(keys, '{"keys":[]}');
  await writeBackup({ owner: source.owner, files: files('source'), version: '0', keys }, file);
  const owner = await emptyDatabase();
  await restoreBackup(file, await verifyBackup(file), target(owner));
  expect(await readFile(join(folder, 'restored', 'keyring.json'), 'utf8')).toBe('{"keys":[]}');
});
