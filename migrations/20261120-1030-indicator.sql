-- Rolled-up values: what an organization counted itself (own_*), and it with everything below it. Ratios are never stored:
-- numerators and denominators add up, over organizations and over months.
create table indicator_value (
  county_id uuid not null default current_setting('app.county')::uuid,
  organization_id uuid not null,
  path text collate "C" not null,
  indicator text not null,
  version smallint not null,
  -- YYYY-MM
  month text not null,
  own_numerator bigint not null default 0,
  own_denominator bigint not null default 0,
  numerator bigint not null default 0,
  denominator bigint not null default 0,
  counted_at timestamptz not null default now(),
  constraint indicator_value_key primary key (county_id, organization_id, indicator, version, month),
  constraint indicator_value_month_shape check (month ~ '^[0-9]{4}-[0-9]{2}$'),
  constraint indicator_value_not_above check (numerator <= denominator and own_numerator <= own_denominator and own_numerator >= 0)
);
create index indicator_value_path_index on indicator_value (county_id, indicator, month, path);

-- What must be counted again: appended by whoever changed a fact, in the same transaction, so that no two changes wait for
-- one row of the roll-up.
create table indicator_mark (
  county_id uuid not null default current_setting('app.county')::uuid,
  id bigint generated always as identity,
  organization_id uuid not null,
  path text collate "C" not null,
  indicator text not null,
  month text not null,
  constraint indicator_mark_key primary key (county_id, id)
);

call scope_rows('indicator_value');
-- A lead office may change an item outside its subtree, and the mark must be kept: a mark tells nothing, so the county is its scope.
alter table indicator_mark enable row level security;
create policy county_marks on indicator_mark using (county_id = nullif(current_setting('app.county', true), '')::uuid);

grant select on indicator_value to hangji_reader, hangji_writer;
grant insert, update, delete on indicator_value to hangji_writer;
grant select, insert, delete on indicator_mark to hangji_writer;

-- How far each indicator has been counted: the first count starts from nothing, and a number that depends on today moves on
-- with the day even where nobody changed a fact.
create table indicator_clock (
  county_id uuid not null default current_setting('app.county')::uuid,
  indicator text not null,
  version smallint not null,
  counted_to date not null,
  constraint indicator_clock_key primary key (county_id, indicator, version)
);
alter table indicator_clock enable row level security;
create policy county_clock on indicator_clock using (county_id = nullif(current_setting('app.county', true), '')::uuid);
grant select, insert, update on indicator_clock to hangji_writer;

-- The counter must learn which counties wait before it can enter one.
create function counties_to_count(keys text[], versions smallint[], today date) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp
as $$
  select distinct county_id from indicator_mark
  union
  select county.id from county, unnest(keys, versions) as known (key, version)
  where not exists (
    select from indicator_clock
    where indicator_clock.county_id = county.id and indicator_clock.indicator = known.key
      and indicator_clock.version = known.version and indicator_clock.counted_to >= today)
$$;
revoke execute on function counties_to_count from public;
grant execute on function counties_to_count to hangji_writer;
