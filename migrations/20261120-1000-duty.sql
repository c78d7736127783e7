-- A responsibility list: drafted, reviewed by a second person, issued with a number, dispatched.
create table duty_list (
  county_id uuid not null default current_setting('app.county')::uuid,
  id uuid not null,
  organization_id uuid not null,
  -- the issuer's name of that day: it is read below, where the issuer's own row is out of sight
  organization_name text not null default '',
  path text collate "C" not null,
  title text not null,
  -- the year of its deadlines; asked once where the source does not say
  year smallint,
  state text not null default 'drafting',
  number text,
  -- grows with every saved duty, so that two editors see each other's saves
  revision bigint not null default 0,
  -- who did what, with the name of that day: a list is read long after people have left
  created_by uuid not null default current_setting('app.actor')::uuid,
  created_by_name text not null default '',
  created_at timestamptz not null default now(),
  submitted_by uuid,
  submitted_by_name text,
  submitted_at timestamptz,
  reviewed_by uuid,
  reviewed_by_name text,
  reviewed_at timestamptz,
  review_note text,
  issued_by uuid,
  issued_by_name text,
  issued_at timestamptz,
  constraint duty_list_key primary key (county_id, id),
  constraint duty_list_organization foreign key (county_id, organization_id) references organization,
  constraint duty_list_state_known check (state in ('drafting', 'in-review', 'returned', 'approved', 'issued')),
  constraint duty_list_number_once unique (county_id, organization_id, number),
  constraint duty_list_second_person check (reviewed_by is null or reviewed_by <> submitted_by),
  constraint duty_list_issued_whole check ((state = 'issued') = (issued_at is not null and number is not null and issued_by is not null))
);
create index duty_list_path_index on duty_list (county_id, path, created_at desc);
create index duty_list_organization_index on duty_list (county_id, organization_id);

create table duty (
  county_id uuid not null default current_setting('app.county')::uuid,
  id uuid not null,
  duty_list_id uuid not null,
  path text collate "C" not null,
  ordinal integer not null,
  goal text not null,
  measures text not null default '',
  -- {number, comparator, unit, subject}
  target jsonb,
  -- {kind: day|stages|monthly|quarterly|long-term, ...}
  timing jsonb,
  -- the deadline as its source words it, and its value: 2026-06-15, 2026-06, XXXX-08, P3Y, ongoing; a missing year is the list's
  deadline_text text,
  deadline_value text,
  -- [{organizationId, name}]; organizationId is null while nobody has matched the name
  lead jsonb not null default '[]',
  partners jsonb not null default '[]',
  -- answerable posts, as written: 党委书记, 组织委员
  posts text[] not null default '{}',
  field text,
  criterion text not null default '',
  effect_days smallint,
  tags text[] not null default '{}',
  -- names of fields that rules proposed and nobody confirmed yet
  proposed text[] not null default '{}',
  revision integer not null default 1,
  -- the list's revision at the last change
  changed_at_revision bigint not null default 0,
  changed_by uuid not null default current_setting('app.actor')::uuid,
  changed_by_name text not null default '',
  removed boolean not null default false,
  constraint duty_key primary key (county_id, id),
  constraint duty_list_of_duty foreign key (county_id, duty_list_id) references duty_list,
  constraint duty_field_known check (field in ('village', 'community', 'office', 'school', 'hospital', 'state-enterprise', 'new-sector', 'town', 'all')),
  constraint duty_effect_days_known check (effect_days in (30, 90, 180))
);
create index duty_list_index on duty (county_id, duty_list_id, ordinal);
create index duty_path_index on duty (county_id, path);

-- What a duty rests on: a span of a directive's text, or an article of a regulation. The quotation stays whatever happens.
create table duty_basis (
  county_id uuid not null default current_setting('app.county')::uuid,
  id uuid not null,
  duty_id uuid not null,
  duty_list_id uuid not null,
  path text collate "C" not null,
  directive_id uuid,
  clause_id uuid,
  span_start integer,
  span_end integer,
  quote text not null,
  source text not null,
  heading text[] not null default '{}',
  constraint duty_basis_key primary key (county_id, id),
  constraint duty_basis_duty foreign key (county_id, duty_id) references duty,
  constraint duty_basis_list foreign key (county_id, duty_list_id) references duty_list,
  constraint duty_basis_span check ((directive_id is null) = (span_start is null) and (span_start is null) = (span_end is null))
);
create index duty_basis_duty_index on duty_basis (county_id, duty_id);
create index duty_basis_clause_index on duty_basis (county_id, clause_id);
create index duty_basis_list_index on duty_basis (county_id, duty_list_id);

-- An organization that an issued list names as lead or partner sees and judges the items of that list, nothing else there.
create table list_grant (
  county_id uuid not null default current_setting('app.county')::uuid,
  id uuid not null,
  organization_id uuid not null,
  path text collate "C" not null,
  duty_list_id uuid not null,
  duty_id uuid not null,
  part text not null,
  from_day date not null default (now() at time zone 'Asia/Shanghai')::date,
  to_day date,
  constraint list_grant_key primary key (county_id, id),
  constraint list_grant_organization foreign key (county_id, organization_id) references organization,
  constraint list_grant_list foreign key (county_id, duty_list_id) references duty_list,
  constraint list_grant_duty foreign key (county_id, duty_id) references duty,
  constraint list_grant_once unique (county_id, duty_id, organization_id, part),
  constraint list_grant_part_known check (part in ('lead', 'partner'))
);
create index list_grant_organization_index on list_grant (county_id, organization_id);
create index list_grant_list_index on list_grant (county_id, duty_list_id);

-- One sending of a list down the tree: all of it, or nothing.
create table dispatch (
  county_id uuid not null default current_setting('app.county')::uuid,
  id uuid not null,
  duty_list_id uuid not null,
  path text collate "C" not null,
  -- {dutyIds, receivers: {levels, fields, forms, kinds, organizationIds}}
  choice jsonb not null,
  state text not null default 'waiting',
  total integer not null,
  done integer not null default 0,
  problem text,
  requested_by uuid not null default current_setting('app.actor')::uuid,
  requested_at timestamptz not null default now(),
  finished_at timestamptz,
  constraint dispatch_key primary key (county_id, id),
  constraint dispatch_list foreign key (county_id, duty_list_id) references duty_list,
  constraint dispatch_state_known check (state in ('waiting', 'running', 'done', 'failed'))
);
create index dispatch_list_index on dispatch (county_id, duty_list_id, requested_at);

call scope_rows('duty_list');
call scope_rows_with_lists('duty');
call scope_rows_with_lists('duty_basis');
call scope_rows('list_grant');
call scope_rows('dispatch');

-- An organization that an issued list names reads the list; it judges the items, and changes nothing of the list itself.
create policy shared_list on duty_list for select using (county_id = nullif(current_setting('app.county', true), '')::uuid
  and id = any (string_to_array(nullif(current_setting('app.lists', true), ''), ',')::uuid[]));

-- What a higher organization has issued may be read below it: a branch follows its item back to the sentence.
create policy issued_downward on duty_list for select using (county_id = nullif(current_setting('app.county', true), '')::uuid
  and state = 'issued' and starts_with(current_setting('app.lo', true), path));
create policy issued_downward on duty for select using (county_id = nullif(current_setting('app.county', true), '')::uuid
  and starts_with(current_setting('app.lo', true), path)
  and exists (select from duty_list where duty_list.county_id = duty.county_id and duty_list.id = duty.duty_list_id and duty_list.state = 'issued'));
create policy issued_downward on duty_basis for select using (county_id = nullif(current_setting('app.county', true), '')::uuid
  and starts_with(current_setting('app.lo', true), path)
  and exists (select from duty_list where duty_list.county_id = duty_basis.county_id and duty_list.id = duty_basis.duty_list_id and duty_list.state = 'issued'));

-- What was taken out of a list before it was issued is nobody's but its makers', whoever else reads the list.
create policy never_issued on duty as restrictive for select using (not removed
  or (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true)));
create policy never_issued on duty_basis as restrictive for select using ((path >= current_setting('app.lo', true) and path < current_setting('app.hi', true))
  or exists (select from duty where duty.county_id = duty_basis.county_id and duty.id = duty_basis.duty_id));

-- Nobody adds to a list that lies outside the own subtree, wherever the row says that it lies.
create procedure keep_to_own_lists(target regclass)
language plpgsql as $$
begin
  execute format($policy$create policy own_list on %1$s as restrictive for insert with check (exists (
    select from duty_list where duty_list.county_id = %1$s.county_id and duty_list.id = %1$s.duty_list_id
      and duty_list.path >= current_setting('app.lo', true) and duty_list.path < current_setting('app.hi', true)))$policy$, target);
end $$;
call keep_to_own_lists('duty');
call keep_to_own_lists('duty_basis');
call keep_to_own_lists('list_grant');
call keep_to_own_lists('dispatch');

grant select on duty_list, duty, duty_basis, list_grant, dispatch to hangji_reader, hangji_writer;
grant insert, update on duty_list, duty to hangji_writer;
grant insert on duty_basis, list_grant, dispatch to hangji_writer;
grant update (state, done, problem, finished_at) on dispatch to hangji_writer;
