import { ORPCError, os } from '@orpc/server';
import { RefusedError } from '#kernel/decision';
import { type Guard, statusOf } from '#kernel/endpoint';
import { mayAt } from '#platform/access';
import { transaction } from '#platform/db';
import { record } from '#platform/journal';
import type { Context, Entry } from './context.ts';

/** What stands before every handler（守卫）: one transaction, the place in scope, the permission there, the journal. */
export const guard = os
  .$meta<Guard>({})
  .$context<Entry>()
  .middleware(async ({ context, next, procedure }, input: unknown) => {
    const { actor } = context;
    const { permission = '', place = '' } = procedure['~orpc'].meta;
    const role = procedure['~orpc'].route.method === 'GET' ? 'hangji_reader' : 'hangji_writer';

    try {
      return await transaction(context.db, { role, scope: actor.scope, actorId: actor.id, actorRole: actor.role, lists: actor.lists }, async (db) => {
        const found = place === 'grant' ? { path: actor.path } : await context.places.get(place)?.(db, fieldOf(input, place));
        // Unknown and out of scope are answered alike, so that an id tells nobody what exists elsewhere.
        if (found === undefined) throw new ORPCError('NOT_FOUND', { message: '没有找到，或不在您的管辖范围内。' });
        if (!mayAt(actor, permission, found)) throw new ORPCError('FORBIDDEN', { message: '您的角色不能办理这件事。' });
        const { path } = found;
        return next({ context: { db, path, record: (kind, change) => record(db, kind, { path, ...change }) } satisfies Omit<Context, 'actor' | 'services'> });
      });
    } catch (error) {
      throw error instanceof RefusedError ? answerOf(error, context) : error;
    }
  });

function answerOf({ refusal: { code, facts, article } }: RefusedError, { messages }: Entry): Error {
  const sentence = messages[code];
  if (!sentence) return new Error(`the refusal ${code} has no sentence in messages.ts`);
  return new ORPCError(code, { status: statusOf(code), message: sentence(facts), data: { facts, article } });
}

const fieldOf = (input: unknown, field: string): string => String((input as Record<string, unknown>)[field]);
