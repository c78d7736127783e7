import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openKeyring } from './index.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hangji-keyring-'));
});
afterEach(() => rm(folder, { recursive: true }));

const file = () => join(folder, 'keyring.json');

test('a value opens again, also after a restart, and no two ciphers are alike', async () => {
  const keyring = await openKeyring(folder);
  const cipher = keyring.seal('110105194912310021', 'row-1');
  expect(keyring.open(cipher, 'row-1')).toBe('110105194912310021');
  expect((await openKeyring(folder)).open(cipher, 'row-1')).toBe('110105194912310021');
  expect(keyring.seal('110105194912310021', 'row-1').equals(cipher)).toBe(false);
  expect(cipher.includes('110105')).toBe(false);
});

test('the file is readable by nobody else, and two that start at once share one', async () => {
  const [one, other] = await Promise.all([openKeyring(folder), openKeyring(folder)]);
  expect(other.open(one.seal('值', 'a'), 'a')).toBe('值');
  expect((await stat(file())).mode & 0o777).toBe(0o600);
});

test.for([0, 3, 8, 20, 34])('a cipher altered at byte %i does not open', async (at) => {
  const keyring = await openKeyring(folder);
  const cipher = keyring.seal('13800001234', 'row-1');
  cipher[at] = (cipher[at] ?? 0) ^ 1;
  expect(() => keyring.open(cipher, 'row-1')).toThrow(/密文|密钥/);
});

test('a cipher moved to another row, used for another purpose, or cut does not open', async () => {
  const keyring = await openKeyring(folder);
  const cipher = keyring.seal('13800001234', 'row-1');
  expect(() => keyring.open(cipher, 'row-2')).toThrow('移到了别的记录');
  expect(() => keyring.for('second-factor').open(cipher, 'row-1')).toThrow('密文被改动过');
  expect(() => keyring.open(cipher.subarray(0, 20), 'row-1')).toThrow('密文不完整');
});

test('a key that is not in the ring is named', async () => {
  const cipher = (await openKeyring(folder)).seal('13800001234', 'row-1');
  await rm(file());
  const another = await openKeyring(folder);
  expect(() => another.open(cipher, 'row-1')).toThrow(/不在密钥环里/);
});

test('an older key still opens after a new one was put before it', async () => {
  const cipher = (await openKeyring(folder)).seal('13800001234', 'row-1');
  const { keys } = JSON.parse(await readFile(file(), 'utf8'));
  const newer = { id: 'ffffffff', secret: Buffer.alloc(32, 7).toString('base64'), createdAt: '2027-01-01T00:00:00Z' };
  await writeFile(file(), JSON.stringify({ version: 1, keys: [newer, ...keys] }));
  const rotated = await openKeyring(folder);
  expect(rotated.open(cipher, 'row-1')).toBe('13800001234');
  expect(rotated.seal('x', 'y').subarray(1, 5).toString('hex')).toBe('ffffffff');
});

test('a file that others may read, or a damaged one, is refused with what to do', async () => {
  await openKeyring(folder);
  await chmod(file(), 0o644);
  await expect(openKeyring(folder)).rejects.toThrow(/chmod 600/);
  await chmod(file(), 0o600);
  await writeFile(file(), '{');
  await expect(openKeyring(folder)).rejects.toThrow(/已损坏/);
});
