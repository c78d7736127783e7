import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { identify } from '#account';
import { keepCounting } from '#indicator';
import { order } from '#order';
import { createServer } from '#platform/http';
import { runJobs } from '#platform/jobs';
import { keepSealing } from '#platform/journal';
import { newestMigration, programFolder } from '#platform/program';
import { demoAccounts, fillDemo } from './demo.ts';
import { found } from './founding.ts';
import { greeting } from './greeting.ts';
import { type Opened, openInstallation } from './open.ts';
import { mountPages } from './pages.ts';
import { checkPort, portError } from './port.ts';
import type { Settings } from './settings.ts';

const drainMilliseconds = 10_000;

/** A server that listens, and how to stop it. */
export interface Running {
  address: string;
  greeting: string;
  stop(): Promise<void>;
}

/** Open, migrate, fill, mount, listen（启动）. Stopping drains requests and jobs first, and the database last. */
export async function start(settings: Settings, environment: NodeJS.ProcessEnv): Promise<Running> {
  await checkPort(settings.port);
  const opened = await openInstallation(settings, environment);
  try {
    return await serve(opened, settings);
  } catch (error) {
    // What went wrong first is what the operator has to know.
    await opened.close().catch(() => {});
    throw error;
  }
}

async function serve(opened: Opened, settings: Settings): Promise<Running> {
  const { db, owner, direct, services } = opened;
  const place = settings.databaseUrl ? 'DATABASE_URL 的数据库' : `数据目录 ${settings.folder} `;
  await found(owner, { simulated: !settings.empty, place }, () => fillDemo(owner, services, settings.folder));

  const app = await createServer(db, order, identify, services, { newestMigration });
  await mountPages(app, join(programFolder, 'dist', 'web'));
  const logFailure = (error: unknown, about: string) => app.log.error({ err: error, about }, 'background work failed');
  const jobs = Object.assign({}, ...order.map((capability) => capability.jobs));
  const stopJobs = await runJobs({ owner: direct, db, services, jobs, onFailure: logFailure });
  const stopSealing = keepSealing(db, (error) => logFailure(error, 'journal'));
  const stopCounting = keepCounting(db, (error) => logFailure(error, 'indicators'));
  const stopBackground = () => Promise.all([stopJobs(), stopSealing(), stopCounting()]);
  try {
    const address = await listen(app, settings.port, settings.host);
    return {
      address,
      greeting: greeting(address, settings, settings.empty ? [] : await demoAccounts(settings.folder)),
      stop: async () => {
        await drain(app);
        await stopBackground();
        await opened.close();
      },
    };
  } catch (error) {
    await stopBackground();
    throw error;
  }
}

async function listen(app: FastifyInstance, port: number, host: string): Promise<string> {
  try {
    await app.listen({ port, host });
  } catch (error) {
    throw portError(error, port);
  }
  const bound = app.server.address();
  return `http://localhost:${typeof bound === 'object' && bound ? bound.port : port}`;
}

/** Take no new request, and give those in flight some seconds（排空）. */
async function drain(app: FastifyInstance): Promise<void> {
  const closed = app.close();
  const limit = new AbortController();
  await Promise.race([closed, pause(drainMilliseconds, undefined, { signal: limit.signal }).catch(() => {})]);
  limit.abort();
  app.server.closeAllConnections();
  await closed;
}
