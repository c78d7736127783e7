-- Who calls is asked before any scope is known: one closed question instead of a right to read these tables. It is the only
-- thing the signed-in role may do outside a transaction of ours. The lists that name the organization come with it.
create function actor_of(digest bytea)
  returns table (account_id uuid, name text, role text, county_id uuid, organization_id uuid, organization_name text, path text, lists text[])
  language sql stable security definer set search_path = public, pg_temp
as $$
  select account.id, account.name, role_grant.role, role_grant.county_id, organization.id, organization.name, organization.path,
    array(
      select distinct list_grant.duty_list_id::text from list_grant
      where list_grant.county_id = role_grant.county_id and list_grant.organization_id = role_grant.organization_id
        and list_grant.from_day <= (now() at time zone 'Asia/Shanghai')::date
        and (list_grant.to_day is null or list_grant.to_day > (now() at time zone 'Asia/Shanghai')::date))
  from session
  join role_grant on role_grant.id = session.role_grant_id
  join account on account.id = session.account_id and not account.disabled
  join organization on organization.county_id = role_grant.county_id and organization.id = role_grant.organization_id
  where session.token_digest = digest and session.ended_at is null and session.last_seen_at > now() - interval '8 hours'
    and role_grant.from_day <= (now() at time zone 'Asia/Shanghai')::date
    and (role_grant.to_day is null or role_grant.to_day > (now() at time zone 'Asia/Shanghai')::date)
$$;
revoke execute on function actor_of from public;
grant execute on function actor_of to hangji_login;
