import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { type PathRange, rangeOf } from '#kernel/scope';
import type { Actor } from '#platform/access';
import { lampColumn } from './lamp-column.ts';
import type { Judged, Lamp, Working } from './rules/states.ts';

/** What a list may be narrowed by（筛选条件）. */
export interface ItemFilters {
  working?: readonly Working[] | undefined;
  judged?: readonly Judged[] | undefined;
  lamps?: readonly Lamp[] | undefined;
  field?: string | undefined;
  lead?: string | undefined;
  dutyListId?: string | undefined;
  dutyId?: string | undefined;
  q?: string | undefined;
  closed?: boolean | undefined;
  waiting?: 'to-do' | 'to-verify' | 'to-write-off' | undefined;
}

export type Condition = RawBuilder<SqlBool>;

export const inRange = ({ lo, hi }: PathRange): Condition => sql`path >= ${lo} and path < ${hi}`;
export const together = (conditions: readonly Condition[]): Condition => sql`${sql.join(conditions, sql` and `)}`;
const never: Condition = sql`false`;

/** Everything but the lamps, which are counted before they are chosen. */
export function conditionsOf(filters: ItemFilters): Condition[] {
  const conditions: Condition[] = [];
  if (filters.working) conditions.push(sql`working = any (${[...filters.working]}::text[])`);
  if (filters.judged) conditions.push(sql`judged = any (${[...filters.judged]}::text[])`);
  if (filters.closed === false) conditions.push(sql`lamp_day is not null`);
  if (filters.field) conditions.push(sql`field = ${filters.field}`);
  if (filters.dutyListId) conditions.push(sql`duty_list_id = ${filters.dutyListId}::uuid`);
  if (filters.dutyId) conditions.push(sql`origin_id = ${filters.dutyId}::uuid`);
  if (filters.lead) conditions.push(sql`lead_names ilike ${partOf(filters.lead)}`);
  if (filters.q) {
    const part = partOf(filters.q);
    conditions.push(sql`(number ilike ${part} or title ilike ${part} or organization_name ilike ${part})`);
  }
  return conditions;
}

/** Anywhere in a text, its own `%` and `_` taken literally. */
const partOf = (words: string): string => `%${words.replace(/[\\%_]/g, '\\$&')}%`;

export const withLamps = (lamps: readonly Lamp[] | undefined, today: string): Condition[] =>
  lamps ? [sql`lamp_day is not null`, sql`${lampColumn(today)} = any (${[...lamps]}::text[])`] : [];

/**
 * Where a list of one subtree looks（范围）. What waits to be verified may also lie outside: items of the issued lists that name the
 * caller's organization as their lead.
 */
export function placeCondition(actor: Actor, path: string, waiting: ItemFilters['waiting']): Condition {
  const inside = inRange(rangeOf(path));
  if (waiting !== 'to-verify' || path !== actor.path || actor.lists.length === 0) return inside;
  return sql`((${inside}) or (${led(actor)}))`;
}

const led = ({ lists, organizationId }: Actor): Condition => sql`duty_list_id = any (${[...lists]}::uuid[]) and lead_ids @> array[${organizationId}::uuid]`;

/** What waits for the caller（待我办理）. A superior further up may act as well, but is not waited for. */
export function waitingConditions(actor: Actor, waiting: NonNullable<ItemFilters['waiting']>): Condition[] {
  const { organizationId, path } = actor;
  if (!actor.permissions.has(waiting === 'to-do' ? 'work-item.do' : 'work-item.review')) return [never];
  if (waiting === 'to-do') {
    return [
      sql`organization_id = ${organizationId}::uuid`,
      sql`working in ('dispatched', 'accepted', 'doing')`,
      sql`judged in ('open', 'returned', 'relapsed')`,
    ];
  }
  const anothers: Condition = sql`organization_id <> ${organizationId}::uuid and submitted_by <> ${actor.id}::uuid
    and not exists (select from evidence where evidence.work_item_id = work_item.id and evidence.recorded_by = ${actor.id}::uuid)`;
  const below: Condition = sql`${inRange(rangeOf(path))} and path <> ${path}`;
  if (waiting === 'to-write-off') return [sql`judged = 'verified'`, anothers, below, sql`issuer_id = ${organizationId}::uuid`];
  const superior: Condition = sql`${below} and (issuer_id = ${organizationId}::uuid or length(path) = ${path.length + 3})`;
  const judge: Condition = actor.lists.length === 0 ? superior : sql`((${superior}) or (${led(actor)}))`;
  return [sql`working = 'submitted' and judged in ('open', 'returned', 'relapsed')`, anothers, judge];
}
