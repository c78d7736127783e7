import { sql } from 'kysely';
import { allOrganizations } from '#organization';
import type { Actor } from '#platform/access';
import type { Db } from '#platform/db';
import { type Condition, conditionsOf, type ItemFilters, inRange, placeCondition, together, waitingConditions, withLamps } from './conditions.ts';
import type { LampCounts } from './contract.ts';
import { lampCounts } from './lamp-column.ts';
import { itemQuery, type KnownItem, known } from './store.ts';

export interface Listing extends ItemFilters {
  sort: 'due' | '-due' | 'number' | 'organization';
  page: number;
  size: number;
}

const orders = {
  due: sql`due_on, path, id`,
  '-due': sql`due_on desc, path desc, id desc`,
  number: sql`number, id`,
  organization: sql`path, due_on, id`,
};

/** Conditions of a list of one subtree（范围内任务）. */
export function itemsIn(actor: Actor, path: string, filters: ItemFilters): Condition[] {
  const waiting = filters.waiting ? waitingConditions(actor, filters.waiting) : [];
  return [placeCondition(actor, path, filters.waiting), ...conditionsOf(filters), ...waiting];
}

/** Conditions of the items of one issued list: all of them for those whom the list names, else those in the caller's subtree（清单任务）. */
export function itemsOfList(actor: Actor, dutyListId: string, filters: ItemFilters): Condition[] {
  const scope = actor.lists.includes(dutyListId) ? [] : [inRange(actor.scope)];
  const waiting = filters.waiting ? waitingConditions(actor, filters.waiting) : [];
  return [sql`duty_list_id = ${dutyListId}::uuid`, ...scope, ...conditionsOf({ ...filters, dutyListId: undefined }), ...waiting];
}

/** One page of items（任务页）: found and cut first, then looked at more closely. */
export const pageQuery = (db: Db, actor: Actor, conditions: readonly Condition[], { lamps, sort, page, size }: Listing, today: string) =>
  known(
    db,
    itemQuery(db)
      .where(together([...conditions, ...withLamps(lamps, today)]))
      .orderBy(orders[sort])
      .limit(size)
      .offset((page - 1) * size),
    actor.id,
  ).orderBy(orderedAgain[sort]);

export const pageOfItems = (...args: Parameters<typeof pageQuery>): Promise<KnownItem[]> => pageQuery(...args).execute();

const orderedAgain = {
  due: sql`work_item.due_on, work_item.path, work_item.id`,
  '-due': sql`work_item.due_on desc, work_item.path desc, work_item.id desc`,
  number: sql`work_item.number, work_item.id`,
  organization: sql`work_item.path, work_item.due_on, work_item.id`,
};

/** How many there are of each lamp, whichever lamps are chosen（灯色计数）. */
export async function countLamps(db: Db, conditions: readonly Condition[], today: string): Promise<LampCounts> {
  const { rows } = await lampQuery(conditions, today).execute(db);
  return rows[0] ?? { normal: 0, near: 0, overdue: 0, notStarted: 0, closed: 0 };
}

export const lampQuery = (conditions: readonly Condition[], today: string) => sql<LampCounts>`${lampCounts(together(conditions), today)}`;

/** How many rows a list has when these lamps are chosen. */
export function totalOf({ normal, near, overdue, notStarted, closed }: LampCounts, lamps: ItemFilters['lamps']): number {
  if (!lamps) return normal + near + overdue + notStarted + closed;
  const by = { normal, near, overdue, 'not-started': notStarted };
  return [...new Set(lamps)].reduce((sum, lamp) => sum + by[lamp], 0);
}

export interface ChildCounts extends LampCounts {
  organizationId: string;
  name: string;
  children: number;
  total: number;
}

interface Children {
  dutyListId?: string | undefined;
  /** most overdue first, instead of the order of their codes */
  worstFirst?: boolean;
  page: number;
  size: number;
}

/** Direct children of an organization with the lamps of everything below each（按单位计数）, in one statement. */
export async function countByChild(db: Db, organizationId: string, { dutyListId, worstFirst = false, page, size }: Children, today: string) {
  const ofList = dutyListId ? sql`and duty_list_id = ${dutyListId}::uuid` : sql``;
  const cut = sql`limit ${size} offset ${(page - 1) * size}`;
  const organizations = sql`(${allOrganizations(db)})`;
  const { rows } = await sql<ChildCounts>`
    with child as (
      select id, name, path, (count(*) over ())::int as total from ${organizations} as organization
      where parent_id = ${organizationId}::uuid order by path ${worstFirst ? sql`` : cut}
    )
    select child.id as "organizationId", child.name, child.total, lamps.*,
      (select count(*)::int from ${organizations} as below where below.parent_id = child.id) as children
    from child cross join lateral (${lampCounts(sql`path >= child.path and path < child.path || ':' ${ofList}`, today)}) as lamps
    order by ${worstFirst ? sql`lamps.overdue desc, lamps.near desc, child.path ${cut}` : sql`child.path`}`.execute(db);
  return rows;
}
