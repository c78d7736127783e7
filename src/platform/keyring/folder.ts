import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { OperatorError } from '#platform/db';
import { type Keyring, keyringOf, type MasterKey } from './keyring.ts';

const fileName = 'keyring.json';
const secretBytes = 32;

const KeyringFile = z.object({
  version: z.literal(1),
  /** newest first: the first one seals */
  keys: z.array(z.object({ id: z.string().regex(/^[0-9a-f]{8}$/), secret: z.base64(), createdAt: z.string() })).min(1),
});

/**
 * Open the keyring of a folder（打开密钥环）; the first time, make one, readable by nobody else. Whoever loses the file loses
 * what is encrypted, so it is backed up apart from the database.
 *
 * @throws {OperatorError} when the file is damaged or others may read it
 */
export async function openKeyring(folder: string): Promise<Keyring> {
  return keyringOf(await keysIn(folder));
}

async function keysIn(folder: string): Promise<MasterKey[]> {
  const file = join(folder, fileName);
  const text = await readFile(file, 'utf8').catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw new OperatorError(`读不到密钥文件 ${file}：请用启动本系统的用户运行，并检查文件权限。`);
    await create(folder, file);
    return readFile(file, 'utf8');
  });
  const { mode } = await stat(file);
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) throw new OperatorError(`密钥文件 ${file} 别人也能读。请先执行 chmod 600 ${file}，再启动。`);
  const parsed = KeyringFile.safeParse(jsonOf(text));
  const keys = parsed.success ? parsed.data.keys.map(({ id, secret }) => ({ id, secret: Buffer.from(secret, 'base64') })) : [];
  if (keys.length === 0 || keys.some(({ secret }) => secret.length !== secretBytes)) {
    throw new OperatorError(`密钥文件 ${file} 已损坏。请从备份介质恢复，不要删除它：没有它，已加密的证件号和电话打不开。`);
  }
  return keys;
}

/** Two processes may start at once: the file appears whole, under its name, for the first of them; the other uses it. */
async function create(folder: string, file: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const draft = `${file}.${randomBytes(4).toString('hex')}`;
  const key = { id: randomBytes(4).toString('hex'), secret: randomBytes(secretBytes).toString('base64'), createdAt: new Date().toISOString() };
  const handle = await open(draft, 'wx', 0o600);
  await handle.writeFile(`${JSON.stringify({ version: 1, keys: [key] }, null, 2)}\n`);
  await handle.sync();
  await handle.close();
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(draft);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
