import { allAttachments, shareWithList } from '#attachment';
import { dayOf } from '#kernel/day';
import { refuse, settle } from '#kernel/decision';
import type { Context } from '#platform/http';
import { stateOf } from './actions.ts';
import { addEvidence, evidenceOf, lastHappenedOn, type NewEvidence, withdraw } from './evidence.ts';
import { decideMove } from './rules/decisions.ts';
import { checkpointOf } from './rules/demand.ts';
import { decideEvidence, decideWithdrawal, type EvidenceKind } from './rules/evidence.ts';
import type { Move, Pair } from './rules/moves.ts';
import * as store from './store.ts';
import type { Evidence, WorkItem } from './tables.ts';
import { factsOf, moverOf, viewOf } from './view.ts';

interface EvidenceInput {
  workItemId: string;
  evidenceId: string;
  kind: EvidenceKind;
  title: string;
  note: string;
  happenedOn: string;
  onBehalfOf?: string | undefined;
  beneficiary?: string | undefined;
  attachmentId?: string | undefined;
}

/**
 * Record what proves an item（登记佐证）. The browser makes the id, so that a send repeated after a lost answer is one record; the first
 * record on an accepted item begins it.
 */
export async function recordEvidence(ctx: Context, input: EvidenceInput) {
  const { db, actor } = ctx;
  const today = dayOf(new Date());
  const before = await store.lockItem(db, input.workItemId, actor);
  const evidence = evidenceFrom(input, before, actor.name);
  const earlier = await evidenceOf(db, input.evidenceId);
  if (earlier) return isSame(earlier, evidence, actor.id) ? viewOf(db, before.id, actor, today) : idTaken();
  const pair = settle(decideMove(factsOf(before), 'add-evidence', moverOf(actor)));
  const { happened_on, attachment_id, beneficiary } = evidence;
  const facts = { kind: evidence.kind, happenedOn: happened_on, hasFile: attachment_id !== null, beneficiary: beneficiary ?? undefined };
  settle(decideEvidence(facts, before.starts_on, today));

  if (attachment_id) await bindFile(ctx, attachment_id, before.duty_list_id);
  const added = await addEvidence(db, evidence);
  if (!added) return idTaken();

  await keepCourse(ctx, before, pair, 'add-evidence', evidence.title);
  const after = { ...pair, evidenceId: added.id, kind: added.kind, title: added.title, happenedOn: added.happened_on, onBehalfOf: added.on_behalf_of };
  await ctx.record('work-item.evidenced', { subjectId: before.id, before: stateOf(before), after });
  return viewOf(db, before.id, actor, today);
}

/** Take evidence back（撤回佐证）before the item is reported finished; it stays to be read, struck through, with the reason. */
export async function withdrawEvidence(ctx: Context, { evidenceId, reason }: { evidenceId: string; reason: string }) {
  const { db, actor } = ctx;
  // The item is locked first, as by every other move; the evidence is then read as it is now.
  const { work_item_id } = (await evidenceOf(db, evidenceId)) ?? missing();
  const before = await store.lockItem(db, work_item_id, actor);
  const { withdrawn_at } = (await evidenceOf(db, evidenceId)) ?? missing();
  settle(decideWithdrawal({ working: before.working, judged: before.judged, withdrawn: withdrawn_at !== null }, reason));
  const pair = settle(decideMove(factsOf(before), 'withdraw-evidence', moverOf(actor)));

  const withdrawn = await withdraw(db, evidenceId, actor.id, reason);

  await keepCourse(ctx, before, pair, 'withdraw-evidence', `${withdrawn.title}：${reason}`);
  await ctx.record('work-item.evidence-withdrawn', { subjectId: before.id, before: stateOf(before), after: { evidenceId, reason } });
  return viewOf(db, before.id, actor, dayOf(new Date()));
}

/** The lead of the item's list may open the file that proves it; a file stands for one list, so that no other lead sees it. */
async function bindFile({ db }: Context, attachmentId: string, dutyListId: string | null): Promise<void> {
  const known = await allAttachments(db).where('id', '=', attachmentId).executeTakeFirst();
  if (!known) settle(refuse('work-item.document-missing', {}, '夯基规则：文件类佐证附文件'));
  if (dutyListId === null || (await shareWithList(db, attachmentId, dutyListId))) return;
  settle(refuse('work-item.file-of-another-list', { name: known?.name ?? '' }, '夯基规则：佐证文件只向本清单的牵头单位开放'));
}

/** What happened last decides the next checkpoint, and every change is a step of the history. */
async function keepCourse({ db, actor }: Context, before: WorkItem, pair: Pair, move: Move, note: string): Promise<void> {
  const last_happened_on = await lastHappenedOn(db, before.id);
  const checkpoint_on = checkpointOf({ timing: before.timing, startsOn: before.starts_on, dueOn: before.due_on, lastHappenedOn: last_happened_on });
  const after = await store.saveItem(db, before, { ...pair, last_happened_on, checkpoint_on });
  await store.addStep(db, after, actor, move, note);
}

function evidenceFrom(input: EvidenceInput, item: WorkItem, recorderName: string): NewEvidence {
  return {
    id: input.evidenceId,
    work_item_id: item.id,
    path: item.path,
    duty_list_id: item.duty_list_id,
    kind: input.kind,
    title: input.title,
    note: input.note,
    happened_on: input.happenedOn,
    recorder_name: recorderName,
    on_behalf_of: input.onBehalfOf ?? null,
    attachment_id: input.attachmentId ?? null,
    // Only a confirmation names a beneficiary.
    beneficiary: input.kind === 'confirmation' ? (input.beneficiary ?? null) : null,
  };
}

const compared = ['work_item_id', 'kind', 'title', 'note', 'happened_on', 'on_behalf_of', 'attachment_id', 'beneficiary'] as const;

const isSame = (earlier: Evidence, sent: NewEvidence, actorId: string): boolean =>
  earlier.recorded_by === actorId && compared.every((field) => earlier[field] === sent[field]);

const idTaken = (): never => settle(refuse('work-item.evidence-id-taken', {}, '夯基规则：一个编号一条佐证'));

function missing(): never {
  throw new Error('the guard found this evidence, and it is gone');
}
