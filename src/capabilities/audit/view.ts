import type { EntryView } from './contract.ts';
import { labelOf } from './kinds.ts';

interface EntryRow {
  seal: number;
  position: number;
  at: Date;
  actor_id: string;
  kind: string;
  subject_id: string;
  path: string;
  change: { before?: unknown; after?: unknown };
}

/** An entry as the audit administrator reads it: with names where there are any. */
export const entryView = (row: EntryRow, actors: ReadonlyMap<string, string>, organizations: ReadonlyMap<string, string>): EntryView => ({
  seal: row.seal,
  position: row.position,
  at: row.at.toISOString(),
  actorId: row.actor_id,
  actorName: actors.get(row.actor_id) ?? null,
  kind: row.kind,
  kindLabel: labelOf(row.kind),
  subjectId: row.subject_id,
  path: row.path,
  organizationName: organizations.get(row.path) ?? null,
  before: row.change.before,
  after: row.change.after,
});
