import { sql } from 'kysely';
import { allOrganizations } from '#organization';
import type { Actor } from '#platform/access';
import type { Db } from '#platform/db';
import { newId } from '#platform/id';
import type { Move } from './rules/moves.ts';
import { own, type WorkItem } from './tables.ts';

/** An item with what a decision about it needs to know. */
export interface KnownItem extends WorkItem {
  /** evidence that stands */
  evidence: number;
  authored: boolean;
  issuer_path: string | null;
}

/** Items of a query, each with its evidence counted and its issuer placed; the caller's part in it decides what he or she may do. */
export const known = (db: Db, items: ReturnType<typeof itemQuery>, actorId: string) =>
  own(db)
    .selectFrom(items.as('work_item'))
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('evidence')
          .select([
            sql<number>`(count(*) filter (where withdrawn_at is null))::int`.as('evidence'),
            sql<boolean>`coalesce(bool_or(recorded_by = ${actorId}::uuid), false)`.as('authored'),
          ])
          .whereRef('evidence.county_id', '=', 'work_item.county_id')
          .whereRef('evidence.work_item_id', '=', 'work_item.id')
          .as('proof'),
      (join) => join.onTrue(),
    )
    .leftJoin(allOrganizations(db).as('issuer'), 'issuer.id', 'work_item.issuer_id')
    .selectAll('work_item')
    .select([sql<number>`proof.evidence`.as('evidence'), sql<boolean>`proof.authored`.as('authored'), 'issuer.path as issuer_path']);

export const itemQuery = (db: Db) => own(db).selectFrom('work_item').selectAll();

/** One item with what decisions need（任务）. @throws when it is not in the actor's scope */
export const itemOf = (db: Db, id: string, actor: Actor): Promise<KnownItem> =>
  known(db, itemQuery(db).where('id', '=', id), actor.id).executeTakeFirstOrThrow();

/** The same, locked until the transaction ends: whoever comes second waits, and then sees what the first one did. */
export async function lockItem(db: Db, id: string, actor: Actor): Promise<KnownItem> {
  await own(db).selectFrom('work_item').select('id').where('id', '=', id).forUpdate().executeTakeFirstOrThrow();
  return itemOf(db, id, actor);
}

/** What may change in an item: its course. What it was given stays as it is. */
export type Course = Partial<Omit<WorkItem, 'county_id' | 'level' | 'target' | 'timing' | 'lead_ids' | 'posts'>>;

export const saveItem = (db: Db, { id, revision }: WorkItem, change: Course): Promise<WorkItem> =>
  own(db)
    .updateTable('work_item')
    .set({ ...change, revision: revision + 1 })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();

/** Write one step of an item's history（办理记录）. */
export const addStep = (db: Db, item: WorkItem, actor: Actor, move: Move, note: string) =>
  own(db)
    .insertInto('work_item_step')
    .values({
      id: newId(),
      work_item_id: item.id,
      path: item.path,
      duty_list_id: item.duty_list_id,
      actor_name: actor.name,
      actor_organization: actor.organizationName,
      move,
      working: item.working,
      judged: item.judged,
      note,
    })
    .execute();

/** The whole course of an item, oldest first（办理过程）. */
export const stepsOf = (db: Db, id: string) =>
  own(db)
    .selectFrom('work_item_step')
    .select(['at', 'actor_name', 'actor_organization', 'move', 'working', 'judged', 'note'])
    .where('work_item_id', '=', id)
    .orderBy('at')
    .orderBy('id')
    .execute();

/** Who moved it last: named to whoever comes too late. */
export async function lastMoverOf(db: Db, id: string): Promise<string> {
  const query = own(db).selectFrom('work_item_step').select(['actor_name', 'actor_organization']).where('work_item_id', '=', id);
  const step = await query.orderBy('at', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst();
  return step ? `${step.actor_organization}${step.actor_name}` : '另一位同志';
}

/**
 * Accept whatever of these still waits at the organization（批量签收）, in one statement with its steps.
 *
 * @returns ids of the items accepted
 */
export async function acceptAll(db: Db, organizationId: string, ids: readonly string[], actor: Actor): Promise<string[]> {
  const stepIds = ids.map(() => newId());
  const { rows } = await sql<{ id: string }>`
    with item as (
      update work_item set working = 'accepted', accepted_by = ${actor.id}::uuid, accepted_at = now(), revision = revision + 1
      where id = any (${[...ids]}::uuid[]) and organization_id = ${organizationId}::uuid and working = 'dispatched' and judged = 'open'
      returning id, path, duty_list_id, working, judged
    ), step as (
      insert into work_item_step (id, work_item_id, path, duty_list_id, actor_name, actor_organization, move, working, judged)
      select given.step_id, item.id, item.path, item.duty_list_id, ${actor.name}, ${actor.organizationName}, 'accept', item.working, item.judged
      from item join unnest(${[...ids]}::uuid[], ${stepIds}::uuid[]) as given (id, step_id) on given.id = item.id
    )
    select id from item order by id`.execute(db);
  return rows.map(({ id }) => id);
}
