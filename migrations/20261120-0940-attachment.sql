-- What a file is and who brought it; its bytes lie outside the database under their SHA-256.
create table attachment (
  county_id uuid not null default current_setting('app.county')::uuid,
  id uuid not null,
  organization_id uuid not null,
  path text collate "C" not null,
  -- set when the file proves an item of an issued list, so that the list's lead may open it
  duty_list_id uuid,
  name text not null,
  media_type text not null,
  bytes bigint not null,
  sha256 text not null,
  uploaded_by uuid not null default current_setting('app.actor')::uuid,
  uploaded_at timestamptz not null default now(),
  constraint attachment_key primary key (county_id, id),
  constraint attachment_organization foreign key (county_id, organization_id) references organization,
  constraint attachment_digest_shape check (sha256 ~ '^[0-9a-f]{64}$')
);
create index attachment_organization_index on attachment (county_id, organization_id);
create index attachment_path_index on attachment (county_id, path);
call scope_rows_with_lists('attachment');
grant select on attachment to hangji_reader, hangji_writer;
grant insert, update on attachment to hangji_writer;
