import type { AnyContractRouter } from '@orpc/contract';
import { OpenAPIGenerator } from '@orpc/openapi';
import { OpenAPIHandler } from '@orpc/openapi/fastify';
import { type AnyRouter, onError } from '@orpc/server';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import fastify, { type FastifyInstance } from 'fastify';
import type { Messages } from '#kernel/decision';
import type { Db } from '#platform/db';
import type { Job, Services } from '#platform/jobs';
import { checkGuards } from './check-guards.ts';
import type { Entry, Identify, PlaceOf } from './context.ts';
import { isAnswer, speakPlainly, speakPlainlyBefore } from './sentences.ts';

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
}

/**
 * Build the HTTP server over the mounted capabilities.
 *
 * @throws when a route is open: no permission, no place that can be found, or no guard before it
 */
export async function createServer(db: Db, capabilities: readonly Capability[], identify: Identify, services: Services): Promise<FastifyInstance> {
  const places = new Map(capabilities.flatMap((capability) => Object.entries(capability.places)));
  const messages: Messages = Object.assign({}, ...capabilities.map((capability) => capability.messages));
  const router = Object.fromEntries(capabilities.map(({ name, router }) => [name, router]));
  checkGuards(router, places);

  const app = fastify({ logger: { level: 'warn' }, bodyLimit: 1_048_576 });
  speakPlainlyBefore(app);
  const logFault = (error: unknown) => {
    if (!isAnswer(error)) app.log.error(error);
  };
  const handler = new OpenAPIHandler<Entry>(router, { clientInterceptors: [onError(speakPlainly), onError(logFault)] });
  const document = await describe(capabilities);

  app.get('/api/docs', () => document);
  app.all('/api/*', async (request, reply) => {
    const actor = await identify(db, tokenOf(request.headers));
    if (!actor) return reply.status(401).send({ code: 'UNAUTHORIZED', message: '请先登录。' });
    const { matched } = await handler.handle(request, reply, { prefix: '/api', context: { db, services, actor, places, messages } });
    if (!matched) return reply.status(404).send({ code: 'NOT_FOUND', message: '没有这个地址。' });
  });
  return app;
}

function describe(capabilities: readonly Capability[]) {
  const contracts = Object.fromEntries(capabilities.map(({ name, contract }) => [name, contract]));
  return new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] }).generate(contracts, {
    info: { title: '夯基', version: '1' },
    servers: [{ url: '/api' }],
  });
}

/** The token of a browser's cookie, or of a program's `Authorization` header. */
function tokenOf({ cookie, authorization }: { cookie?: string | undefined; authorization?: string | undefined }): string {
  return authorization?.match(/^Bearer (\S+)$/)?.[1] ?? cookie?.match(/(?:^|; )session=([^;]+)/)?.[1] ?? '';
}
