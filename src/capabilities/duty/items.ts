import type { Db } from '#platform/db';
import { itemCountsByList, itemCountsByOrigin } from '#work-item';

/** Items dispatched of a duty or a list（任务数）, and how many of them are written off（销号数）, as far as the actor sees them. */
export interface ItemCount {
  items: number;
  writtenOff: number;
}

export async function itemsOfDuties(db: Db, dutyIds: readonly string[]): Promise<ReadonlyMap<string, ItemCount>> {
  if (dutyIds.length === 0) return new Map();
  return new Map((await itemCountsByOrigin(db, dutyIds).execute()).map((row) => [row.origin_id, row]));
}

export async function itemsOfLists(db: Db, dutyListIds: readonly string[]): Promise<ReadonlyMap<string, ItemCount>> {
  if (dutyListIds.length === 0) return new Map();
  return new Map((await itemCountsByList(db, dutyListIds).execute()).map((row) => [row.duty_list_id, row]));
}
