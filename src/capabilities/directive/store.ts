import { type ColumnType, type Generated, type Insertable, type Selectable, type SqlBool, sql } from 'kysely';
import { clausesWithDuties } from '#duty';
import { rangeOf } from '#kernel/scope';
import type { Db } from '#platform/db';
import type { Attributes } from './rules/decomposition/index.ts';
import type { ClauseKind } from './rules/reasons.ts';

interface DirectiveTable {
  id: string;
  organization_id: string;
  path: string;
  duty_list_id: string;
  title: string;
  kind: 'speech' | 'notice' | 'plan' | 'instruction';
  issuer: string;
  meeting: string;
  issued_on: string | null;
  year: number | null;
  attachment_id: string | null;
  text: string;
  sha256: string;
  pages: number;
  received_by: Generated<string>;
  received_by_name: string;
  received_at: Generated<Date>;
}
export type Directive = Selectable<DirectiveTable>;

interface SectionTable {
  id: string;
  directive_id: string;
  path: string;
  position: number;
  level: number;
  marker: string;
  title: string;
  span_start: number;
  span_end: number;
  title_start: number;
  title_end: number;
}
export type Section = SectionTable;

interface ClauseTable {
  id: string;
  directive_id: string;
  duty_list_id: string;
  path: string;
  organization_id: string;
  position: number;
  kind: ClauseKind;
  heading: string[];
  span_start: number;
  span_end: number;
  text: string;
  attributes: ColumnType<Partial<Attributes>, string, never>;
  no_duty_reason: string | null;
  settled_by: string | null;
  settled_at: Date | null;
  received_on: Generated<string>;
}
export type Clause = Omit<Selectable<ClauseTable>, 'settled_by' | 'settled_at' | 'received_on' | 'attributes'>;
export type NewClause = Omit<Clause, 'no_duty_reason'> & { attributes: Partial<Attributes> };

interface PageTable {
  directive_id: string;
  number: number;
  attachment_id: string;
  path: string;
}

type Tables = {
  directive: DirectiveTable;
  section: SectionTable;
  clause: ClauseTable;
  directive_page: PageTable;
};
const own = (db: Db) => db.withTables<Tables>();

const head = [
  'directive.id',
  'directive.organization_id',
  'directive.path',
  'directive.duty_list_id',
  'directive.title',
  'directive.kind',
  'directive.issuer',
  'directive.meeting',
  'directive.issued_on',
  'directive.year',
  'directive.attachment_id',
  'directive.sha256',
  'directive.pages',
  'directive.received_by_name',
  'directive.received_at',
] as const;
const characters = sql<number>`length(directive.text)`.as('characters');
export type DirectiveHead = Omit<Directive, 'text' | 'received_by'> & { characters: number };

export async function addDirective(db: Db, directive: Insertable<DirectiveTable>): Promise<void> {
  await own(db).insertInto('directive').values(directive).execute();
}

/** One directive with its text（部署文件）. @throws when there is no such one in the actor's scope */
export const directiveOf = (db: Db, id: string): Promise<Directive> =>
  own(db).selectFrom('directive').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

export const listIdOf = (db: Db, id: string): Promise<{ path: string; duty_list_id: string } | undefined> =>
  own(db).selectFrom('directive').select(['path', 'duty_list_id']).where('id', '=', id).executeTakeFirst();

/** Directives received in a subtree, the newest first, one page（部署文件列表）. */
export async function pageOfDirectives(db: Db, path: string, { q, page, size }: { q: string; page: number; size: number }) {
  const { lo, hi } = rangeOf(path);
  let query = own(db).selectFrom('directive').where('directive.path', '>=', lo).where('directive.path', '<', hi);
  if (q !== '') query = query.where(sql<SqlBool>`position(${q} in directive.title || ' ' || directive.issuer || ' ' || directive.meeting) > 0`);
  const { total } = await query.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow();
  const rows: DirectiveHead[] = await query
    .select(head)
    .select(characters)
    .orderBy('received_at', 'desc')
    .orderBy('id', 'desc')
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  return { rows, total };
}

export async function addPages(db: Db, pages: readonly PageTable[]): Promise<void> {
  if (pages.length > 0) await own(db).insertInto('directive_page').values(pages).execute();
}

export const pagesOf = (db: Db, directiveId: string): Promise<{ number: number; attachment_id: string }[]> =>
  own(db).selectFrom('directive_page').select(['number', 'attachment_id']).where('directive_id', '=', directiveId).orderBy('number').execute();

export async function addSections(db: Db, sections: readonly Section[]): Promise<void> {
  if (sections.length === 0) return;
  await sql`insert into section (id, directive_id, path, position, level, marker, title, span_start, span_end, title_start, title_end)
    select * from jsonb_to_recordset(${JSON.stringify(sections)}::jsonb) as added (id uuid, directive_id uuid, path text, position integer,
      level smallint, marker text, title text, span_start integer, span_end integer, title_start integer, title_end integer)`.execute(db);
}

export const sectionsOf = (db: Db, directiveId: string): Promise<Section[]> =>
  own(db).selectFrom('section').selectAll().where('directive_id', '=', directiveId).orderBy('position').execute();

export async function addClauses(db: Db, clauses: readonly NewClause[]): Promise<void> {
  if (clauses.length === 0) return;
  await sql`insert into clause (id, directive_id, duty_list_id, path, organization_id, position, kind, heading, span_start, span_end, text, attributes)
    select * from jsonb_to_recordset(${JSON.stringify(clauses)}::jsonb) as added (id uuid, directive_id uuid, duty_list_id uuid, path text,
      organization_id uuid, position integer, kind text, heading text[], span_start integer, span_end integer, text text, attributes jsonb)`.execute(db);
}

/** Clauses of a directive in the order of the text（条款）. */
export const clausesOf = (db: Db, directiveId: string): Promise<Clause[]> =>
  own(db)
    .selectFrom('clause')
    .select([
      'id',
      'directive_id',
      'duty_list_id',
      'path',
      'organization_id',
      'position',
      'kind',
      'heading',
      'span_start',
      'span_end',
      'text',
      'no_duty_reason',
    ])
    .where('directive_id', '=', directiveId)
    .orderBy('position')
    .execute();

/** Mark clauses as "no duty"（不立项）each for its reason, or open again where the reason is null. */
export async function settleClauses(db: Db, settled: readonly { id: string; reason: string | null }[]): Promise<void> {
  await sql`update clause set no_duty_reason = settled.reason,
      settled_by = case when settled.reason is null then null else current_setting('app.actor')::uuid end,
      settled_at = case when settled.reason is null then null else now() end
    from jsonb_to_recordset(${JSON.stringify(settled)}::jsonb) as settled (id uuid, reason text) where clause.id = settled.id`.execute(db);
}

const withDuties = (db: Db) => own(db).selectFrom('clause').leftJoin(clausesWithDuties(db).as('founded'), 'founded.clause_id', 'clause.id');
const isAccounted = sql<boolean>`(clause.no_duty_reason is not null or founded.clause_id is not null)`;

/** By directive（条款去向）: all clauses, and those that have become a duty or are marked "no duty". */
export async function accountsOf(db: Db, directiveIds: readonly string[]): Promise<ReadonlyMap<string, { clauses: number; accounted: number }>> {
  if (directiveIds.length === 0) return new Map();
  const rows = await withDuties(db)
    .select(['clause.directive_id', sql<number>`count(*)::int`.as('clauses'), sql<number>`(count(*) filter (where ${isAccounted}))::int`.as('accounted')])
    .where('clause.directive_id', 'in', [...directiveIds])
    .groupBy('clause.directive_id')
    .execute();
  return new Map(rows.map((row) => [row.directive_id, row]));
}

/** By list: clauses that are neither a duty nor marked "no duty"（未处理条款）. */
export async function openClausesOf(db: Db, dutyListIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await withDuties(db)
    .select(['clause.duty_list_id', sql<number>`count(*)::int`.as('open')])
    .where('clause.duty_list_id', 'in', [...dutyListIds])
    .where(sql<SqlBool>`not ${isAccounted}`)
    .groupBy('clause.duty_list_id')
    .execute();
  return new Map(rows.map(({ duty_list_id, open }) => [duty_list_id, open]));
}

/** Every clause the actor may see, in the month it was received, counted where it is accounted for; what an indicator counts. */
export const clauseRecords = (db: Db) =>
  withDuties(db).select([
    'clause.id',
    sql<string>`'clause'`.as('kind'),
    sql<string>`left(clause.text, 80)`.as('title'),
    'clause.organization_id',
    'clause.path',
    'clause.received_on as day',
    isAccounted.as('counted'),
  ]);

/** Where and in which month the clauses behind a list are counted. */
export const clausePlaces = (db: Db, dutyListId: string): Promise<{ organization_id: string; path: string; month: string }[]> =>
  own(db)
    .selectFrom('clause')
    .select(['organization_id', 'path', sql<string>`to_char(received_on, 'YYYY-MM')`.as('month')])
    .distinct()
    .where('duty_list_id', '=', dutyListId)
    .execute();

/** The first text behind each of some lists（清单所据文件）: lists without one are absent. */
export async function directivesOfLists(db: Db, dutyListIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await own(db)
    .selectFrom('directive')
    .select(['duty_list_id', 'id'])
    .distinctOn('duty_list_id')
    .where(sql<SqlBool>`duty_list_id = any (${[...dutyListIds]}::uuid[])`)
    .orderBy('duty_list_id')
    .orderBy('received_at')
    .execute();
  return new Map(rows.map(({ duty_list_id, id }) => [duty_list_id, id]));
}
