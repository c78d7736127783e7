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

-- How much of the journal waits to be sealed, over all counties; nothing of what it says.
create function journal_waiting(out entries integer, out oldest_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp
as $$ select count(*)::integer, min(at) from journal_inbox $$;
revoke execute on function journal_waiting from public;
grant execute on function journal_waiting to hangji_reader;
