import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Db } from '#platform/db';
import { fillSmallCounty } from '#simulation';

/** An account of the simulated county that anybody may use（演示账号）. */
export interface DemoAccount {
  role: string;
  name: string;
  organization: string;
  signInName: string;
  password: string;
  /** second factor of an administrator, base32 */
  totpSecret?: string;
}

const fileOf = (folder: string): string => join(folder, 'demo.json');

/** Fill the simulated county, and note down beside the data how each role signs in. */
export async function fillDemo(db: Db, folder: string, onProgress: (done: number, total: number, what?: string) => void): Promise<void> {
  await fillSmallCounty(db);
  onProgress(1, 1);
  const accounts: DemoAccount[] = [];
  await mkdir(folder, { recursive: true });
  await writeFile(`${fileOf(folder)}.part`, JSON.stringify(accounts, null, 2), { mode: 0o600 });
  await rename(`${fileOf(folder)}.part`, fileOf(folder));
}

export async function demoAccounts(folder: string): Promise<DemoAccount[]> {
  return existsSync(fileOf(folder)) ? JSON.parse(await readFile(fileOf(folder), 'utf8')) : [];
}
