import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Target, Timing } from '#kernel/demand';
import { allOrganizations } from '#organization';
import type { Db } from '#platform/db';
import { newId } from '#platform/id';
import { record } from '#platform/journal';
import { markItems } from './indicators.ts';
import { checkpointOf } from './rules/demand.ts';

/** What one duty asks of every organization that receives it（下达内容）. */
export interface Demand {
  /** 'duty', 'finding', ... with the id of what it came from */
  originKind: string;
  originId: string;
  dutyListId: string | null;
  dispatchId: string | null;
  /** number of the demand, 〔2026〕3号-05; each item adds its own four digits */
  number: string;
  title: string;
  issuer: { id: string; name: string; path: string };
  /** organizations of the register that lead it and may verify its items wherever these lie */
  leadIds: readonly string[];
  leadNames: string;
  posts: readonly string[];
  field: string | null;
  measures: string;
  target: Target | null;
  timing: Timing;
  criterion: string;
  effectDays: number | null;
  startsOn: string;
  /** see `dueOf` */
  dueOn: string;
}

/** Who dispatches, as the history will show it. */
export interface Dispatcher {
  id: string;
  name: string;
  organizationName: string;
}

/**
 * Hand one demand to many organizations（下达任务）: an item for each, in one statement, with one journal entry that holds the digest of
 * their ids. All or nothing: an organization that already has an item of this origin breaks it by the key `work_item_dispatched_once`.
 *
 * @param db - a writing transaction in which the organizations are visible
 * @returns how many items were made
 */
export async function dispatchItems(db: Db, demand: Demand, organizationIds: readonly string[], by: Dispatcher): Promise<number> {
  const ids = organizationIds.map(() => newId());
  const stepIds = organizationIds.map(() => newId());
  const { rows } = await sql<{ organization_id: string; path: string; due_on: string }>`
    with chosen as (
      select * from unnest(${ids}::uuid[], ${stepIds}::uuid[], ${[...organizationIds]}::uuid[]) as chosen (id, step_id, organization_id)
    ), earlier as (
      select count(*)::int as items from work_item where origin_id = ${demand.originId}
    ), item as (
      insert into work_item (id, organization_id, organization_name, path, number, title, origin_kind, origin_id, duty_list_id, dispatch_id,
        issuer_id, issuer_name, lead_ids, lead_names, posts, field, measures, target, timing, criterion, effect_days,
        starts_on, due_on, checkpoint_on, dispatched_by)
      select chosen.id, organization.id, organization.name, organization.path,
        ${demand.number}::text || '-' || lpad((earlier.items + row_number() over (order by organization.path))::text, 4, '0'),
        ${demand.title}, ${demand.originKind}, ${demand.originId}::uuid, ${demand.dutyListId}::uuid, ${demand.dispatchId}::uuid,
        ${demand.issuer.id}::uuid, ${demand.issuer.name}, ${[...demand.leadIds]}::uuid[], ${demand.leadNames}, ${[...demand.posts]}::text[],
        ${demand.field}, ${demand.measures}, ${demand.target && JSON.stringify(demand.target)}::jsonb, ${JSON.stringify(demand.timing)}::jsonb,
        ${demand.criterion}, ${demand.effectDays}::smallint, ${demand.startsOn}::date, ${demand.dueOn}::date,
        ${checkpointOf({ ...demand, lastHappenedOn: null })}::date, ${by.id}::uuid
      from chosen join (${allOrganizations(db)}) as organization on organization.id = chosen.organization_id cross join earlier
      returning id, organization_id, path, due_on, duty_list_id
    ), step as (
      insert into work_item_step (id, work_item_id, path, duty_list_id, actor_id, actor_name, actor_organization, move, working, judged)
      select chosen.step_id, item.id, item.path, item.duty_list_id, ${by.id}::uuid, ${by.name}, ${by.organizationName}, 'dispatch', 'dispatched', 'open'
      from item join chosen using (id)
    )
    select organization_id, path, due_on from item`.execute(db);
  if (rows.length !== organizationIds.length) throw new Error(`${organizationIds.length - rows.length} receivers are unknown or out of scope`);
  await markItems(db, rows);
  const digest = createHash('sha256')
    .update([...ids].sort().join('\n'))
    .digest('hex');
  const after = { count: rows.length, digest, dispatchId: demand.dispatchId, number: demand.number, title: demand.title, dueOn: demand.dueOn };
  await record(db, 'work-item.dispatched', { subjectId: demand.originId, path: demand.issuer.path, after });
  return rows.length;
}
