import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { identify } from '#account';
import { order } from '#order';
import { createServer, type ServerOptions } from '#platform/http';
import type { Services } from '#platform/jobs';
import { freshDatabase, type TestDatabase, testServices } from '#platform/testing';
import { fillSmallCounty, type SmallCounty, type SmallPerson } from './small.ts';

/** The small county in a database of its own, with the server in front of it and no network between. */
export interface TestCounty extends TestDatabase, SmallCounty {
  app: FastifyInstance;
  services: Services;
  /** Send a request as one of the county's people. */
  as(person: SmallPerson, request: InjectOptions): Promise<LightMyRequestResponse>;
  close(): Promise<void>;
}

export async function testCounty(options: Partial<ServerOptions> = {}): Promise<TestCounty> {
  const database = await freshDatabase();
  const county = await fillSmallCounty(database.db);
  const folder = await mkdtemp(join(tmpdir(), 'hangji-files-'));
  const services = await testServices(folder);
  const app = await createServer(database.db, order, identify, services, options);
  return {
    ...database,
    ...county,
    app,
    services,
    as: (person, request) => app.inject({ ...request, headers: { ...request.headers, authorization: `Bearer ${county.tokens[person]}` } }),
    close: async () => {
      await app.close();
      await database.drop();
      await rm(folder, { recursive: true });
    },
  };
}
