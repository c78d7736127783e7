import { ORPCError, os } from '@orpc/server';
import { NoResultError } from 'kysely';
import { RefusedError } from '#kernel/decision';
import { type Guard, statusOf } from '#kernel/endpoint';
import { type Actor, mayAt, type Place } from '#platform/access';
import { type Db, transaction } from '#platform/db';
import { record } from '#platform/journal';
import type { Context, Entry } from './context.ts';
import { forbidden, notFound } from './sentences.ts';
import { checkTexts, impossible, isOutOfRange } from './texts.ts';

type Given = Omit<Context, 'actor' | 'services' | 'visit'>;

/** A refusal that keeps what the transaction wrote: a failed attempt stays counted（拒绝但留痕）. */
export class RefusedAndKept extends RefusedError {}

/** What stands before every handler（守卫）: the permission, one transaction, the place in scope, the journal. */
export const guard = os
  .$meta<Guard>({})
  .$context<Entry>()
  .middleware(async ({ context, next, procedure }, input: unknown) => {
    const { actor } = context;
    const { permission = '', place = '' } = procedure['~orpc'].meta;
    const role = procedure['~orpc'].route.method === 'GET' ? 'hangji_reader' : 'hangji_writer';

    try {
      checkTexts(input);
      if (place === 'installation') return await next({ context: beforeSignIn(context.db) });
      // What a role never may is refused before anything is looked up.
      if (!actor.permissions.has(permission)) throw actor.hold ? new ORPCError(actor.hold.code, { status: 403, message: actor.hold.message }) : forbidden();

      const { id: actorId, role: actorRole, scope, lists } = actor;
      const outcome = await transaction(context.db, { role, scope, actorId, actorRole, lists }, async (db) => {
        const found = await placeOf(context, db, place, input);
        // Unknown and out of scope are answered alike, so that an id tells nobody what exists elsewhere.
        if (found === undefined) throw notFound();
        if (!mayAt(actor, permission, found)) throw forbidden();
        const { path } = found;
        const given: Given = { db, path, record: (kind, change) => record(db, kind, { path, ...change }) };
        try {
          return await next({ context: given });
        } catch (error) {
          if (error instanceof RefusedAndKept) return error;
          throw error;
        }
      });
      if (outcome instanceof RefusedAndKept) throw outcome;
      return outcome;
    } catch (error) {
      // An id elsewhere in the input may be unknown too; stores ask for one row and say so when there is none.
      if (error instanceof NoResultError) {
        context.visit.log.info({ err: error }, 'no such row');
        throw notFound();
      }
      if (isOutOfRange(error)) {
        context.visit.log.warn({ err: error }, 'value out of range');
        throw impossible();
      }
      throw error instanceof RefusedError ? answerOf(error, context) : error;
    }
  });

/** The organization one works in needs no looking up. */
async function placeOf({ places, actor }: Entry, db: Db, place: string, input: unknown): Promise<Place | undefined> {
  if (place === 'grant') return { path: actor.path };
  const id = String((input as Record<string, unknown>)[place]);
  return id === actor.organizationId ? { path: actor.path } : places.get(place)?.(db, id);
}

/** Before anybody signed in there is no scope, so no transaction: a handler opens its own where it learns the county. */
const beforeSignIn = (db: Db): Given => ({
  db,
  path: '',
  record: () => Promise.reject(new Error('nothing can be recorded before a county is known')),
});

export const nobody: Actor = {
  id: '',
  name: '',
  role: '',
  permissions: new Set(),
  scope: { county: '', lo: '', hi: '' },
  organizationId: '',
  organizationName: '',
  path: '',
  lists: [],
};

function answerOf({ refusal: { code, facts, article } }: RefusedError, { messages }: Entry): Error {
  const sentence = messages[code];
  if (!sentence) return new Error(`the refusal ${code} has no sentence in messages.ts`);
  return new ORPCError(code, { status: statusOf(code), message: sentence(facts), data: { facts, article } });
}
