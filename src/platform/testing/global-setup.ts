import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClientConfig } from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate, startEmbedded } from '#platform/db';
import { asOwner, templateName } from './template.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    owner: ClientConfig;
  }
}

/** Start one PostgreSQL for the run and migrate one template; `freshDatabase` clones it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'hangji-test-'));
  const server = await startEmbedded(folder, ['fsync=off']);
  try {
    await asOwner(server.owner, `create database ${templateName}`);
    await migrate({ ...server.owner, database: templateName }, 'migrations');
  } catch (error) {
    await server.stop();
    throw error;
  }
  project.provide('owner', server.owner);
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true });
  };
}
