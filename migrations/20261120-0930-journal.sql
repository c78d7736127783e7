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

create table journal_seal (
  county_id uuid not null default current_setting('app.county')::uuid,
  number integer not null,
  entries integer not null,
  root bytea not null,
  digest bytea not null,
  sealed_at timestamptz not null default now(),
  constraint journal_seal_key primary key (county_id, number)
);

create table journal_entry (
  county_id uuid not null,
  seal integer not null,
  position integer not null,
  sequence bigint not null,
  at timestamptz not null,
  actor_id uuid not null,
  kind text not null,
  subject_id uuid not null,
  path text collate "C" not null,
  change jsonb not null,
  constraint journal_entry_key primary key (county_id, seal, position),
  constraint journal_entry_seal foreign key (county_id, seal) references journal_seal deferrable initially deferred
);
create index journal_entry_subject_index on journal_entry (county_id, subject_id);

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
grant select on journal_entry, journal_seal to hangji_reader;
grant select, delete on journal_inbox to hangji_sealer;
grant select, insert on journal_entry, journal_seal to hangji_sealer;
