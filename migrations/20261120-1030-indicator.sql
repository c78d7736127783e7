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
grant insert, update on indicator_value to hangji_writer;
grant select, insert, delete on indicator_mark to hangji_writer;

-- The counter must learn which counties wait before it can enter one.
create function counties_to_count() returns setof uuid
  language sql stable security definer set search_path = public, pg_temp
as $$ select distinct county_id from indicator_mark $$;
revoke execute on function counties_to_count from public;
grant execute on function counties_to_count to hangji_writer;
