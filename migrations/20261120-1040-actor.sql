-- Who calls is asked before any scope is known: one closed question instead of a right to read these tables. It is the only
-- thing the signed-in role may do outside a transaction of ours. The lists that name the organization come with it, and
-- the session is marked as seen, at most once a minute.
create function actor_of(digest bytea, idle_minutes integer, life_hours integer)
  returns table (session_id uuid, account_id uuid, name text, role_grant_id uuid, role text, county_id uuid, organization_id uuid, organization_name text, path text,
    must_change_password boolean, second_factor_enrolled boolean, second_factor_verified boolean, lists text[])
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
  today date := (now() at time zone 'Asia/Shanghai')::date;
  seen timestamptz;
begin
  select session.id, account.id, account.name, role_grant.id, role_grant.role, role_grant.county_id, organization.id, organization.name, organization.path,
    account.must_change_password, account.totp_confirmed, session.second_factor_at is not null, session.last_seen_at
  into session_id, account_id, name, role_grant_id, role, county_id, organization_id, organization_name, path,
    must_change_password, second_factor_enrolled, second_factor_verified, seen
  from session
  join role_grant on role_grant.id = session.role_grant_id
  join account on account.id = session.account_id and not account.disabled
  join organization on organization.county_id = role_grant.county_id and organization.id = role_grant.organization_id
  where session.token_digest = digest and session.ended_at is null
    and session.last_seen_at > now() - make_interval(mins => idle_minutes)
    and session.opened_at > now() - make_interval(hours => life_hours)
    and role_grant.from_day <= today and (role_grant.to_day is null or role_grant.to_day > today);
  if not found then return; end if;

  if seen < now() - interval '1 minute' then
    update session set last_seen_at = now() where id = session_id and last_seen_at < now() - interval '1 minute';
  end if;
  lists := array(
    select distinct list_grant.duty_list_id::text from list_grant
    where list_grant.county_id = actor_of.county_id and list_grant.organization_id = actor_of.organization_id
      and list_grant.from_day <= today and (list_grant.to_day is null or list_grant.to_day > today));
  return next;
end $$;

-- Is the database as new as the program? Asked by /readyz.
create function newest_migration() returns text
  language sql stable security definer set search_path = public, pg_temp
as $$ select max(name) from migration $$;

revoke execute on function actor_of, newest_migration from public;
grant execute on function actor_of, newest_migration to hangji_login;
