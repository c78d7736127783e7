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

const remembered = 20_000;

/**
 * Limit how often one address may show sessions that nobody has（陌生会话限流）. Each made-up token would else be counted by itself, and each
 * costs the database a question; whoever was known before is not held up by strangers beside him.
 */
export class Strangers {
  readonly #limit: number;
  readonly #counts = new Map<string, { times: number; until: number }>();
  readonly #known = new Set<string>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** @throws {Denied} when the token is unknown, and too many were from there */
  check(request: FastifyRequest): void {
    const { times = 0, until = 0 } = this.#counts.get(request.ip) ?? {};
    if (times >= this.#limit && until > Date.now() && !this.#known.has(keyOf(request))) throw tooMany(this.#limit, until - Date.now());
  }

  remember(request: FastifyRequest): void {
    if (this.#known.size >= remembered) this.#known.clear();
    this.#known.add(keyOf(request));
  }

  count({ ip }: FastifyRequest): void {
    if (this.#counts.size >= remembered) this.#counts.clear();
    const { times = 0, until = 0 } = this.#counts.get(ip) ?? {};
    this.#counts.set(ip, until > Date.now() ? { times: times + 1, until } : { times: 1, until: Date.now() + minute });
  }
}

const nameIn = (body: unknown): string => (typeof body === 'object' && body !== null && 'name' in body ? String(body.name) : '');
