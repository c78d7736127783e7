import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ClientConfig } from 'pg';
import type { Services } from '#platform/jobs';
import { type DemoAccount, fillSimulatedCounty } from '#simulation';
import { progressBar } from './progress.ts';

export type { DemoAccount } from '#simulation';

const fileOf = (folder: string): string => join(folder, 'demo.json');

/** Fill the simulated county, and note down beside the data how each role signs in. */
export async function fillDemo(owner: ClientConfig, services: Services, folder: string): Promise<void> {
  const bar = progressBar('首次启动，正在生成模拟县');
  const { demo } = await fillSimulatedCounty(owner, { services, onProgress: ({ rows, total }) => bar(Math.min(rows, total - 1), total) });
  bar(1, 1);
  await mkdir(folder, { recursive: true });
  await writeFile(`${fileOf(folder)}.part`, JSON.stringify(demo, null, 2), { mode: 0o600 });
  await rename(`${fileOf(folder)}.part`, fileOf(folder));
}

/** How each role signs in; nothing when the county was filled from another folder. */
export async function demoAccounts(folder: string): Promise<DemoAccount[]> {
  return existsSync(fileOf(folder)) ? JSON.parse(await readFile(fileOf(folder), 'utf8')) : [];
}
