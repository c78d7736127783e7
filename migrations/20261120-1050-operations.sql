-- How the installation was founded: simulated or real, and finished only when everything of the first filling is in it. A torn
-- one is begun anew.
create table founding (
  single boolean constraint founding_key primary key default true,
  simulated boolean not null,
  begun_at timestamptz not null default now(),
  finished_at timestamptz,
  constraint founding_single check (single)
);
grant select on founding to hangji_reader;

-- Back-ups that were finished: when, how large, and the digest of the whole file.
create table backup (
  id uuid constraint backup_key primary key,
  finished_at timestamptz not null default now(),
  bytes bigint not null,
  digest text not null,
  constraint backup_digest_shape check (digest ~ '^[0-9a-f]{64}$')
);
grant select on backup to hangji_reader;

-- What the administrator's page says of the installation: no row of anybody's, and of the journal only how much waits to be sealed.
create function installation_facts(
  out migrations integer, out newest_migration text, out simulated boolean, out founded_at timestamptz, out waiting integer, out oldest_seconds integer)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select (select count(*)::integer from migration), (select max(name) from migration),
    coalesce((select founding.simulated from founding), (select installation.simulated from installation), false),
    coalesce((select begun_at from founding), (select created_at from installation), now()),
    (select count(*)::integer from journal_inbox), (select extract(epoch from clock_timestamp() - min(at))::integer from journal_inbox)
$$;
revoke execute on function installation_facts from public;
grant execute on function installation_facts to hangji_reader;
