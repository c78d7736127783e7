import { sql } from 'kysely';
import { dayOf } from '#kernel/day';
import { wholeCounty } from '#kernel/scope';
import { allOrganizations } from '#organization';
import { type Db, type Settings, transaction } from '#platform/db';
import { everySecond } from '#platform/rounds';
import { allDefinitions, type IndicatorDefinition } from './definition.ts';

const batch = 20_000;
const counter = (county: string): Settings => ({ role: 'hangji_writer', scope: wholeCounty(county), actorId: '' });

/**
 * Count what was marked in every county（重算已标记）, and move each county on to today.
 *
 * Any number of processes may do so at once: one counts a county, the others pass it by.
 *
 * @param db - outside any transaction
 * @returns how many marks were used up
 */
export async function countMarked(db: Db, today = dayOf(new Date())): Promise<number> {
  const definitions = allDefinitions();
  const counties = await transaction(db, counter(''), async (trx) => {
    const { rows } = await sql<{ county: string }>`select counties_to_count(
      ${definitions.map(({ key }) => key)}::text[], ${definitions.map(({ version }) => version)}::smallint[], ${today}) as county`.execute(trx);
    return rows;
  });
  let used = 0;
  for (const { county } of counties) {
    for (let round = batch; round === batch; used += round) {
      round = await transaction(db, counter(county), (trx) => countCounty(trx, today));
    }
  }
  return used;
}

/** Count every second until the returned function is called; it waits for a count in progress（持续重算）. */
export const keepCounting = (db: Db, onFailure: (error: unknown) => void): (() => Promise<void>) => everySecond(() => countMarked(db), onFailure);

/** Count one county's indicators from nothing（全部重算）: the oracle, and how an installation that was filled in bulk gets its first values. */
export async function recountCounty(db: Db, today: string): Promise<void> {
  await takeTurn(db, true);
  for (const definition of allDefinitions()) await recount(db, definition, today);
}

async function countCounty(db: Db, today: string): Promise<number> {
  if (!(await takeTurn(db, false))) return 0;
  for (const definition of allDefinitions()) await moveOn(db, definition, today);
  const marks = await takeMarks(db);
  for (const definition of allDefinitions()) {
    const marked = marks.filter(({ indicator }) => indicator === definition.key);
    if (marked.length > 0) await countAgain(db, definition, today, marked);
  }
  return marks.reduce((sum, { marks }) => sum + marks, 0);
}

async function takeTurn(db: Db, wait: boolean): Promise<boolean> {
  const lock = sql`hashtext('indicator'), hashtext(current_setting('app.county'))`;
  if (wait) await sql`select pg_advisory_xact_lock(${lock})`.execute(db);
  if (wait) return true;
  const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(${lock}) as mine`.execute(db);
  return rows[0]?.mine ?? false;
}

/** The first day counts from nothing; each later one marks what its deadlines turned. */
async function moveOn(db: Db, definition: IndicatorDefinition, today: string): Promise<void> {
  const { key, version } = definition;
  const { rows } = await sql<{ counted_to: string }>`
    select counted_to from indicator_clock where indicator = ${key} and version = ${version}`.execute(db);
  const countedTo = rows[0]?.counted_to;
  if (countedTo === undefined) return recount(db, definition, today);
  if (countedTo >= today) return;
  if (definition.turnsWithDay) {
    await sql`
      insert into indicator_mark (organization_id, path, month, indicator)
      select distinct organization_id, path, to_char(day, 'YYYY-MM'), ${key}::text
      from (${definition.records(db, today)}) as record
      where day > ${countedTo} and day <= ${today}`.execute(db);
  }
  await setClock(db, definition, today);
}

const setClock = (db: Db, { key, version }: IndicatorDefinition, today: string) =>
  sql`insert into indicator_clock (indicator, version, counted_to) values (${key}, ${version}, ${today})
    on conflict (county_id, indicator, version) do update set counted_to = excluded.counted_to`.execute(db);

interface Marked {
  indicator: string;
  month: string;
  organizations: string[];
  marks: number;
}

/** What a writer marks after this snapshot stays for the next round, and is then counted again. */
async function takeMarks(db: Db): Promise<Marked[]> {
  const { rows } = await sql<Marked>`
    with taken as (
      delete from indicator_mark where id in (select id from indicator_mark order by id limit ${batch}) returning *
    ), place as (
      select indicator, month, organization_id, count(*)::int as marks from taken group by indicator, month, organization_id
    )
    select indicator, month, array_agg(organization_id::text) as organizations, sum(marks)::int as marks
    from place group by indicator, month`.execute(db);
  return rows;
}

/** Count own values again where marked, and add the differences to every organization above, in one statement a month. */
async function countAgain(db: Db, definition: IndicatorDefinition, today: string, marked: readonly Marked[]): Promise<void> {
  const { key, version } = definition;
  for (const { month, organizations } of marked) {
    const first = `${month}-01`;
    await sql`
      with place as (
        select id as organization_id, path from (${allOrganizations(db)}) as organization where id = any (${organizations}::uuid[])
      ), counted as (
        select organization_id, count(*) as denominator, count(*) filter (where counted) as numerator
        from (${definition.records(db, today)}) as record
        where organization_id = any (${organizations}::uuid[]) and day >= ${first} and day < (${first}::date + interval '1 month')::date
        group by organization_id
      ), change as (
        select place.organization_id, place.path,
          coalesce(counted.numerator, 0) - coalesce(value.own_numerator, 0) as numerator,
          coalesce(counted.denominator, 0) - coalesce(value.own_denominator, 0) as denominator
        from place
        left join counted on counted.organization_id = place.organization_id
        left join indicator_value as value on value.organization_id = place.organization_id
          and value.indicator = ${key} and value.version = ${version} and value.month = ${month}
      ), spread as (
        select left(change.path, size) as path,
          sum(numerator) as numerator, sum(denominator) as denominator,
          coalesce(sum(numerator) filter (where size = length(change.path)), 0) as own_numerator,
          coalesce(sum(denominator) filter (where size = length(change.path)), 0) as own_denominator
        from change cross join generate_series(3, length(change.path), 3) as size
        group by left(change.path, size)
      )
      insert into indicator_value as kept
        (organization_id, path, indicator, version, month, own_numerator, own_denominator, numerator, denominator, counted_at)
      select organization.id, organization.path, ${key}::text, ${version}::smallint, ${month}::text,
        coalesce(value.own_numerator, 0) + spread.own_numerator, coalesce(value.own_denominator, 0) + spread.own_denominator,
        coalesce(value.numerator, 0) + spread.numerator, coalesce(value.denominator, 0) + spread.denominator, now()
      from spread
      join (${allOrganizations(db)}) as organization on organization.path = spread.path
      left join indicator_value as value on value.organization_id = organization.id
        and value.indicator = ${key} and value.version = ${version} and value.month = ${month}
      on conflict (county_id, organization_id, indicator, version, month) do update set
        path = excluded.path, own_numerator = excluded.own_numerator, own_denominator = excluded.own_denominator,
        numerator = excluded.numerator, denominator = excluded.denominator, counted_at = excluded.counted_at`.execute(db);
  }
}

async function recount(db: Db, definition: IndicatorDefinition, today: string): Promise<void> {
  const { key, version } = definition;
  // Whatever is marked by now is counted with the rest.
  await sql`delete from indicator_mark where indicator = ${key}`.execute(db);
  await sql`delete from indicator_value where indicator = ${key} and version = ${version}`.execute(db);
  await sql`
    with counted as (
      select organization_id, to_char(day, 'YYYY-MM') as month, count(*) as denominator, count(*) filter (where counted) as numerator
      from (${definition.records(db, today)}) as record group by 1, 2
    ), placed as (
      select organization.path, counted.* from counted join (${allOrganizations(db)}) as organization on organization.id = counted.organization_id
    ), spread as (
      select left(path, size) as path, month, sum(numerator) as numerator, sum(denominator) as denominator,
        coalesce(sum(numerator) filter (where size = length(path)), 0) as own_numerator,
        coalesce(sum(denominator) filter (where size = length(path)), 0) as own_denominator
      from placed cross join generate_series(3, length(path), 3) as size group by 1, 2
    )
    insert into indicator_value (organization_id, path, indicator, version, month, own_numerator, own_denominator, numerator, denominator)
    select organization.id, organization.path, ${key}::text, ${version}::smallint, month, own_numerator, own_denominator, numerator, denominator
    from spread join (${allOrganizations(db)}) as organization on organization.path = spread.path`.execute(db);
  await setClock(db, definition, today);
}
