-- A human being. ID number and phone are ciphertext; beside them stands only what a masked screen shows.
create table person (
  county_id uuid not null default current_setting('app.county')::uuid,
  id uuid not null,
  organization_id uuid not null,
  path text collate "C" not null,
  name text not null,
  sex text not null,
  born_on date not null,
  -- GB/T 3304, GB/T 4658
  nationality text not null default '01',
  education text not null default '90',
  id_number_cipher bytea,
  id_number_mask text,
  phone_cipher bytea,
  phone_mask text,
  constraint person_key primary key (county_id, id),
  constraint person_organization foreign key (county_id, organization_id) references organization,
  constraint person_sex_known check (sex in ('0', '1', '2', '9')),
  constraint person_id_number_masked check ((id_number_cipher is null) = (id_number_mask is null)),
  constraint person_phone_masked check ((phone_cipher is null) = (phone_mask is null))
);
create index person_path_index on person (county_id, path, name);
create index person_organization_index on person (county_id, organization_id);
call scope_rows('person');
grant select on person to hangji_reader, hangji_writer;
grant insert, update on person to hangji_writer;

-- A membership of the Party: a person may have one at a time.
create table member (
  county_id uuid not null default current_setting('app.county')::uuid,
  id uuid not null,
  person_id uuid not null,
  organization_id uuid not null,
  path text collate "C" not null,
  kind text not null,
  joined_on date not null,
  full_on date,
  occupation text not null,
  situation text not null default 'present',
  from_day date not null,
  to_day date,
  constraint member_key primary key (county_id, id),
  constraint member_person foreign key (county_id, person_id) references person,
  constraint member_organization foreign key (county_id, organization_id) references organization,
  constraint member_kind_known check (kind in ('full', 'probationary')),
  constraint member_full_since check ((kind = 'full') = (full_on is not null)),
  constraint member_occupation_known check (occupation in ('worker', 'farmer', 'professional', 'manager', 'staff', 'student', 'other', 'retired')),
  constraint member_situation_known check (situation in ('present', 'mobile', 'abroad', 'out-of-contact'))
);
create unique index member_one_active on member (county_id, person_id) where to_day is null;
create index member_organization_index on member (county_id, organization_id);
create index member_path_index on member (county_id, path) include (kind, to_day, situation);
call scope_rows('member');
grant select on member to hangji_reader, hangji_writer;
grant insert, update on member to hangji_writer;

-- A position in a leading body, and who holds it from when to when. A task belongs to a post; the holder on a day is computed.
create table post (
  county_id uuid not null default current_setting('app.county')::uuid,
  id uuid not null,
  organization_id uuid not null,
  path text collate "C" not null,
  title text not null,
  constraint post_key primary key (county_id, id),
  constraint post_organization foreign key (county_id, organization_id) references organization,
  constraint post_title_known check (title in ('secretary', 'deputy-secretary', 'organization-member', 'publicity-member', 'discipline-member', 'first-secretary'))
);
create index post_organization_index on post (county_id, organization_id);
create index post_path_index on post (county_id, path);
call scope_rows('post');

create table post_holding (
  county_id uuid not null default current_setting('app.county')::uuid,
  id uuid not null,
  post_id uuid not null,
  person_id uuid not null,
  -- the holder's name of the day of appointment: who sees the post sees who answers, wherever the person's own record lies
  holder_name text not null,
  path text collate "C" not null,
  from_day date not null,
  to_day date,
  constraint post_holding_key primary key (county_id, id),
  constraint post_holding_post foreign key (county_id, post_id) references post,
  constraint post_holding_person foreign key (county_id, person_id) references person,
  constraint post_holding_span check (to_day is null or to_day > from_day)
);
create index post_holding_post_index on post_holding (county_id, post_id);
create index post_holding_person_index on post_holding (county_id, person_id);
create index post_holding_path_index on post_holding (county_id, path);
call scope_rows('post_holding');

-- A leading body's term of office.
create table term (
  county_id uuid not null default current_setting('app.county')::uuid,
  id uuid not null,
  organization_id uuid not null,
  path text collate "C" not null,
  elected_on date not null,
  ends_on date not null,
  constraint term_key primary key (county_id, id),
  constraint term_organization foreign key (county_id, organization_id) references organization,
  constraint term_span check (ends_on > elected_on)
);
create index term_organization_index on term (county_id, organization_id, ends_on);
create index term_path_index on term (county_id, path, ends_on);
call scope_rows('term');
grant select on post, post_holding, term to hangji_reader, hangji_writer;
grant insert, update on post, post_holding, term to hangji_writer;
