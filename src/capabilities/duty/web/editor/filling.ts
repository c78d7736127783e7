import type { DutyChange, DutyView, Suggestion } from '../../contract.ts';

/** One filling of several items with the same values. */
export interface Filling {
  dutyIds: string[];
  change: DutyChange;
}

/** Turn suggestions into as few fillings as possible（采用建议）: the first of each kind, only for what is still missing. */
export function fillingsOf(wanted: readonly (readonly [DutyView, Suggestion])[]): Filling[] {
  const groups = new Map<string, Filling>();
  for (const [duty, suggestion] of wanted) {
    for (const change of changesFor(duty, suggestion)) {
      const key = JSON.stringify(change);
      const group = groups.get(key);
      if (group) group.dutyIds.push(duty.id);
      else groups.set(key, { dutyIds: [duty.id], change });
    }
  }
  return [...groups.values()];
}

function changesFor(duty: DutyView, { leads: [lead], posts: [post], timings: [timing] }: Suggestion): DutyChange[] {
  const changes: DutyChange[] = [];
  if (lead && duty.leads.length === 0) changes.push({ leads: [{ organizationId: lead.organizationId, name: lead.name }] });
  if (post && duty.posts.length === 0) changes.push({ posts: [post.post] });
  if (timing && duty.timing === null) changes.push({ timing: timing.timing });
  return changes;
}

/** Does a suggestion fill anything that is still missing? */
export const isUseful = (duty: DutyView | undefined, suggestion: Suggestion | undefined): boolean =>
  duty !== undefined && suggestion !== undefined && changesFor(duty, suggestion).length > 0;
