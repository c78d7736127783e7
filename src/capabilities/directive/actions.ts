import { addDrafts, bindToDuty, type Edit, editList, isEditable, listOf, listStateLabel } from '#duty';
import { accept, refuse, settle } from '#kernel/decision';
import type { Context } from '#platform/http';
import { newId } from '#platform/id';
import type { ClauseView } from './contract.ts';
import { dutyDraft, namesIn, taskIn } from './drafts.ts';
import { markClauses } from './indicators.ts';
import { partiesNamed } from './parties.ts';
import { draftOf } from './rules/drafting.ts';
import { proposedReasons } from './rules/reasons.ts';
import { decideSelection, type Selected } from './rules/selection.ts';
import * as store from './store.ts';
import { clauseViews, dutiesByClause } from './view.ts';

const source = '夯基规则：讲话逐句有着落';

/** Hold the list behind a directive（持清单写入）. @throws a refusal when it is no draft any more */
async function editDirective(ctx: Context, directiveId: string): Promise<{ directive: store.Directive; edit: Edit }> {
  const directive = await store.directiveOf(ctx.db, directiveId);
  const { state } = await listOf(ctx.db, directive.duty_list_id);
  settle(isEditable(state) ? accept(state) : refuse('directive.not-editable', { state: listStateLabel[state] }, '夯基规则：送审后清单不再改动'));
  return { directive, edit: await editList(ctx, directive.duty_list_id) };
}

interface Selection {
  directiveId: string;
  start: number;
  end: number;
  into?: string | undefined;
}

/** Make a duty of a passage of the text（划句立项）, or let a duty that exists rest on it too. */
export async function makeDuty(ctx: Context, { directiveId, start, end, into }: Selection): Promise<{ dutyId: string }> {
  const { directive, edit } = await editDirective(ctx, directiveId);
  const clauses = (await store.clausesOf(ctx.db, directiveId)).map((clause) => ({ ...clause, start: clause.span_start, end: clause.span_end }));
  const parts = settle(
    decideSelection(
      directive.text,
      { start, end },
      clauses.filter((clause) => clause.kind !== 'typed'),
    ),
  );
  const bases = parts.map((part) => basisOf(directive, part));
  const passage = directive.text.slice(parts[0]?.start ?? start, parts.at(-1)?.end ?? end);
  const dutyId =
    into ??
    (await draftFrom(ctx, { directive, edit, passage, heading: bases[0]?.heading ?? [], bases, after: await dutyBefore(ctx, directive, clauses, start) }));
  if (into) await bindToDuty(ctx, edit, into, bases, passage);
  await reopenWithDuties(ctx, parts);
  await markClauses(ctx.db, directive.duty_list_id);
  await ctx.record('directive.duty-made', { subjectId: directiveId, after: { dutyId, start, end, joined: into !== undefined } });
  return { dutyId };
}

const basisOf = ({ id, title, text }: store.Directive, { clause, start, end }: Selected<store.Clause>) => ({
  directive_id: id,
  clause_id: clause?.id ?? null,
  span_start: start,
  span_end: end,
  quote: text.slice(start, end),
  source: title,
  heading: clause?.heading ?? [],
});

interface Passage {
  directive: store.Directive;
  edit: Edit;
  passage: string;
  heading: readonly string[];
  bases: ReturnType<typeof basisOf>[];
  after?: string | null;
}

async function draftFrom(ctx: Context, { directive, edit, passage, heading, bases, after }: Passage): Promise<string> {
  const task = draftOf(taskIn(passage, heading), directive.issued_on);
  const draft = dutyDraft(task, await partiesNamed(ctx, namesIn([task])), bases);
  const [dutyId] = await addDrafts(ctx, edit, [draft], after);
  if (!dutyId) throw new Error('no duty was drafted');
  return dutyId;
}

/** The duty of the nearest sentence before, so that the list keeps the order of the text; null where there is none. */
async function dutyBefore(ctx: Context, directive: store.Directive, clauses: readonly store.Clause[], start: number): Promise<string | null> {
  const duties = await dutiesByClause(ctx.db, [directive.duty_list_id]);
  const before = clauses.filter((clause) => clause.kind !== 'typed' && clause.span_start <= start && duties.has(clause.id));
  return before.at(-1) ? (duties.get(before.at(-1)?.id ?? '')?.at(-1) ?? null) : null;
}

/** A clause that has become a duty is not "no duty" any more. */
async function reopenWithDuties(ctx: Context, parts: readonly Selected<store.Clause>[]): Promise<void> {
  const settled = parts.flatMap(({ clause }) => (clause && clause.no_duty_reason !== null ? [{ id: clause.id, reason: null }] : []));
  if (settled.length > 0) await store.settleClauses(ctx.db, settled);
}

/** Enter what a page of a scan demands（对照扫描件录入）: a clause typed by hand, and the duty it becomes. */
export async function typeClause(ctx: Context, { directiveId, page, text }: { directiveId: string; page: number; text: string }): Promise<{ dutyId: string }> {
  const { directive, edit } = await editDirective(ctx, directiveId);
  settle(page <= directive.pages ? accept(page) : refuse('directive.page-outside', { page, pages: directive.pages }, source));
  const clauses = await store.clausesOf(ctx.db, directiveId);
  const clause = {
    id: newId(),
    directive_id: directiveId,
    duty_list_id: directive.duty_list_id,
    path: directive.path,
    organization_id: directive.organization_id,
    position: clauses.length,
    kind: 'typed' as const,
    heading: [`第 ${page} 页`],
    span_start: 0,
    span_end: 0,
    text,
    attributes: {},
  };
  await store.addClauses(ctx.db, [clause]);
  const basis = { directive_id: directiveId, clause_id: clause.id, span_start: 0, span_end: 0, quote: text, source: directive.title, heading: clause.heading };
  const dutyId = await draftFrom(ctx, { directive, edit, passage: text, heading: [], bases: [basis] });
  await markClauses(ctx.db, directive.duty_list_id);
  await ctx.record('directive.clause-typed', { subjectId: directiveId, after: { dutyId, clauseId: clause.id, page, text } });
  return { dutyId };
}

/** Mark clauses as "no duty"（标为不立项）: for the reason given, or each for the reason proposed for its kind. */
export async function settleClauses(
  ctx: Context,
  { directiveId, clauseIds, reason }: { directiveId: string; clauseIds: string[]; reason?: string | undefined },
): Promise<ClauseView[]> {
  const { directive } = await editDirective(ctx, directiveId);
  const picked = await pickClauses(ctx, directiveId, clauseIds);
  const duties = await dutiesByClause(ctx.db, [directive.duty_list_id]);
  const withDuties = picked.find((clause) => duties.has(clause.id));
  if (withDuties) settle(refuse('directive.clause-has-duties', { count: duties.get(withDuties.id)?.length ?? 0 }, source));
  const settled = picked.map((clause) => ({ id: clause.id, reason: reason ?? proposedReasons[clause.kind] }));
  if (settled.some((clause) => clause.reason === null)) settle(refuse('directive.reason-missing', {}, source));
  await store.settleClauses(ctx.db, settled);
  await markClauses(ctx.db, directive.duty_list_id);
  await ctx.record('directive.clauses-settled', { subjectId: directiveId, after: { clauses: settled } });
  return clauseViews(ctx.db, directiveId, directive.duty_list_id);
}

/** Open clauses again（撤销不立项）. */
export async function reopenClauses(ctx: Context, { directiveId, clauseIds }: { directiveId: string; clauseIds: string[] }): Promise<ClauseView[]> {
  const { directive } = await editDirective(ctx, directiveId);
  const picked = await pickClauses(ctx, directiveId, clauseIds);
  await store.settleClauses(
    ctx.db,
    picked.map(({ id }) => ({ id, reason: null })),
  );
  await markClauses(ctx.db, directive.duty_list_id);
  await ctx.record('directive.clauses-reopened', {
    subjectId: directiveId,
    before: { clauses: picked.map(({ id, no_duty_reason }) => ({ id, reason: no_duty_reason })) },
  });
  return clauseViews(ctx.db, directiveId, directive.duty_list_id);
}

async function pickClauses(ctx: Context, directiveId: string, ids: readonly string[]): Promise<store.Clause[]> {
  const wanted = new Set(ids);
  const found = (await store.clausesOf(ctx.db, directiveId)).filter((clause) => wanted.has(clause.id));
  return settle(found.length === wanted.size ? accept(found) : refuse('directive.clause-unknown', {}, source));
}
