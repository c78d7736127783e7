import { createHash } from 'node:crypto';
import { keepFile, shareWithList } from '#attachment';
import { addDrafts, editList, openList } from '#duty';
import { dayOf } from '#kernel/day';
import { accept, type Decision, refuse, settle } from '#kernel/decision';
import type { Context } from '#platform/http';
import { newId } from '#platform/id';
import type { DirectiveView, ImportInput } from './contract.ts';
import { dutyDraft, namesIn } from './drafts.ts';
import { markClauses } from './indicators.ts';
import { partiesNamed } from './parties.ts';
import { longestText, type Reading, readFile } from './read-file.ts';
import { type Decomposition, decompose } from './rules/decomposition/index.ts';
import { draftOf } from './rules/drafting.ts';
import { isReadable } from './rules/encoding.ts';
import { factsOf, type TextFacts } from './rules/facts.ts';
import * as store from './store.ts';
import { directiveView } from './view.ts';

/**
 * Bring a speech, notice or plan（导入部署文件）: its bytes and text as they came, its clauses, and a new list with a drafted duty for each
 * task. All of it, or nothing.
 */
export async function importDirective(ctx: Context, input: ImportInput): Promise<DirectiveView> {
  const bytes = input.file && new Uint8Array(await input.file.arrayBuffer());
  const { text, pages } = settle(await readingOf(input, bytes));
  const decomposed = decompose(text);
  const facts = completed(input, factsOf(text, decomposed.doc.title?.text ?? null, input.kind));
  const file = input.file && bytes && (await keepFile(ctx, { organizationId: input.organizationId, name: input.file.name, bytes }));

  const year = decomposed.doc.year ?? (facts.issuedOn === null ? null : Number(facts.issuedOn.slice(0, 4)));
  const dutyListId = await openList(ctx, { organizationId: input.organizationId, title: listTitle(facts.title), year });
  const directive = {
    id: newId(),
    organization_id: input.organizationId,
    path: ctx.path,
    duty_list_id: dutyListId,
    title: facts.title,
    kind: input.kind,
    issuer: facts.issuer,
    meeting: facts.meeting,
    issued_on: facts.issuedOn,
    year,
    attachment_id: file?.id ?? null,
    text,
    sha256: file?.sha256 ?? createHash('sha256').update(text, 'utf8').digest('hex'),
    pages,
    received_by_name: ctx.actor.name,
  };
  await store.addDirective(ctx.db, directive);
  if (file) {
    await shareWithList(ctx.db, file.id, dutyListId);
    const numbers = Array.from({ length: pages }, (_, index) => index + 1);
    await store.addPages(
      ctx.db,
      numbers.map((number) => ({ directive_id: directive.id, number, attachment_id: file.id, path: ctx.path })),
    );
  }
  await store.addSections(ctx.db, sectionRows(decomposed, directive));
  const duties = await draftDuties(ctx, directive, decomposed);
  await markClauses(ctx.db, dutyListId);
  const after = {
    title: facts.title,
    kind: input.kind,
    issuer: facts.issuer,
    sha256: directive.sha256,
    pages,
    dutyListId,
    clauses: decomposed.items.length,
    duties,
  };
  await ctx.record('directive.received', { subjectId: directive.id, after });
  return directiveView(ctx, directive.id);
}

/** The text that was pasted, or that the file holds. */
async function readingOf({ text, file }: ImportInput, bytes: Uint8Array | undefined): Promise<Decision<Reading>> {
  const read = file && bytes ? await readFile(file.name, bytes) : pasted(text ?? '');
  if (read.ok && read.value.text.length > longestText) return refuse('directive.too-long', { limit: longestText }, source);
  return read;
}

const source = '夯基规则：讲话、通知、方案原文照存';

function pasted(text: string): Decision<Reading> {
  if (text.trim() === '') return refuse('directive.empty', {}, source);
  return isReadable(text) ? accept({ text, pages: 0 }) : refuse('directive.encoding', { name: '粘贴的文字' }, source);
}

/** What the person wrote stands; the rest is what the text says of itself. */
const completed = (input: ImportInput, found: TextFacts): TextFacts => ({
  title: input.title || found.title.slice(0, 120) || stemOf(input.file?.name) || `${dayOf(new Date())} 收到的文件`,
  issuer: input.issuer || found.issuer.slice(0, 60),
  meeting: input.meeting || found.meeting.slice(0, 120),
  issuedOn: input.issuedOn ?? found.issuedOn,
});

const stemOf = (name = ''): string => name.replace(/\.[^.]*$/, '').slice(0, 120);

const listTitle = (title: string): string => `《${title.slice(0, 110)}》责任清单`;

const sectionRows = ({ sections }: Decomposition, { id, path }: { id: string; path: string }): store.Section[] =>
  sections.map((section, position) => ({
    id: newId(),
    directive_id: id,
    path,
    position,
    level: section.level,
    marker: section.marker,
    title: section.title,
    span_start: section.start,
    span_end: section.end,
    title_start: section.titleStart,
    title_end: section.titleEnd,
  }));

type Imported = Pick<store.Directive, 'id' | 'path' | 'organization_id' | 'duty_list_id' | 'title' | 'issued_on'>;

/** Enter the clauses, and a drafted duty for each that is a task. @returns how many duties */
async function draftDuties(ctx: Context, directive: Imported, { items }: Decomposition): Promise<number> {
  const clauses = items.map(({ lead, support, targets, deadline, quantities, mechanisms, ...item }, position) => ({
    id: newId(),
    directive_id: directive.id,
    duty_list_id: directive.duty_list_id,
    path: directive.path,
    organization_id: directive.organization_id,
    position,
    kind: item.kind,
    heading: [...item.headingPath],
    span_start: item.start,
    span_end: item.end,
    text: item.text,
    attributes: item.kind === 'task' ? { lead, support, targets, deadline, quantities, mechanisms } : {},
  }));
  await store.addClauses(ctx.db, clauses);
  const tasks = items.flatMap((item, index) => (item.kind === 'task' ? [{ clause: clauses[index], draft: draftOf(item, directive.issued_on) }] : []));
  const party = await partiesNamed(ctx, namesIn(tasks.map(({ draft }) => draft)));
  const drafts = tasks.flatMap(({ clause, draft }) => (clause ? [dutyDraft(draft, party, [basisOf(directive, clause)])] : []));
  const edit = await editList(ctx, directive.duty_list_id);
  return (await addDrafts(ctx, edit, drafts)).length;
}

const basisOf = ({ id, title }: Imported, clause: store.NewClause) => ({
  directive_id: id,
  clause_id: clause.id,
  span_start: clause.span_start,
  span_end: clause.span_end,
  quote: clause.text,
  source: title,
  heading: clause.heading,
});
