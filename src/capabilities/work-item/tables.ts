import type { Generated, Selectable } from 'kysely';
import type { Target, Timing } from '#kernel/demand';
import type { Db } from '#platform/db';
import type { EvidenceKind } from './rules/evidence.ts';
import type { Move } from './rules/moves.ts';
import type { Judged, Working } from './rules/states.ts';

export interface WorkItemTable {
  county_id: Generated<string>;
  id: string;
  organization_id: string;
  organization_name: string;
  path: string;
  level: Generated<number>;
  number: string;
  title: string;
  origin_kind: string;
  origin_id: string;
  duty_list_id: string | null;
  dispatch_id: string | null;
  issuer_id: string;
  issuer_name: string;
  lead_ids: string[];
  lead_names: string;
  posts: string[];
  field: string | null;
  measures: string;
  target: Target | null;
  timing: Timing;
  criterion: string;
  effect_days: number | null;
  starts_on: string;
  due_on: string;
  checkpoint_on: string | null;
  last_happened_on: string | null;
  working: Working;
  judged: Judged;
  revision: number;
  dispatched_by: string;
  dispatched_at: Date;
  accepted_by: string | null;
  accepted_at: Date | null;
  submitted_by: string | null;
  submitted_at: Date | null;
  submission: string | null;
  verified_by: string | null;
  verified_at: Date | null;
  written_off_by: string | null;
  written_off_at: Date | null;
}
export type WorkItem = Selectable<WorkItemTable>;

export interface StepTable {
  county_id: Generated<string>;
  id: string;
  work_item_id: string;
  path: string;
  duty_list_id: string | null;
  at: Generated<Date>;
  actor_id: Generated<string>;
  actor_name: string;
  actor_organization: string;
  move: Move | 'dispatch';
  working: Working;
  judged: Judged;
  note: string;
}

export interface EvidenceTable {
  county_id: Generated<string>;
  id: string;
  work_item_id: string;
  path: string;
  duty_list_id: string | null;
  kind: EvidenceKind;
  title: string;
  note: string;
  happened_on: string;
  recorded_at: Generated<Date>;
  recorded_by: Generated<string>;
  recorder_name: string;
  on_behalf_of: string | null;
  attachment_id: string | null;
  beneficiary: string | null;
  withdrawn_at: Date | null;
  withdrawn_by: string | null;
  withdrawal_reason: string | null;
}
export type Evidence = Selectable<EvidenceTable>;

type Tables = { work_item: WorkItemTable; work_item_step: StepTable; evidence: EvidenceTable };

/** What the work item's own files may name; nobody else's. */
export const own = (db: Db) => db.withTables<Tables>();
