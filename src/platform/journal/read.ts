import { sql } from 'kysely';
import type { Db } from '#platform/db';
import type { Algorithm } from './merkle.ts';
import { own } from './tables.ts';

/** What to look for in the journal（检索条件）. */
export interface EntryFilter {
  /** instants: from is in, to is not */
  from?: Date | undefined;
  to?: Date | undefined;
  actorIds?: readonly string[] | undefined;
  /** a kind, or its beginning */
  kind?: string | undefined;
  subjectId?: string | undefined;
  /** half-open */
  paths?: { lo: string; hi: string } | undefined;
}

const mostCounted = 10_000;

/** One page of sealed entries, newest first, and how many there are; counting stops at ten thousand. */
export async function readEntries(db: Db, filter: EntryFilter, { page, size }: { page: number; size: number }) {
  const found = matching(db, filter);
  const { total } = await db
    .selectFrom(found.select(sql<number>`1`.as('one')).limit(mostCounted).as('counted'))
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow();
  const rows = await found
    .select(['seal', 'position', 'at', 'actor_id', 'kind', 'subject_id', 'path', sql<{ before?: unknown; after?: unknown }>`change`.as('change')])
    .orderBy('at', 'desc')
    .orderBy('seal', 'desc')
    .orderBy('position', 'desc')
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  return { rows, total };
}

function matching(db: Db, { from, to, actorIds, kind, subjectId, paths }: EntryFilter) {
  let query = own(db).selectFrom('journal_entry').where('county_id', '=', sql<string>`current_setting('app.county')::uuid`);
  if (from) query = query.where('at', '>=', from);
  if (to) query = query.where('at', '<', to);
  if (actorIds) query = query.where(sql<boolean>`actor_id = any(${actorIds}::uuid[])`);
  if (kind) query = query.where(sql<boolean>`starts_with(kind, ${kind})`);
  if (subjectId) query = query.where('subject_id', '=', subjectId);
  if (paths) query = query.where('path', '>=', paths.lo).where('path', '<', paths.hi);
  return query;
}

/** The latest seals（最新封条）, newest first, to note down outside. */
export async function latestSeals(db: Db, limit: number) {
  const rows = await own(db)
    .selectFrom('journal_seal')
    .select(['number', 'entries', 'algorithm', 'digest', 'sealed_at'])
    .orderBy('number', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ number, entries, algorithm, digest, sealed_at }) => ({
    number,
    entries,
    algorithm: algorithm satisfies Algorithm,
    digest: digest.toString('hex'),
    sealedAt: sealed_at.toISOString(),
  }));
}

/** How many entries are sealed in the county. */
export async function countSealed(db: Db): Promise<number> {
  const { entries } = await own(db).selectFrom('journal_seal').select(sql<number>`coalesce(sum(entries), 0)::int`.as('entries')).executeTakeFirstOrThrow();
  return entries;
}
