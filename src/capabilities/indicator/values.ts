import { type RawBuilder, sql } from 'kysely';
import { rangeOf } from '#kernel/scope';
import { allOrganizations } from '#organization';
import type { Db } from '#platform/db';
import type { IndicatorDefinition, IndicatorRow } from './definition.ts';
import { type Months, percentOf } from './rules/period.ts';

interface Sums {
  numerator: number;
  denominator: number;
  countedAt: Date | null;
}

/** A value as people read it（指标值）. */
export const shownValue = ({ numerator, denominator, countedAt }: Sums) => ({
  numerator,
  denominator,
  percent: percentOf(numerator, denominator),
  countedAt: countedAt?.toISOString() ?? null,
});

// Ratios are never added up: numerators and denominators are, over months as over organizations.
const sums = sql`sum(numerator)::int as numerator, sum(denominator)::int as denominator, max(counted_at) as "countedAt"`;
const nothing: Sums = { numerator: 0, denominator: 0, countedAt: null };

/** Every indicator of one organization with everything below it, in one statement（各指标值）. */
export async function valuesOf(db: Db, organizationId: string, { first, last }: Months, definitions: readonly IndicatorDefinition[]) {
  const { rows } = await sql<Sums & { indicator: string; version: number }>`
    select indicator, version, ${sums} from indicator_value
    where organization_id = ${organizationId}::uuid and month between ${first} and ${last} group by indicator, version`.execute(db);
  return definitions.map((definition) => {
    const found = rows.find(({ indicator, version }) => indicator === definition.key && version === definition.version);
    return { definition, value: shownValue(found ?? nothing) };
  });
}

interface Page {
  page: number;
  size: number;
}

/** One indicator for each direct child, a page of them in the order of their codes（下级指标值）. */
export async function childValues(db: Db, organizationId: string, { key, version }: IndicatorDefinition, { first, last }: Months, { page, size }: Page) {
  const organizations = sql`(${allOrganizations(db)})`;
  const { rows } = await sql<Sums & { organizationId: string; name: string; children: number; total: number }>`
    with child as (
      select id, name, path, (count(*) over ())::int as total from ${organizations} as organization
      where parent_id = ${organizationId}::uuid order by path limit ${size} offset ${(page - 1) * size}
    )
    select child.id as "organizationId", child.name, child.total,
      (select count(*)::int from ${organizations} as below where below.parent_id = child.id) as children,
      coalesce(value.numerator, 0) as numerator, coalesce(value.denominator, 0) as denominator, value."countedAt"
    from child left join lateral (
      select ${sums} from indicator_value
      where organization_id = child.id and indicator = ${key} and version = ${version} and month between ${first} and ${last}
    ) as value on true
    order by child.path`.execute(db);
  return { total: rows[0]?.total ?? 0, rows };
}

export type Part = 'numerator' | 'denominator' | 'difference';

const parts: Record<Part, RawBuilder<boolean>> = {
  numerator: sql<boolean>`counted`,
  denominator: sql<boolean>`true`,
  difference: sql<boolean>`not counted`,
};

/** The one query behind a number（指标明细来源）, narrowed to a subtree and a period: listed below, and counted by `countRecords`. */
function source(db: Db, definition: IndicatorDefinition, path: string, { first, last }: Months, today: string) {
  const { lo, hi } = rangeOf(path);
  return sql`(${definition.records(db, today)}) as record
    where record.path >= ${lo} and record.path < ${hi}
      and record.day >= ${`${first}-01`}::date and record.day < (${`${last}-01`}::date + interval '1 month')::date`;
}

/** Count the records behind a number anew（现时重算）. */
export async function countRecords(db: Db, definition: IndicatorDefinition, path: string, months: Months, today: string) {
  const { rows } = await sql<{ numerator: number; denominator: number }>`
    select count(*)::int as denominator, (count(*) filter (where counted))::int as numerator
    from ${source(db, definition, path, months, today)}`.execute(db);
  return rows[0] ?? { numerator: 0, denominator: 0 };
}

/** The records behind a number, one page（指标明细）; the organization of each as its present name. */
export async function listRecords(db: Db, definition: IndicatorDefinition, path: string, months: Months, part: Part, { page, size }: Page, today: string) {
  const { rows } = await sql<IndicatorRow & { organization_name: string }>`
    select found.*, organization.name as organization_name
    from (
      select * from ${source(db, definition, path, months, today)} and ${parts[part]}
      order by day, path, id limit ${size} offset ${(page - 1) * size}
    ) as found
    join (${allOrganizations(db)}) as organization on organization.id = found.organization_id
    order by found.day, found.path, found.id`.execute(db);
  return rows;
}
