create table organization (
  county_id uuid not null default current_setting('app.county')::uuid,
  id uuid not null,
  parent_id uuid,
  path text collate "C" not null,
  level smallint not null generated always as (length(path) / 3) stored,
  name text not null,
  kind text not null,
  form text not null default 'ordinary',
  field text not null,
  has_committee boolean not null,
  set_up_on date not null,
  constraint organization_key primary key (county_id, id),
  constraint organization_parent foreign key (county_id, parent_id) references organization,
  constraint organization_path_unique unique (county_id, path) deferrable initially immediate,
  constraint organization_path_levels check (path ~ '^([0-9]{3}){1,12}$'),
  constraint organization_kind_known check (kind in ('committee', 'working-committee', 'leading-group', 'general-branch', 'branch', 'joint-branch', 'temporary-branch')),
  constraint organization_form_known check (form in ('ordinary', 'area', 'industry', 'mobile', 'functional', 'online', 'joint-village')),
  constraint organization_field_known check (field in ('village', 'community', 'office', 'school', 'hospital', 'state-enterprise', 'new-sector', 'town', 'county'))
);
create index organization_parent_index on organization (county_id, parent_id);
call scope_rows('organization');
grant select on organization to hangji_reader, hangji_writer;
grant insert, update on organization to hangji_writer;

-- An enterprise, village, school, hospital or office in which an organization is, or should be, set up.
create table unit (
  county_id uuid not null default current_setting('app.county')::uuid,
  id uuid not null,
  -- the organization in whose area of responsibility the unit lies
  organization_id uuid not null,
  -- the organization set up in it, if any
  covered_by_id uuid,
  path text collate "C" not null,
  name text not null,
  kind text not null,
  credit_code text,
  in_operation boolean not null default true,
  employees integer not null default 0,
  constraint unit_key primary key (county_id, id),
  constraint unit_organization foreign key (county_id, organization_id) references organization,
  constraint unit_covered_by foreign key (county_id, covered_by_id) references organization,
  constraint unit_kind_known check (kind in ('village', 'community', 'office', 'school', 'hospital', 'state-enterprise', 'private-enterprise', 'social-organization')),
  constraint unit_credit_code_shape check (credit_code ~ '^[0-9A-HJ-NP-RTUW-Y]{18}$')
);
create index unit_organization_index on unit (county_id, organization_id);
create index unit_covered_by_index on unit (county_id, covered_by_id);
create index unit_path_index on unit (county_id, path);
call scope_rows('unit');
grant select on unit to hangji_reader, hangji_writer;
grant insert, update on unit to hangji_writer;
