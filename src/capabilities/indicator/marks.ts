import { sql } from 'kysely';
import type { Db } from '#platform/db';

/** One organization's month that must be counted again（待重算）. */
export interface Mark {
  organizationId: string;
  path: string;
  /** `YYYY-MM` */
  month: string;
}

/**
 * Say that facts changed which these indicators count（标记重算）, in the transaction of the change. The counter follows within a
 * second; nobody waits for a row of the roll-up.
 */
export async function markIndicators(db: Db, keys: readonly string[], marks: readonly Mark[]): Promise<void> {
  if (marks.length === 0) return;
  await sql`
    insert into indicator_mark (organization_id, path, month, indicator)
    select mark.organization_id, mark.path, mark.month, key
    from unnest(${marks.map((mark) => mark.organizationId)}::uuid[], ${marks.map((mark) => mark.path)}::text[],
      ${marks.map((mark) => mark.month)}::text[]) as mark (organization_id, path, month)
    cross join unnest(${[...keys]}::text[]) as key`.execute(db);
}
