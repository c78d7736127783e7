-- One installation is simulated or real for ever; its counties are the units of storage and scope.
create table installation (
  single boolean constraint installation_key primary key default true,
  simulated boolean not null,
  -- digest of the journal's seals: sha256 or sm3
  digest text not null default 'sha256',
  created_at timestamptz not null default now(),
  constraint installation_single check (single),
  constraint installation_digest_known check (digest in ('sha256', 'sm3'))
);

create table county (
  id uuid constraint county_key primary key,
  name text not null,
  -- GB/T 2260, six digits
  code text not null,
  constraint county_code_shape check (code ~ '^[0-9]{6}$')
);
alter table county enable row level security;
create policy county_own on county using (id = nullif(current_setting('app.county', true), '')::uuid);

-- Every scoped table carries county_id and path, and calls one of these two. Each setting stands in a select of its own, so that it
-- is read once a statement and not once a row. A range of text keeps its index under a policy,
-- which prefix and tree operators do not.
create procedure scope_rows(target regclass)
language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format($policy$create policy scope on %s using (
    county_id = (select nullif(current_setting('app.county', true), '')::uuid)
    and path >= (select current_setting('app.lo', true)) and path < (select current_setting('app.hi', true)))$policy$, target);
end $$;

-- Rows of an issued list are also seen by the organizations that the list names as lead or partner: `app.lists` holds the lists of
-- the grant one works in. They are written in the own subtree only; what a lead may write beside that, its table says itself.
-- Needs a column duty_list_id.
create procedure scope_rows_with_lists(target regclass)
language plpgsql as $$
declare
  own constant text := $own$county_id = (select nullif(current_setting('app.county', true), '')::uuid)
    and path >= (select current_setting('app.lo', true)) and path < (select current_setting('app.hi', true))$own$;
begin
  execute format('alter table %s enable row level security', target);
  execute format($policy$create policy scope on %s for select using (
    county_id = (select nullif(current_setting('app.county', true), '')::uuid)
    and ((path >= (select current_setting('app.lo', true)) and path < (select current_setting('app.hi', true)))
      or duty_list_id = any ((select string_to_array(nullif(current_setting('app.lists', true), ''), ',')::uuid[])::uuid[])))$policy$, target);
  execute format('create policy scope_added on %s for insert with check (%s)', target, own);
  execute format('create policy scope_changed on %s for update using (%s)', target, own);
end $$;

grant select on installation, county to hangji_reader, hangji_writer, hangji_sealer;
grant insert on installation, county to hangji_writer;
