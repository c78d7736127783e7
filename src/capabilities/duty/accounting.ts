import type { Db } from '#platform/db';

/** Whoever brings texts, and knows which clauses of them are behind a list（条款来源）. */
export interface ClauseSource {
  /** how many clauses behind each list are neither a duty nor marked "no duty"; lists without any may be absent */
  open(db: Db, dutyListIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** told when duties of a list were removed or restored, and clauses with them */
  changed(db: Db, dutyListId: string): Promise<void>;
}

const sources: ClauseSource[] = [];

/**
 * Let a capability below answer for the clauses behind a list（条款去向）. Duties know no directive; whoever brings texts registers here at
 * load, and is asked before a list is submitted.
 */
export function accountFor(source: ClauseSource): void {
  sources.push(source);
}

/** Clauses still open behind each list, over all sources. */
export async function openClausesOf(db: Db, dutyListIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const open = new Map<string, number>();
  if (dutyListIds.length === 0) return open;
  for (const source of sources) {
    for (const [id, count] of await source.open(db, dutyListIds)) open.set(id, (open.get(id) ?? 0) + count);
  }
  return open;
}

export async function clausesChanged(db: Db, dutyListId: string): Promise<void> {
  for (const source of sources) await source.changed(db, dutyListId);
}
