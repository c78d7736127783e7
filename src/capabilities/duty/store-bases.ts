import { sql } from 'kysely';
import type { Db } from '#platform/db';

interface DutyBasisTable {
  id: string;
  duty_id: string;
  duty_list_id: string;
  path: string;
  directive_id: string | null;
  clause_id: string | null;
  span_start: number | null;
  span_end: number | null;
  quote: string;
  source: string;
  heading: string[];
}
/** What a duty rests on（出处、依据）: a span of a directive, or an article. */
export type Basis = DutyBasisTable;

const own = (db: Db) => db.withTables<{ duty_basis: DutyBasisTable; duty: { id: string; removed: boolean } }>();
const columns = ['id', 'duty_id', 'duty_list_id', 'path', 'directive_id', 'clause_id', 'span_start', 'span_end', 'quote', 'source', 'heading'] as const;

/** Bases of some duties, in the order of the text. */
export const basesOf = (db: Db, dutyIds: readonly string[]): Promise<Basis[]> =>
  dutyIds.length === 0
    ? Promise.resolve([])
    : own(db)
        .selectFrom('duty_basis')
        .select(columns)
        .where('duty_id', 'in', [...dutyIds])
        .orderBy('span_start')
        .orderBy('id')
        .execute();

export async function addBases(db: Db, bases: readonly Basis[]): Promise<void> {
  if (bases.length === 0) return;
  await sql`insert into duty_basis (id, duty_id, duty_list_id, path, directive_id, clause_id, span_start, span_end, quote, source, heading)
    select * from jsonb_to_recordset(${JSON.stringify(bases)}::jsonb) as added (id uuid, duty_id uuid, duty_list_id uuid, path text,
      directive_id uuid, clause_id uuid, span_start integer, span_end integer, quote text, source text, heading text[])`.execute(db);
}

/** Live duties per clause（立项条款）; join it, do not name our tables. */
export const dutiesPerClause = (db: Db, dutyListIds: readonly string[]) =>
  own(db)
    .selectFrom('duty_basis')
    .innerJoin('duty', 'duty.id', 'duty_basis.duty_id')
    .select(['duty_basis.clause_id', sql<string[]>`array_agg(distinct duty_basis.duty_id::text)`.as('duties')])
    .where('duty_basis.duty_list_id', 'in', [...dutyListIds])
    .where('duty_basis.clause_id', 'is not', null)
    .where('duty.removed', '=', false)
    .groupBy('duty_basis.clause_id');

/** Clauses that are the basis of a live duty anywhere in the actor's scope（已立项条款）, for counting over many lists. */
export const clausesWithDuties = (db: Db) =>
  own(db)
    .selectFrom('duty_basis')
    .innerJoin('duty', 'duty.id', 'duty_basis.duty_id')
    .select('duty_basis.clause_id')
    .distinct()
    .where('duty_basis.clause_id', 'is not', null)
    .where('duty.removed', '=', false);
