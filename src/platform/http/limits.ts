import { createHash } from 'node:crypto';
import limiter from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest, preHandlerAsyncHookHandler } from 'fastify';
import type { ServerOptions } from './options.ts';
import { Denied } from './sentences.ts';
import { tokenOf } from './session-cookie.ts';

const minute = 60_000;

const keyOf = (request: FastifyRequest): string => {
  const { token } = tokenOf(request);
  return token ? createHash('sha256').update(token).digest('base64url') : request.ip;
};

const tooMany = (limit: number, ttl: number): Denied =>
  new Denied(429, 'TOO_MANY_REQUESTS', `操作过于频繁：每分钟最多 ${limit} 次。请 ${Math.max(1, Math.ceil(ttl / 1000))} 秒后再试。`);

/** Limit how often one session, or one address without a session, may ask（限流）. Counted in each process: a guard against floods, not a rule. */
export async function addLimits(app: FastifyInstance, { requests }: ServerOptions['limits']): Promise<void> {
  await app.register(limiter, {
    global: true,
    max: requests,
    timeWindow: minute,
    cache: 20_000,
    keyGenerator: keyOf,
    // Pages and their parts are files: a whole office behind one address may open them at once.
    allowList: (request) => !request.url.startsWith('/api/'),
    errorResponseBuilder: (_, { max, ttl }) => tooMany(max, ttl),
  });
}

/**
 * The strict limit of sign-ins（登录限流）: by the name that is tried, because a whole county may sit behind one address, and
 * by address, because one may try many names.
 */
export function signInLimit(app: FastifyInstance, { signIns, signInsFromAddress }: ServerOptions['limits']): preHandlerAsyncHookHandler {
  const byName = app.createRateLimit({ max: signIns, timeWindow: minute, keyGenerator: (request) => `name ${request.ip} ${nameIn(request.body)}` });
  const byAddress = app.createRateLimit({ max: signInsFromAddress, timeWindow: minute, keyGenerator: (request) => `address ${request.ip}` });
  return async (request, reply) => {
    for (const check of [byName, byAddress]) {
      const outcome = await check(request);
      if (!outcome.isAllowed && outcome.isExceeded) {
        reply.header('retry-after', outcome.ttlInSeconds);
        throw tooMany(outcome.max, outcome.ttl);
      }
    }
  };
}

const nameIn = (body: unknown): string => (typeof body === 'object' && body !== null && 'name' in body ? String(body.name) : '');
