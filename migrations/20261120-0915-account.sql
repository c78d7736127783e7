-- A sign-in. It belongs to one human being (person_id, where registered), is kept by one county, and works through dated grants.
create table account (
  id uuid constraint account_key primary key,
  county_id uuid not null default current_setting('app.county')::uuid constraint account_county references county,
  person_id uuid,
  name text not null,
  sign_in_name text not null constraint account_sign_in_name_once unique,
  staff_number text constraint account_staff_number_once unique,
  password_hash text not null,
  must_change_password boolean not null default true,
  failures integer not null default 0,
  locked_until timestamptz,
  totp_cipher bytea,
  totp_confirmed boolean not null default false,
  -- the time step of the last code that was accepted: no code is accepted twice
  totp_last_step bigint not null default 0,
  disabled boolean not null default false,
  created_at timestamptz not null default now(),
  constraint account_person_once unique (county_id, person_id),
  constraint account_second_factor_whole check (totp_cipher is not null or not totp_confirmed)
);
create index account_name_index on account (county_id, name);

create table role_grant (
  id uuid constraint role_grant_key primary key,
  account_id uuid not null constraint role_grant_account references account,
  county_id uuid not null default current_setting('app.county')::uuid,
  organization_id uuid not null,
  role text not null,
  from_day date not null,
  to_day date,
  constraint role_grant_organization foreign key (county_id, organization_id) references organization,
  constraint role_grant_span check (to_day is null or to_day >= from_day)
);
create index role_grant_account_index on role_grant (account_id);
create index role_grant_organization_index on role_grant (county_id, organization_id);

create table session (
  id uuid constraint session_key primary key,
  token_digest bytea not null constraint session_token_once unique,
  county_id uuid not null default current_setting('app.county')::uuid,
  account_id uuid not null constraint session_account references account,
  role_grant_id uuid not null constraint session_role_grant references role_grant,
  opened_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  second_factor_at timestamptz,
  ended_at timestamptz,
  address text not null default '',
  agent text not null default ''
);
create index session_account_index on session (account_id, ended_at);
create index session_role_grant_index on session (role_grant_id);

-- 三员分立: an administrator holds one role of that kind and no business role at the same time, and nobody grants to himself.
-- The account's row is locked, so that two grants given at once see each other.
create function separate_roles() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  class text := case when new.role like '%-administrator' then new.role else 'business' end;
begin
  if new.account_id = nullif(current_setting('app.actor', true), '')::uuid and (tg_op = 'INSERT' or new.to_day is distinct from old.to_day) then
    raise exception 'nobody grants to himself' using errcode = 'check_violation', constraint = 'role_grant_by_another';
  end if;
  perform from account where id = new.account_id for no key update;
  if exists (
    select from role_grant other
    where other.account_id = new.account_id and other.id <> new.id
      and daterange(other.from_day, other.to_day) && daterange(new.from_day, new.to_day)
      and case when other.role like '%-administrator' then other.role else 'business' end <> class) then
    raise exception 'administrators are separate' using errcode = 'check_violation', constraint = 'role_grant_separate';
  end if;
  return new;
end $$;
create trigger role_grant_separate before insert or update on role_grant for each row execute function separate_roles();

-- One reads one's own account; administrators read those of their county (app.role is the role of the grant one works in).
alter table account enable row level security;
alter table role_grant enable row level security;
alter table session enable row level security;
create policy account_read on account for select using (
  id = nullif(current_setting('app.actor', true), '')::uuid
  or (county_id = nullif(current_setting('app.county', true), '')::uuid
    and current_setting('app.role', true) in ('system-administrator', 'security-administrator', 'audit-administrator')));
create policy account_change on account for update using (
  id = nullif(current_setting('app.actor', true), '')::uuid
  or (county_id = nullif(current_setting('app.county', true), '')::uuid
    and current_setting('app.role', true) in ('system-administrator', 'security-administrator')));
-- Without a role nobody acts for somebody: signing in, setting up, and filling a simulated county.
create policy account_add on account for insert with check (
  county_id = nullif(current_setting('app.county', true), '')::uuid
  and coalesce(current_setting('app.role', true), '') in ('', 'system-administrator'));
create policy role_grant_read on role_grant for select using (
  account_id = nullif(current_setting('app.actor', true), '')::uuid
  or (county_id = nullif(current_setting('app.county', true), '')::uuid and current_setting('app.role', true) = 'security-administrator'));
create policy role_grant_change on role_grant for update using (
  county_id = nullif(current_setting('app.county', true), '')::uuid and current_setting('app.role', true) = 'security-administrator');
create policy role_grant_add on role_grant for insert with check (
  county_id = nullif(current_setting('app.county', true), '')::uuid
  and coalesce(current_setting('app.role', true), '') in ('', 'security-administrator'));
create policy session_read on session for select using (
  account_id = nullif(current_setting('app.actor', true), '')::uuid
  or (county_id = nullif(current_setting('app.county', true), '')::uuid
    and current_setting('app.role', true) in ('system-administrator', 'security-administrator')));
create policy session_change on session for update using (
  account_id = nullif(current_setting('app.actor', true), '')::uuid
  or (county_id = nullif(current_setting('app.county', true), '')::uuid
    and current_setting('app.role', true) in ('system-administrator', 'security-administrator')));
create policy session_add on session for insert with check (
  county_id = nullif(current_setting('app.county', true), '')::uuid and coalesce(current_setting('app.role', true), '') = '');

grant insert on account, role_grant, session to hangji_writer;
grant select (id, county_id, person_id, name, sign_in_name, staff_number, must_change_password, locked_until, totp_confirmed, disabled, created_at)
  on account to hangji_reader;
grant select on account to hangji_writer;
grant update (password_hash, must_change_password, failures, locked_until, totp_cipher, totp_confirmed, totp_last_step, disabled)
  on account to hangji_writer;
grant select on role_grant to hangji_reader, hangji_writer;
grant update (to_day) on role_grant to hangji_writer;
grant select (id, county_id, account_id, role_grant_id, opened_at, last_seen_at, second_factor_at, ended_at, address, agent) on session to hangji_reader, hangji_writer;
grant update (role_grant_id, second_factor_at, ended_at) on session to hangji_writer;
-- The digest of an installation's seals is chosen when it is set up.
grant update (digest) on installation to hangji_writer;

-- Before anybody signed in: is there anything here yet?
create function installation_state() returns table (accounts boolean, simulated boolean)
  language sql stable security definer set search_path = public, pg_temp
as $$ select exists (select from account), (select installation.simulated from installation) $$;

-- The first half of a sign-in. An attempt counts as failed until the password proved right, and the row is locked while it is
-- counted: however many try at once, no more than the limit learn whether a password is right.
create function begin_sign_in(wanted text, failure_limit integer, lock_minutes integer)
  returns table (account_id uuid, county_id uuid, password_hash text, admitted boolean, locked_until timestamptz, path text)
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
  held account;
  count integer;
begin
  select * into held from account where account.sign_in_name = wanted or account.staff_number = wanted
  order by (account.sign_in_name = wanted) desc limit 1 for update;
  if not found then return; end if;

  account_id := held.id;
  county_id := held.county_id;
  password_hash := held.password_hash;
  locked_until := held.locked_until;
  admitted := held.locked_until is null or held.locked_until <= clock_timestamp();
  path := coalesce((
    select organization.path from role_grant
    join organization on organization.county_id = role_grant.county_id and organization.id = role_grant.organization_id
    where role_grant.account_id = held.id order by role_grant.from_day desc limit 1), '001');
  if admitted then
    count := case when held.locked_until is null then held.failures else 0 end + 1;
    locked_until := case when count >= failure_limit then clock_timestamp() + make_interval(mins => lock_minutes) end;
    update account set failures = count, locked_until = begin_sign_in.locked_until where id = held.id;
  end if;
  return next;
end $$;

-- Everything the caller could work in on a day, also where the present scope does not reach.
create function my_grants(day date)
  returns table (id uuid, county_id uuid, organization_id uuid, organization_name text, path text, role text, from_day date, to_day date)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select role_grant.id, role_grant.county_id, organization.id, organization.name, organization.path, role_grant.role, role_grant.from_day, role_grant.to_day
  from role_grant
  join organization on organization.county_id = role_grant.county_id and organization.id = role_grant.organization_id
  where role_grant.account_id = nullif(current_setting('app.actor', true), '')::uuid
    and role_grant.from_day <= day and (role_grant.to_day is null or role_grant.to_day > day)
  order by length(organization.path), organization.path, role_grant.from_day
$$;

-- Who did it: the name of a colleague in the county one works in.
create function account_name(wanted uuid) returns text
  language sql stable security definer set search_path = public, pg_temp
as $$ select name from account where id = wanted and county_id = nullif(current_setting('app.county', true), '')::uuid $$;

-- Sign-in names and staff numbers are one set of names, over all counties.
create function sign_in_names_taken(wanted text[]) returns setof text
  language sql stable security definer set search_path = public, pg_temp
as $$
  select taken from unnest(wanted) as taken
  where exists (select from account where sign_in_name = taken) or exists (select from account where staff_number = taken)
$$;

create function is_administrator(wanted uuid, day date) returns boolean
  language sql stable security definer set search_path = public, pg_temp
as $$
  select exists (select from role_grant
    where account_id = wanted and county_id = nullif(current_setting('app.county', true), '')::uuid and role like '%-administrator'
      and (to_day is null or to_day > day))
$$;

revoke execute on function installation_state, begin_sign_in, my_grants, account_name, sign_in_names_taken, is_administrator from public;
grant execute on function sign_in_names_taken, is_administrator to hangji_writer;
grant execute on function installation_state to hangji_login, hangji_writer;
grant execute on function begin_sign_in to hangji_login;
grant execute on function my_grants, account_name to hangji_reader, hangji_writer;
