import type { ClientConfig } from 'pg';
import { connect, type Database, type DatabaseServer, migrate, openServer, parseOwner } from '#platform/db';
import { openFiles } from '#platform/files';
import type { Services } from '#platform/jobs';
import { openKeyring } from '#platform/keyring';
import { migrationsFolder } from '#platform/program';
import type { Settings } from './settings.ts';

/** A database that is up to date, with what stands beside it. */
export interface Opened extends Database {
  server: DatabaseServer;
  owner: ClientConfig;
  /** past a transaction pooler, for jobs and notifications */
  direct: ClientConfig;
  services: Services;
}

/** Open the database, bring it up to date, and connect（打开）. Closing stops what was started here, in the reverse order. */
export async function openInstallation(settings: Settings, environment: NodeJS.ProcessEnv): Promise<Opened> {
  const server = await openServer(settings.folder, settings.databaseUrl);
  try {
    await migrate(server.owner, migrationsFolder);
    const services = { files: openFiles(settings.folder, environment), keyring: await openKeyring(settings.folder) };
    const { db, close } = connect(server.owner);
    return {
      db,
      server,
      services,
      owner: server.owner,
      direct: settings.directUrl ? parseOwner(settings.directUrl) : server.owner,
      close: async () => {
        await close();
        await server.stop();
      },
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
