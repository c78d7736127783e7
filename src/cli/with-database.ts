import type { ClientConfig } from 'pg';
import { joinEmbedded, openServer } from '#platform/db';
import { readSettings, type Settings } from '../server/settings.ts';

/** Work on the database of the settings（借用数据库）, beside a server that may be running on it, and leave it as it was. */
export async function withDatabase<T>(work: (owner: ClientConfig, settings: Settings) => Promise<T>): Promise<T> {
  const settings = readSettings(process.env);
  const server = settings.databaseUrl ? await openServer(settings.folder, settings.databaseUrl) : await joinEmbedded(settings.folder);
  try {
    return await work(server.owner, settings);
  } finally {
    await server.stop();
  }
}
