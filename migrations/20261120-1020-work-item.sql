-- One organization's copy of a demand: the thing that is closed. Two axes of state: `working` belongs to the doer, `judged`
-- to somebody else.
create table work_item (
  county_id uuid not null default current_setting('app.county')::uuid,
  id uuid not null,
  organization_id uuid not null,
  -- name and place of the day of dispatch
  organization_name text not null,
  path text collate "C" not null,
  level smallint not null generated always as (length(path) / 3) stored,
  number text not null,
  title text not null,
  origin_kind text not null,
  origin_id uuid not null,
  duty_list_id uuid,
  dispatch_id uuid,
  -- organization that dispatched it, and those that lead it: names for people, ids for rules
  issuer_id uuid not null,
  issuer_name text not null,
  lead_ids uuid[] not null default '{}',
  lead_names text not null default '',
  posts text[] not null default '{}',
  field text,
  measures text not null default '',
  target jsonb,
  timing jsonb not null,
  criterion text not null default '',
  effect_days smallint,
  starts_on date not null,
  due_on date not null,
  -- the next day by which a rhythm or a stage asks for a record; null: the deadline itself. Kept with every record, so that a
  -- lamp is a comparison of two days.
  checkpoint_on date,
  -- the latest day on which something happened that proves it
  last_happened_on date,
  working text not null default 'dispatched',
  judged text not null default 'open',
  revision integer not null default 1,
  dispatched_by uuid not null,
  dispatched_at timestamptz not null default now(),
  accepted_by uuid,
  accepted_at timestamptz,
  submitted_by uuid,
  submitted_at timestamptz,
  submission text,
  verified_by uuid,
  verified_at timestamptz,
  written_off_by uuid,
  written_off_at timestamptz,
  begun boolean not null generated always as (working in ('doing', 'submitted')) stored,
  -- The day after which the lamp is red: null when closed, infinity while a timely submission waits for others, -infinity for a late one.
  lamp_day date generated always as (case
    when judged in ('written-off', 'effective', 'cancelled') then null
    when working <> 'submitted' then coalesce(checkpoint_on, due_on)
    when (submitted_at at time zone 'Asia/Shanghai')::date <= due_on then 'infinity'::date
    else '-infinity'::date end) stored,
  constraint work_item_key primary key (county_id, id),
  constraint work_item_organization foreign key (county_id, organization_id) references organization,
  constraint work_item_dispatched_once unique (county_id, origin_id, organization_id),
  constraint work_item_dispatch foreign key (county_id, dispatch_id) references dispatch,
  constraint work_item_list foreign key (county_id, duty_list_id) references duty_list,
  constraint work_item_working_known check (working in ('dispatched', 'negotiating', 'declined', 'accepted', 'doing', 'submitted')),
  constraint work_item_judged_known check (judged in ('open', 'returned', 'verified', 'written-off', 'effective', 'relapsed', 'cancelled')),
  constraint work_item_axes_legal check (
    judged in ('open', 'cancelled') or (judged in ('returned', 'relapsed') and working in ('doing', 'submitted')) or working = 'submitted'),
  constraint work_item_verified_by_another check (verified_by is null or verified_by <> submitted_by),
  constraint work_item_written_off_by_another check (written_off_by is null or written_off_by <> submitted_by),
  constraint work_item_verified_known check (judged not in ('verified', 'written-off', 'effective') or verified_by is not null),
  constraint work_item_written_off_known check ((judged in ('written-off', 'effective')) <= (written_off_by is not null)),
  constraint work_item_span check (due_on >= starts_on)
);
-- A county's list in the order of its deadlines is read from the front, whatever its length.
create index work_item_due_index on work_item (county_id, due_on, path, id);
create index work_item_organization_index on work_item (county_id, organization_id, due_on);
create index work_item_open_index on work_item (county_id, due_on, path, id) include (duty_list_id, lamp_day, begun, starts_on) where lamp_day is not null;
-- Lamps of a subtree are counted from the index alone.
create index work_item_lamp_index on work_item (county_id, path)
  include (duty_list_id, lamp_day, begun, starts_on);
create index work_item_to_verify_index on work_item (county_id, path) where working = 'submitted' and judged in ('open', 'returned', 'relapsed');
create index work_item_to_write_off_index on work_item (county_id, path) where judged = 'verified';
create index work_item_origin_index on work_item (county_id, origin_id, path);
create index work_item_list_index on work_item (county_id, duty_list_id, due_on, path, id) include (judged);
create index work_item_dispatch_index on work_item (county_id, dispatch_id);
create index work_item_number_index on work_item (county_id, number);

-- Every move of an item, with who, when and why: the history on its page.
create table work_item_step (
  county_id uuid not null default current_setting('app.county')::uuid,
  id uuid not null,
  work_item_id uuid not null,
  path text collate "C" not null,
  duty_list_id uuid,
  at timestamptz not null default now(),
  actor_id uuid not null default current_setting('app.actor')::uuid,
  actor_name text not null,
  actor_organization text not null,
  move text not null,
  working text not null,
  judged text not null,
  note text not null default '',
  constraint work_item_step_key primary key (county_id, id),
  constraint work_item_step_item foreign key (county_id, work_item_id) references work_item
);
create index work_item_step_item_index on work_item_step (county_id, work_item_id, at);

-- What the work itself left behind. When it happened and when it was recorded are two days.
create table evidence (
  county_id uuid not null default current_setting('app.county')::uuid,
  id uuid not null,
  work_item_id uuid not null,
  path text collate "C" not null,
  duty_list_id uuid,
  kind text not null,
  title text not null,
  note text not null default '',
  happened_on date not null,
  recorded_at timestamptz not null default now(),
  recorded_by uuid not null default current_setting('app.actor')::uuid,
  recorder_name text not null,
  -- entered by somebody for one who cannot: whose record it is
  on_behalf_of text,
  attachment_id uuid,
  -- a named beneficiary's confirmation: who, in their own words
  beneficiary text,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdrawal_reason text,
  constraint evidence_key primary key (county_id, id),
  constraint evidence_item foreign key (county_id, work_item_id) references work_item,
  constraint evidence_attachment foreign key (county_id, attachment_id) references attachment,
  constraint evidence_kind_known check (kind in ('document', 'record', 'confirmation')),
  constraint evidence_document_has_file check (kind <> 'document' or attachment_id is not null),
  constraint evidence_confirmation_named check ((kind = 'confirmation') = (beneficiary is not null)),
  constraint evidence_not_in_future check (happened_on <= (recorded_at at time zone 'Asia/Shanghai')::date),
  constraint evidence_withdrawal_whole check ((withdrawn_at is null) = (withdrawal_reason is null))
);
create index evidence_item_index on evidence (county_id, work_item_id, recorded_at);
create index evidence_attachment_index on evidence (county_id, attachment_id);

call scope_rows_with_lists('work_item');
call scope_rows_with_lists('work_item_step');
call scope_rows_with_lists('evidence');
-- A lead judges the items of its list wherever they lie, and each judgement is a step of their history.
create policy judged_by_lead on work_item for update using (county_id = (select nullif(current_setting('app.county', true), '')::uuid)
  and duty_list_id = any ((select string_to_array(nullif(current_setting('app.lists', true), ''), ',')::uuid[])::uuid[]));
create policy judged_by_lead on work_item_step for insert with check (county_id = (select nullif(current_setting('app.county', true), '')::uuid)
  and duty_list_id = any ((select string_to_array(nullif(current_setting('app.lists', true), ''), ',')::uuid[])::uuid[]));
grant select on work_item, work_item_step, evidence to hangji_reader, hangji_writer;
grant insert, update on work_item, evidence to hangji_writer;
grant insert on work_item_step to hangji_writer;
