import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { nearDays } from './rules/lamps.ts';

/** The lamp of each row in the words of the database（灯色列）; `lampOf` says the same of one item, with its reason. A test holds them together. */
export const lampColumn = (today: string): RawBuilder<string> => sql<string>`case
  when lamp_day is null then 'closed'
  when lamp_day < ${today}::date then 'overdue'
  when lamp_day <= ${today}::date + ${sql.lit(nearDays)} then 'near'
  when lamp_day = 'infinity' or (begun and starts_on <= ${today}::date) then 'normal'
  else 'not-started' end`;

/** How many items of each lamp（灯色计数）among those that a condition finds: each row is looked at once. */
export const lampCounts = (condition: RawBuilder<SqlBool>, today: string) => sql`
  select coalesce(sum(items) filter (where lamp = 'normal'), 0)::int as normal, coalesce(sum(items) filter (where lamp = 'near'), 0)::int as near,
    coalesce(sum(items) filter (where lamp = 'overdue'), 0)::int as overdue,
    coalesce(sum(items) filter (where lamp = 'not-started'), 0)::int as "notStarted", coalesce(sum(items) filter (where lamp = 'closed'), 0)::int as closed
  from (select ${lampColumn(today)} as lamp, count(*) as items from work_item where ${condition} group by 1) as lamps`;
