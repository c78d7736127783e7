import type { AnyContractRouter } from '@orpc/contract';
import { OpenAPIHandler } from '@orpc/openapi/fastify';
import { type AnyRouter, onError } from '@orpc/server';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import type { Messages } from '#kernel/decision';
import type { Actor } from '#platform/access';
import type { Db } from '#platform/db';
import { newId } from '#platform/id';
import type { Job, Services } from '#platform/jobs';
import { addBodies, bodyLimits, checkType, takenBy } from './bodies.ts';
import { checkGuards } from './check-guards.ts';
import type { Entry, Identify, PlaceOf, Visit } from './context.ts';
import { describe } from './describe.ts';
import { nobody } from './guard.ts';
import { addSecurityHeaders } from './headers.ts';
import { addHealth, addMetrics } from './health.ts';
import { addLimits, Strangers, signInLimit } from './limits.ts';
import { type ServerOptions, serverOptions } from './options.ts';
import { type Route, routesOf } from './routes-of.ts';
import { checkSameSite } from './same-site.ts';
import { Denied, isAnswer, nameRequest, nowhere, speakPlainly, speakPlainlyBefore, unreadable } from './sentences.ts';
import { isSecure, setSessionCookie, tokenOf } from './session-cookie.ts';

/** What a capability hands to the server. */
export interface Capability {
  name: string;
  contract: AnyContractRouter;
  router: AnyRouter;
  /** By input field, how the id in it is placed in the tree. */
  places: Record<string, PlaceOf>;
  messages: Messages;
  /** Background work by kind: `duty.dispatch`. */
  jobs?: Record<string, Job>;
  /** Permissions that its roles have; an endpoint that asks for one nobody has does not start. */
  permissions?: readonly string[];
}

declare module 'fastify' {
  interface FastifyRequest {
    /** once a session was presented and known */
    actor?: Actor;
  }
  interface FastifyContextConfig {
    /** the content type its body must have */
    takes?: string[];
  }
}

/**
 * Build the HTTP server over the mounted capabilities.
 *
 * @throws when a route is open: no permission that somebody has, no place that can be found, or no guard before it
 */
export async function createServer(
  db: Db,
  capabilities: readonly Capability[],
  identify: Identify,
  services: Services,
  given: Partial<ServerOptions> = {},
): Promise<FastifyInstance> {
  const options = { ...serverOptions(process.env), ...given };
  const places = new Map(capabilities.flatMap((capability) => Object.entries(capability.places)));
  const messages: Messages = Object.assign({}, ...capabilities.map((capability) => capability.messages));
  const router = Object.fromEntries(capabilities.map(({ name, router }) => [name, router]));
  const routes = routesOf(router);
  checkGuards(routes, places, new Set(capabilities.flatMap(({ permissions = [] }) => permissions)));

  const app = openServer(options);
  speakPlainlyBefore(app);
  app.addHook('onSend', nameRequest);
  app.addHook('onSend', saveFiles);
  app.addHook('onResponse', logRequest);
  addBodies(app);
  await addSecurityHeaders(app, options.tls);
  addHealth(app, db, options);
  addMetrics(app, options);
  await addLimits(app, options.limits);

  const document = await describe(capabilities, routes);
  app.get('/api/docs', () => document);

  const handler = new OpenAPIHandler<Entry>(router, { clientInterceptors: [onError(speakPlainly), onError(logFault)] });
  const enter = entering(db, identify, new Strangers(options.limits.requests));
  const onlySometimes = signInLimit(app, options.limits);
  for (const route of routes) {
    app.route({
      method: route.method,
      url: `/api${route.path.replace(/\{([^}]+)\}/g, ':$1')}`,
      bodyLimit: route.upload ? bodyLimits.upload : bodyLimits.json,
      config: route.method === 'GET' ? {} : { takes: takenBy(route) },
      preParsing: enter(route),
      preHandler: route.guard.place === 'installation' && route.method !== 'GET' ? [onlySometimes] : [],
      handler: async (request, reply) => {
        const context: Entry = { db, services, actor: request.actor ?? nobody, visit: visitOf(request, reply, options.tls), places, messages };
        const { matched } = await handler.handle(request, reply, { prefix: '/api', context });
        if (!matched) throw nowhere();
      },
    });
  }
  app.all('/api/*', () => {
    throw nowhere();
  });
  return app;
}

function openServer({ logLevel, logTo, trustProxy }: ServerOptions): FastifyInstance {
  const app = fastify({
    logger: { level: logLevel, ...(logTo ? { stream: logTo } : {}) },
    // Our own line knows the route by its template; an address would tell whom it was about.
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    requestIdHeader: false,
    genReqId: () => newId(),
    bodyLimit: bodyLimits.json,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: unreadable,
    ...(trustProxy ? { trustProxy } : {}),
  });
  app.decorateRequest('actor');
  return app;
}

/** Before a body is read: its type, where it comes from, and who sends it. */
const entering = (db: Db, identify: Identify, strangers: Strangers) => (route: Route) => async (request: FastifyRequest) => {
  const shown = tokenOf(request);
  await checkType(request);
  checkSameSite(request, shown);
  if (route.guard.place === 'installation') return;
  if (!shown.token) throw unknownCaller();
  strangers.check(request);
  const actor = await identify(db, shown.token);
  if (!actor) {
    strangers.count(request);
    throw unknownCaller();
  }
  strangers.remember(request);
  request.actor = actor;
};

const unknownCaller = () => new Denied(401, 'UNAUTHORIZED', '请先登录。');

const visitOf = (request: FastifyRequest, reply: FastifyReply, tls: boolean): Visit => ({
  requestId: request.id,
  address: request.ip,
  agent: request.headers['user-agent'] ?? '',
  log: request.log,
  openSession: (token) => setSessionCookie(reply, token, isSecure(request, tls)),
  closeSession: () => setSessionCookie(reply, undefined, isSecure(request, tls)),
});

function logFault(error: unknown, { context }: { context: Entry }): void {
  if (!isAnswer(error)) context.visit.log.error({ err: error }, 'fault');
}

/** A file is saved, never shown in our name（下载）; answers are nobody's to keep. */
async function saveFiles(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (!request.url.startsWith('/api/')) return;
  const disposition = reply.getHeader('content-disposition');
  if (typeof disposition === 'string') reply.header('content-disposition', disposition.replace(/^inline/, 'attachment'));
  reply.header('cache-control', 'no-store');
}

/** One line a request（访问日志）: no address line, no content, nobody's name. */
async function logRequest(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { method, routeOptions, actor } = request;
  const line = { method, route: routeOptions.url, status: reply.statusCode, milliseconds: Math.round(reply.elapsedTime), actor: actor?.id };
  request.log.info(line, 'answered');
}
