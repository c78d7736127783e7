-- A speech, notice or plan that demands work: its text never changes.
create table directive (
  county_id uuid not null default current_setting('app.county')::uuid,
  id uuid not null,
  organization_id uuid not null,
  path text collate "C" not null,
  duty_list_id uuid not null,
  title text not null,
  kind text not null,
  issuer text not null,
  meeting text not null default '',
  issued_on date,
  year smallint,
  -- the file as it came; absent for pasted text
  attachment_id uuid,
  text text not null,
  -- SHA-256 of the file, or of the pasted text in UTF-8
  sha256 text not null,
  -- a scan without text: its pages are the basis and duties are typed beside them
  pages integer not null default 0,
  received_by uuid not null default current_setting('app.actor')::uuid,
  received_by_name text not null default '',
  received_at timestamptz not null default now(),
  constraint directive_key primary key (county_id, id),
  constraint directive_organization foreign key (county_id, organization_id) references organization,
  constraint directive_list foreign key (county_id, duty_list_id) references duty_list,
  constraint directive_attachment foreign key (county_id, attachment_id) references attachment,
  constraint directive_kind_known check (kind in ('speech', 'notice', 'plan', 'instruction'))
);
create index directive_path_index on directive (county_id, path, received_at desc);
create index directive_list_index on directive (county_id, duty_list_id);
create index directive_organization_index on directive (county_id, organization_id);
create index directive_attachment_index on directive (county_id, attachment_id);

create table directive_page (
  county_id uuid not null default current_setting('app.county')::uuid,
  directive_id uuid not null,
  number integer not null,
  attachment_id uuid not null,
  path text collate "C" not null,
  constraint directive_page_key primary key (county_id, directive_id, number),
  constraint directive_page_directive foreign key (county_id, directive_id) references directive,
  constraint directive_page_attachment foreign key (county_id, attachment_id) references attachment
);
create index directive_page_attachment_index on directive_page (county_id, attachment_id);

create table section (
  county_id uuid not null default current_setting('app.county')::uuid,
  id uuid not null,
  directive_id uuid not null,
  path text collate "C" not null,
  position integer not null,
  level smallint not null,
  marker text not null,
  title text not null,
  span_start integer not null,
  span_end integer not null,
  title_start integer not null,
  title_end integer not null,
  constraint section_key primary key (county_id, id),
  constraint section_directive foreign key (county_id, directive_id) references directive
);
create index section_directive_index on section (county_id, directive_id, position);

-- Every unit of the text is accounted for: it is the basis of a duty, or it is "no duty" with a reason.
create table clause (
  county_id uuid not null default current_setting('app.county')::uuid,
  id uuid not null,
  directive_id uuid not null,
  duty_list_id uuid not null,
  path text collate "C" not null,
  organization_id uuid not null,
  position integer not null,
  kind text not null,
  heading text[] not null,
  span_start integer not null,
  span_end integer not null,
  text text not null,
  -- {lead, support, targets, deadline, quantities, mechanisms} as decomposed
  attributes jsonb not null default '{}',
  no_duty_reason text,
  settled_by uuid,
  settled_at timestamptz,
  received_on date not null default (now() at time zone 'Asia/Shanghai')::date,
  constraint clause_key primary key (county_id, id),
  constraint clause_directive foreign key (county_id, directive_id) references directive,
  constraint clause_list foreign key (county_id, duty_list_id) references duty_list,
  constraint clause_kind_known check (kind in ('task', 'exhortation', 'review', 'background', 'greeting', 'typed'))
);
create index clause_directive_index on clause (county_id, directive_id, position);
create index clause_path_index on clause (county_id, path, received_on);
create index clause_list_index on clause (county_id, duty_list_id);
alter table duty_basis add constraint duty_basis_clause foreign key (county_id, clause_id) references clause;

call scope_rows_with_lists('directive');
call scope_rows('directive_page');
call scope_rows('section');
call scope_rows('clause');
call keep_to_own_lists('directive');
call keep_to_own_lists('clause');

create policy issued_downward on directive for select using (county_id = nullif(current_setting('app.county', true), '')::uuid
  and starts_with(current_setting('app.lo', true), path)
  and exists (select from duty_list where duty_list.county_id = directive.county_id and duty_list.id = directive.duty_list_id and duty_list.state = 'issued'));
-- A part of a directive is seen by whoever sees the directive.
create policy with_directive on section for select using (county_id = nullif(current_setting('app.county', true), '')::uuid
  and exists (select from directive where directive.county_id = section.county_id and directive.id = section.directive_id));
create policy with_directive on directive_page for select using (county_id = nullif(current_setting('app.county', true), '')::uuid
  and exists (select from directive where directive.county_id = directive_page.county_id and directive.id = directive_page.directive_id));
create policy with_directive on clause for select using (county_id = nullif(current_setting('app.county', true), '')::uuid
  and exists (select from directive where directive.county_id = clause.county_id and directive.id = clause.directive_id));

-- The file itself, too: a branch below reads the pages of an issued scan.
create policy with_directive on attachment for select using (county_id = nullif(current_setting('app.county', true), '')::uuid
  and exists (select from directive where directive.county_id = attachment.county_id and directive.attachment_id = attachment.id));

grant select on directive, directive_page, section, clause to hangji_reader, hangji_writer;
grant insert on directive, directive_page, section, clause to hangji_writer;
grant update (year, title, issuer, meeting, issued_on, kind) on directive to hangji_writer;
grant update (no_duty_reason, settled_by, settled_at) on clause to hangji_writer;
