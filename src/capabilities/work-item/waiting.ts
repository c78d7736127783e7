import { sql } from 'kysely';
import type { Actor } from '#platform/access';
import type { Db } from '#platform/db';
import { placeCondition, together, waitingConditions } from './conditions.ts';
import { lampColumn } from './lamp-column.ts';

export interface WaitingCounts {
  toDo: number;
  near: number;
  overdue: number;
  toVerify: number;
  toWriteOff: number;
}

/** What waits for the caller, in one statement（待办计数）: each number is the length of the list that `waiting` finds. */
export async function waitingCounts(db: Db, actor: Actor, today: string): Promise<WaitingCounts> {
  const of = (waiting: 'to-do' | 'to-verify' | 'to-write-off') => together([placeCondition(actor, actor.path, waiting), ...waitingConditions(actor, waiting)]);
  const { rows } = await sql<WaitingCounts>`
    select to_do.*, to_verify.*, to_write_off.*
    from (
      select count(*)::int as "toDo", (count(*) filter (where lamp = 'near'))::int as near, (count(*) filter (where lamp = 'overdue'))::int as overdue
      from (select ${lampColumn(today)} as lamp from work_item where ${of('to-do')}) as item
    ) as to_do,
      (select count(*)::int as "toVerify" from work_item where ${of('to-verify')}) as to_verify,
      (select count(*)::int as "toWriteOff" from work_item where ${of('to-write-off')}) as to_write_off`.execute(db);
  return rows[0] ?? { toDo: 0, near: 0, overdue: 0, toVerify: 0, toWriteOff: 0 };
}

/** Items of each led list that wait for the caller's verification（牵头清单待核验）. */
export async function toVerifyByList(db: Db, actor: Actor): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ list: string; items: number }>`
    select duty_list_id as list, count(*)::int as items from work_item
    where duty_list_id = any (${[...actor.lists]}::uuid[]) and ${together(waitingConditions(actor, 'to-verify'))}
    group by duty_list_id`.execute(db);
  return new Map(rows.map(({ list, items }) => [list, items]));
}
