-- A sign-in. It belongs to one human being (person_id, where registered) and works through dated grants.
create table account (
  id uuid constraint account_key primary key,
  -- the county that keeps it; absent for the installation's own administrators
  county_id uuid constraint account_county references county,
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
  disabled boolean not null default false,
  created_at timestamptz not null default now(),
  constraint account_person_once unique (county_id, person_id)
);

create table role_grant (
  id uuid constraint role_grant_key primary key,
  account_id uuid not null constraint role_grant_account references account,
  county_id uuid not null,
  organization_id uuid not null,
  role text not null,
  from_day date not null,
  to_day date,
  constraint role_grant_organization foreign key (county_id, organization_id) references organization,
  constraint role_grant_span check (to_day is null or to_day > from_day)
);
create index role_grant_account_index on role_grant (account_id);
create index role_grant_organization_index on role_grant (county_id, organization_id);

create table session (
  id uuid constraint session_key primary key,
  token_digest bytea not null constraint session_token_once unique,
  account_id uuid not null constraint session_account references account,
  role_grant_id uuid constraint session_role_grant references role_grant,
  opened_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  ended_at timestamptz,
  address text,
  agent text
);
create index session_account_index on session (account_id, ended_at);
create index session_role_grant_index on session (role_grant_id);
grant insert on account, role_grant, session to hangji_writer;
