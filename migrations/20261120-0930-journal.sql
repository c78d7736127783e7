-- Writers append to the inbox; the sealer moves what it can see into the journal. Nobody may update either.
create table journal_inbox (
  county_id uuid not null default current_setting('app.county')::uuid,
  sequence bigint generated always as identity,
  at timestamptz not null default clock_timestamp(),
  actor_id uuid not null default current_setting('app.actor')::uuid,
  kind text not null,
  subject_id uuid not null,
  path text collate "C" not null,
  change jsonb not null,
  constraint journal_inbox_key primary key (county_id, sequence)
);

-- A seal covers its entries and the seal before it. `year` is that of the sealing, so that a year's partition holds whole seals.
create table journal_seal (
  county_id uuid not null default current_setting('app.county')::uuid,
  number integer not null,
  year smallint not null default extract(year from now() at time zone 'Asia/Shanghai'),
  entries integer not null,
  algorithm text not null,
  root bytea not null,
  digest bytea not null,
  sealed_at timestamptz not null default now(),
  constraint journal_seal_key primary key (county_id, number),
  constraint journal_seal_algorithm_known check (algorithm in ('sha256', 'sm3'))
);

create table journal_entry (
  county_id uuid not null,
  year smallint not null default extract(year from now() at time zone 'Asia/Shanghai'),
  seal integer not null,
  position integer not null,
  sequence bigint not null,
  at timestamptz not null,
  actor_id uuid not null,
  kind text not null,
  subject_id uuid not null,
  path text collate "C" not null,
  change jsonb not null,
  constraint journal_entry_key primary key (county_id, year, seal, position),
  constraint journal_entry_seal foreign key (county_id, seal) references journal_seal deferrable initially deferred
) partition by range (year);
create table journal_entry_2026 partition of journal_entry for values from (2026) to (2027);
create table journal_entry_2027 partition of journal_entry for values from (2027) to (2028);
create table journal_entry_2028 partition of journal_entry for values from (2028) to (2029);
create table journal_entry_2029 partition of journal_entry for values from (2029) to (2030);
create table journal_entry_2030 partition of journal_entry for values from (2030) to (2031);
create table journal_entry_2031 partition of journal_entry for values from (2031) to (2032);
create table journal_entry_2032 partition of journal_entry for values from (2032) to (2033);
-- What no migration has prepared yet is kept here all the same.
create table journal_entry_later partition of journal_entry default;
create index journal_entry_seal_index on journal_entry (county_id, seal, position);
create index journal_entry_subject_index on journal_entry (county_id, subject_id);
create index journal_entry_at_index on journal_entry (county_id, at);
create index journal_entry_actor_index on journal_entry (county_id, actor_id, at);

alter table journal_inbox enable row level security;
alter table journal_entry enable row level security;
alter table journal_seal enable row level security;
-- A lead office judges items outside its subtree, and the entry must be kept; no writer may read the inbox.
create policy journal_inbox_county on journal_inbox
  using (county_id = nullif(current_setting('app.county', true), '')::uuid);
create policy journal_entry_scope on journal_entry
  using (county_id = nullif(current_setting('app.county', true), '')::uuid
    and path >= current_setting('app.lo', true) and path < current_setting('app.hi', true));
create policy journal_seal_county on journal_seal
  using (county_id = nullif(current_setting('app.county', true), '')::uuid);

-- The sealer must learn which counties wait before it can enter one.
create function counties_to_seal() returns setof uuid
  language sql stable security definer set search_path = public, pg_temp
as $$ select distinct county_id from journal_inbox $$;
revoke execute on function counties_to_seal from public;
grant execute on function counties_to_seal to hangji_sealer;

grant insert on journal_inbox to hangji_writer;
-- An export is a recorded act, so a writer reads the journal too.
grant select on journal_entry, journal_seal to hangji_reader, hangji_writer;
grant select, delete on journal_inbox to hangji_sealer;
grant select, insert on journal_entry, journal_seal to hangji_sealer;
