import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { Db } from '#platform/db';
import type { ServerOptions } from './options.ts';
import { Denied } from './sentences.ts';

const answerMilliseconds = 2_000;

/** Say how we are（健康检查）: the process, and what it needs to be of use. */
export function addHealth(app: FastifyInstance, db: Db, { newestMigration }: ServerOptions): void {
  app.get('/healthz', () => ({ process: 'ok' }));
  app.get('/readyz', async (request, reply) => {
    const found = await Promise.race([newestIn(db), pause(answerMilliseconds)]).catch((error: unknown) => {
      request.log.error({ err: error }, 'not ready');
      return undefined;
    });
    if (found === undefined) return reply.status(503).send({ database: 'down', message: '数据库没有应答。请检查数据库是否在运行、磁盘是否已满。' });
    const current = found !== null && (newestMigration === undefined || found === newestMigration);
    if (!current)
      return reply.status(503).send({ database: 'ok', migration: found, message: '数据库结构与程序版本不一致。请用同一版本重新启动，启动时会自动升级。' });
    return { database: 'ok', migration: found };
  });
}

async function newestIn(db: Db): Promise<string | null> {
  const { rows } = await sql<{ name: string | null }>`select newest_migration() as name`.execute(db);
  return rows[0]?.name ?? null;
}

const pause = (milliseconds: number): Promise<undefined> => new Promise((resolve) => setTimeout(resolve, milliseconds, undefined).unref());

/** Count requests by route and status（运行指标）; no path, no id and no person is in a label. */
export function addMetrics(app: FastifyInstance, { metricsToken }: ServerOptions): void {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Duration of requests by route.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [register],
  });
  app.addHook('onResponse', async (request, reply) => {
    duration.observe({ method: request.method, route: request.routeOptions.url ?? 'none', status: String(reply.statusCode) }, reply.elapsedTime / 1000);
  });
  app.get('/metrics', async (request, reply) => {
    if (!fromHere(request) && !holds(request, metricsToken)) throw new Denied(403, 'FORBIDDEN', '运行指标只向本机开放，或凭 HANGJI_METRICS_TOKEN 的令牌读取。');
    return reply.type(register.contentType).send(await register.metrics());
  });
}

/** From this machine itself, and not through a proxy that stands on it. */
function fromHere({ raw, headers }: FastifyRequest): boolean {
  const address = raw.socket.remoteAddress ?? '';
  const loopback = address === '::1' || /^(::ffff:)?127\./.test(address);
  return loopback && headers['x-forwarded-for'] === undefined && headers.forwarded === undefined && headers['x-real-ip'] === undefined;
}

function holds({ headers }: FastifyRequest, token: string | undefined): boolean {
  if (!token) return false;
  const shown = Buffer.from(headers.authorization ?? '');
  const wanted = Buffer.from(`Bearer ${token}`);
  return shown.length === wanted.length && timingSafeEqual(shown, wanted);
}
