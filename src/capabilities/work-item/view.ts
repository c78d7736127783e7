import { dayOf } from '#kernel/day';
import type { Actor } from '#platform/access';
import type { Db } from '#platform/db';
import { holdersOn } from '#post';
import { type EvidenceView, moves, type WorkItemRow, type WorkItemView } from './contract.ts';
import { evidenceList, type ListedEvidence } from './evidence.ts';
import type { ItemFacts, Mover } from './rules/decisions.ts';
import { isLate } from './rules/evidence.ts';
import { lampOf } from './rules/lamps.ts';
import { movesFor } from './rules/may.ts';
import { postMeant } from './rules/posts.ts';
import { itemOf, type KnownItem, stepsOf } from './store.ts';

export const factsOf = (item: KnownItem): ItemFacts => ({
  working: item.working,
  judged: item.judged,
  organizationId: item.organization_id,
  organizationName: item.organization_name,
  path: item.path,
  leadIds: item.lead_ids,
  issuerName: item.issuer_name,
  issuerPath: item.issuer_path,
  submittedBy: item.submitted_by,
  evidence: item.evidence,
  authoredByCaller: item.authored,
});

export const moverOf = ({ id, organizationId, path }: Actor): Mover => ({ id, organizationId, path });

/** An item as a line of a list, with what the caller may do（任务行）. */
export function rowOf(item: KnownItem, actor: Actor, today: string): WorkItemRow {
  const lamp = lampOf(
    {
      working: item.working,
      judged: item.judged,
      startsOn: item.starts_on,
      dueOn: item.due_on,
      checkpointOn: item.checkpoint_on ?? item.due_on,
      submittedOn: item.submitted_at && dayOf(item.submitted_at),
      source: `${item.issuer_name} ${item.number.replace(/-\d{4,}$/, '')}`,
    },
    today,
  );
  return {
    id: item.id,
    number: item.number,
    title: item.title,
    organizationId: item.organization_id,
    organizationName: item.organization_name,
    leadNames: item.lead_names,
    posts: item.posts,
    field: item.field,
    startsOn: item.starts_on,
    dueOn: item.due_on,
    working: item.working,
    judged: item.judged,
    lamp,
    evidence: item.evidence,
    revision: item.revision,
    may: movesFor(factsOf(item), { ...moverOf(actor), permissions: actor.permissions }, moves),
  };
}

/** The whole of one item（任务详情）, read after a change or for its page. */
export async function viewOf(db: Db, id: string, actor: Actor, today: string): Promise<WorkItemView> {
  const item = await itemOf(db, id, actor);
  const [evidence, steps, holders] = [await evidenceList(db, id), await stepsOf(db, id), await answerable(db, item, today)];
  return {
    ...rowOf(item, actor, today),
    issuerName: item.issuer_name,
    measures: item.measures,
    target: item.target,
    timing: item.timing,
    criterion: item.criterion,
    effectDays: item.effect_days,
    dispatchedAt: item.dispatched_at.toISOString(),
    submission: item.submission,
    holders,
    evidenceList: evidence.map(evidenceViewOf),
    steps: steps.map((step) => ({
      at: step.at.toISOString(),
      actorName: step.actor_name,
      actorOrganization: step.actor_organization,
      move: step.move,
      working: step.working,
      judged: step.judged,
      note: step.note,
    })),
  };
}

function evidenceViewOf(evidence: ListedEvidence): EvidenceView {
  const { attachment_id, file_name, file_type, file_bytes, withdrawn_at, withdrawal_reason } = evidence;
  const hasFile = attachment_id !== null && file_name !== null && file_type !== null;
  return {
    id: evidence.id,
    kind: evidence.kind,
    title: evidence.title,
    note: evidence.note,
    happenedOn: evidence.happened_on,
    recordedAt: evidence.recorded_at.toISOString(),
    recorderName: evidence.recorder_name,
    onBehalfOf: evidence.on_behalf_of,
    beneficiary: evidence.beneficiary,
    late: isLate(evidence.happened_on, dayOf(evidence.recorded_at)),
    attachment: hasFile ? { id: attachment_id, name: file_name, mediaType: file_type, bytes: file_bytes ?? 0 } : null,
    withdrawn: withdrawn_at && { at: withdrawn_at.toISOString(), reason: withdrawal_reason ?? '' },
  };
}

/** Who answers today: the task belongs to a post, and the holder is whoever holds it on the day it is asked（当日责任人）. */
async function answerable(db: Db, item: KnownItem, today: string): Promise<WorkItemView['holders']> {
  const meant = item.posts.map((post) => ({ post, title: postMeant(post) }));
  const titles = [...new Set(meant.flatMap(({ title }) => title ?? []))];
  const seats = await holdersOn(db, [item.organization_id], titles, today);
  return meant.flatMap(({ post, title }) => {
    const names = seats.filter((seat) => seat.title === title).map(({ name }) => ({ post, name }));
    return names.length > 0 ? names : [{ post, name: null }];
  });
}
