import { type ColumnType, type Generated, type Selectable, sql } from 'kysely';
import type { Target, Timing } from '#kernel/demand';
import type { Place } from '#platform/access';
import type { Db } from '#platform/db';
import type { DraftedDuty, FieldName, Party } from './rules/duty.ts';
import type { DutyField, ListState } from './rules/words.ts';

type Json<T> = ColumnType<T, string, string>;

interface DutyTable {
  id: string;
  duty_list_id: string;
  path: string;
  ordinal: number;
  goal: string;
  measures: string;
  target: Json<Target | null>;
  timing: Json<Timing | null>;
  deadline_text: string | null;
  deadline_value: string | null;
  lead: Json<Party[]>;
  partners: Json<Party[]>;
  posts: string[];
  field: DutyField | null;
  criterion: string;
  effect_days: 30 | 90 | 180 | null;
  tags: string[];
  proposed: FieldName[];
  revision: Generated<number>;
  changed_at_revision: Generated<string>;
  changed_by: Generated<string>;
  changed_by_name: string;
  removed: Generated<boolean>;
}
type DutyRow = Selectable<Omit<DutyTable, 'changed_at_revision'>>;

/** A duty as it stands in its list（责任事项）. */
export interface Duty extends DraftedDuty {
  dutyListId: string;
  path: string;
  ordinal: number;
  deadlineText: string | null;
  deadlineValue: string | null;
  revision: number;
  changedBy: string;
  removed: boolean;
}

const own = (db: Db) =>
  db.withTables<{ duty: DutyTable; duty_list: { id: string; state: ListState; title: string; year: number | null; path: string; issued_at: Date | null } }>();
const columns = [
  'duty.id',
  'duty.duty_list_id',
  'duty.path',
  'duty.ordinal',
  'duty.goal',
  'duty.measures',
  'duty.target',
  'duty.timing',
  'duty.deadline_text',
  'duty.deadline_value',
  'duty.lead',
  'duty.partners',
  'duty.posts',
  'duty.field',
  'duty.criterion',
  'duty.effect_days',
  'duty.tags',
  'duty.proposed',
  'duty.revision',
  'duty.changed_by_name',
  'duty.removed',
] as const;

const dutyFrom = (row: Omit<DutyRow, 'changed_by'>): Duty => ({
  id: row.id,
  dutyListId: row.duty_list_id,
  path: row.path,
  ordinal: row.ordinal,
  goal: row.goal,
  measures: row.measures,
  target: row.target,
  timing: row.timing,
  deadlineText: row.deadline_text,
  deadlineValue: row.deadline_value,
  leads: row.lead,
  partners: row.partners,
  posts: row.posts,
  field: row.field,
  criterion: row.criterion,
  effectDays: row.effect_days,
  tags: row.tags,
  proposed: row.proposed,
  revision: row.revision,
  changedBy: row.changed_by_name,
  removed: row.removed,
});

const rowOf = (duty: Duty) => ({
  id: duty.id,
  duty_list_id: duty.dutyListId,
  path: duty.path,
  ordinal: duty.ordinal,
  goal: duty.goal,
  measures: duty.measures,
  target: duty.target,
  timing: duty.timing,
  deadline_text: duty.deadlineText,
  deadline_value: duty.deadlineValue,
  lead: duty.leads,
  partners: duty.partners,
  posts: duty.posts,
  field: duty.field,
  criterion: duty.criterion,
  effect_days: duty.effectDays,
  tags: duty.tags,
  proposed: duty.proposed,
  removed: duty.removed,
});

const record = sql`(id uuid, duty_list_id uuid, path text, ordinal integer, goal text, measures text, target jsonb, timing jsonb, deadline_text text,
  deadline_value text, lead jsonb, partners jsonb, posts text[], field text, criterion text, effect_days smallint, tags text[], proposed text[], removed boolean)`;

/** Live duties of a list in their order（清单条目）. */
export async function dutiesOf(db: Db, dutyListId: string): Promise<Duty[]> {
  const rows = await own(db)
    .selectFrom('duty')
    .select(columns)
    .where('duty_list_id', '=', dutyListId)
    .where('removed', '=', false)
    .orderBy('ordinal')
    .orderBy('id')
    .execute();
  return rows.map(dutyFrom);
}

/** What was changed by saves after a revision of the list, removed duties included. */
export async function dutiesSince(db: Db, dutyListId: string, revision: number): Promise<Duty[]> {
  const rows = await own(db)
    .selectFrom('duty')
    .select(columns)
    .where('duty_list_id', '=', dutyListId)
    .where('changed_at_revision', '>', String(revision))
    .orderBy('ordinal')
    .orderBy('id')
    .execute();
  return rows.map(dutyFrom);
}

/** @throws when there is no such duty in the actor's scope */
export async function dutyOf(db: Db, id: string): Promise<Duty> {
  return dutyFrom(await own(db).selectFrom('duty').select(columns).where('id', '=', id).executeTakeFirstOrThrow());
}

export async function placeOfDuty(db: Db, id: string): Promise<Place | undefined> {
  const found = await own(db)
    .selectFrom('duty')
    .innerJoin('duty_list', 'duty_list.id', 'duty.duty_list_id')
    .select(['duty.path', 'duty.duty_list_id', 'duty_list.state'])
    .where('duty.id', '=', id)
    .executeTakeFirst();
  return found && { path: found.path, list: found.duty_list_id, readableBelow: found.state === 'issued' };
}

/** Who saves, and which save of the list it is. */
export interface Save {
  revision: number;
  by: string;
}

/** Enter duties, in one statement whatever their number. */
export async function addDuties(db: Db, duties: readonly Duty[], { revision, by }: Save): Promise<void> {
  if (duties.length === 0) return;
  await sql`insert into duty (id, duty_list_id, path, ordinal, goal, measures, target, timing, deadline_text, deadline_value, lead, partners, posts,
      field, criterion, effect_days, tags, proposed, removed, changed_at_revision, changed_by_name)
    select added.*, ${revision}, ${by} from jsonb_to_recordset(${JSON.stringify(duties.map(rowOf))}::jsonb) as added ${record}`.execute(db);
}

/** Write the contents of duties, in one statement whatever their number; ordinals stay. */
export async function saveDuties(db: Db, duties: readonly Duty[], { revision, by }: Save): Promise<void> {
  if (duties.length === 0) return;
  await sql`update duty set goal = saved.goal, measures = saved.measures, target = saved.target, timing = saved.timing, lead = saved.lead,
      deadline_text = saved.deadline_text, deadline_value = saved.deadline_value, partners = saved.partners, posts = saved.posts, field = saved.field,
      criterion = saved.criterion, effect_days = saved.effect_days, tags = saved.tags, proposed = saved.proposed, removed = saved.removed,
      revision = duty.revision + 1, changed_at_revision = ${revision}, changed_by = current_setting('app.actor')::uuid, changed_by_name = ${by}
    from jsonb_to_recordset(${JSON.stringify(duties.map(rowOf))}::jsonb) as saved ${record} where duty.id = saved.id`.execute(db);
}

/** Number live duties anew in this order; those whose number changes are seen by `dutiesSince`, and nobody's save goes stale. */
export async function numberDuties(db: Db, ids: readonly string[], revision: number): Promise<void> {
  await sql`update duty set ordinal = placed.ordinal, changed_at_revision = ${revision}
    from unnest(${[...ids]}::uuid[]) with ordinality as placed (id, ordinal) where duty.id = placed.id and duty.ordinal <> placed.ordinal`.execute(db);
}

/** Per list（清单规模）: live duties, those with something missing, and those with something merely proposed. */
export async function standingOfLists(db: Db, dutyListIds: readonly string[]) {
  if (dutyListIds.length === 0) return new Map<string, { duties: number; withGaps: number; withProposals: number }>();
  const rows = await own(db)
    .selectFrom('duty')
    .select([
      'duty_list_id',
      sql<number>`count(*)::int`.as('duties'),
      sql<number>`(count(*) filter (where jsonb_array_length(lead) = 0 or btrim(measures) = '' or timing is null))::int`.as('withGaps'),
      sql<number>`(count(*) filter (where proposed <> '{}'))::int`.as('withProposals'),
    ])
    .where('duty_list_id', 'in', [...dutyListIds])
    .where('removed', '=', false)
    .groupBy('duty_list_id')
    .execute();
  return new Map(rows.map((row) => [row.duty_list_id, row]));
}

/** Duties of the newest lists issued in a subtree, at most `limit`（往年事项）, as precedents. */
export function issuedDuties(db: Db, { lo, hi }: { lo: string; hi: string }, except: string, limit: number) {
  return own(db)
    .selectFrom('duty')
    .innerJoin('duty_list', 'duty_list.id', 'duty.duty_list_id')
    .select(['duty.goal', 'duty.measures', 'duty.lead as leads', 'duty.posts', 'duty.timing', 'duty.ordinal', 'duty_list.title', 'duty_list.year'])
    .where('duty.path', '>=', lo)
    .where('duty.path', '<', hi)
    .where('duty_list.state', '=', 'issued')
    .where('duty_list.id', '<>', except)
    .where('duty.removed', '=', false)
    .orderBy('duty_list.issued_at', 'desc')
    .orderBy('duty.ordinal')
    .limit(limit)
    .execute();
}
