import { type RawBuilder, sql } from 'kysely';
import { nearDays } from './rules/lamps.ts';

/** The lamp of each row in the words of the database（灯色列）; `lampOf` says the same of one item, with its reason. A test holds them together. */
export const lampColumn = (today: string): RawBuilder<string> => sql<string>`case
  when judged in ('written-off', 'effective', 'cancelled') then 'closed'
  when working = 'submitted' then case when (submitted_at at time zone 'Asia/Shanghai')::date <= due_on then 'normal' else 'overdue' end
  when coalesce(checkpoint_on, due_on) < ${today}::date then 'overdue'
  when coalesce(checkpoint_on, due_on) <= ${today}::date + ${sql.lit(nearDays)} then 'near'
  when starts_on > ${today}::date or working <> 'doing' then 'not-started'
  else 'normal' end`;

/** Numbers of items by lamp, over whatever rows carry a column `lamp`（灯色计数）. */
export const lampCountColumns = sql`
  (count(*) filter (where lamp = 'normal'))::int as normal, (count(*) filter (where lamp = 'near'))::int as near,
  (count(*) filter (where lamp = 'overdue'))::int as overdue, (count(*) filter (where lamp = 'not-started'))::int as "notStarted",
  (count(*) filter (where lamp = 'closed'))::int as closed`;
