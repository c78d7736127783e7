import type { Db } from '#platform/db';

/** Says how many clauses behind each list are neither a duty nor marked "no duty"（未处理条款）; lists without any may be absent. */
export type ClauseSource = (db: Db, dutyListIds: readonly string[]) => Promise<ReadonlyMap<string, number>>;

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
  for (const source of sources) {
    for (const [id, count] of await source(db, dutyListIds)) open.set(id, (open.get(id) ?? 0) + count);
  }
  return open;
}
