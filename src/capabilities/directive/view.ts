import { dutiesPerClause, isEditable, listOf, listsOf, standingOfLists } from '#duty';
import { mayAt, type Place } from '#platform/access';
import type { Db } from '#platform/db';
import type { Context } from '#platform/http';
import type { ClauseView, DirectiveSummary, DirectiveView } from './contract.ts';
import { proposedReasons } from './rules/reasons.ts';
import * as store from './store.ts';

/** By clause, the live duties that rest on it（条款的立项）. */
export async function dutiesByClause(db: Db, dutyListIds: readonly string[]): Promise<ReadonlyMap<string, string[]>> {
  const rows = await dutiesPerClause(db, dutyListIds).execute();
  return new Map(rows.flatMap(({ clause_id, duties }) => (clause_id === null ? [] : [[clause_id, duties] as const])));
}

/** Clauses and what has become of each（条款去向）. */
export async function clauseViews(db: Db, directiveId: string, dutyListId: string): Promise<ClauseView[]> {
  const duties = await dutiesByClause(db, [dutyListId]);
  return (await store.clausesOf(db, directiveId)).map(({ id, position, kind, heading, span_start, span_end, text, no_duty_reason }) => ({
    id,
    position,
    kind,
    heading,
    start: span_start,
    end: span_end,
    text,
    duties: duties.get(id) ?? [],
    noDutyReason: no_duty_reason,
    proposedReason: proposedReasons[kind],
  }));
}

/** Rows of the list of directives. */
export async function summaries(db: Db, rows: readonly store.DirectiveHead[]): Promise<DirectiveSummary[]> {
  const listIds = rows.map((row) => row.duty_list_id);
  const accounts = await store.accountsOf(
    db,
    rows.map((row) => row.id),
  );
  const standing = await standingOfLists(db, listIds);
  const lists = new Map((await listsOf(db, listIds)).map((list) => [list.id, list]));
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    kind: row.kind,
    issuer: row.issuer,
    meeting: row.meeting,
    issuedOn: row.issued_on,
    // What the text does not say is asked once, and answered for the list.
    year: lists.get(row.duty_list_id)?.year ?? row.year,
    characters: row.characters,
    pages: row.pages,
    sha256: row.sha256,
    receivedAt: row.received_at.toISOString(),
    receivedBy: row.received_by_name,
    dutyListId: row.duty_list_id,
    listState: lists.get(row.duty_list_id)?.state ?? 'issued',
    clauses: accounts.get(row.id)?.clauses ?? 0,
    accounted: accounts.get(row.id)?.accounted ?? 0,
    duties: standing.get(row.duty_list_id)?.duties ?? 0,
  }));
}

/** One directive with its text, outline and clauses. */
export async function directiveView({ db, actor }: Pick<Context, 'db' | 'actor'>, directiveId: string): Promise<DirectiveView> {
  const { text, ...directive } = await store.directiveOf(db, directiveId);
  const [summary] = await summaries(db, [{ ...directive, characters: text.length }]);
  if (!summary) throw new Error(`directive ${directiveId} has no view`);
  const { state, path } = await listOf(db, directive.duty_list_id);
  return {
    ...summary,
    organizationId: directive.organization_id,
    text,
    attachmentId: directive.attachment_id,
    pageAttachments: (await store.pagesOf(db, directiveId)).map(({ number, attachment_id }) => ({ number, attachmentId: attachment_id })),
    sections: (await store.sectionsOf(db, directiveId)).map((section) => ({
      level: section.level,
      marker: section.marker,
      title: section.title,
      start: section.span_start,
      end: section.span_end,
      titleStart: section.title_start,
      titleEnd: section.title_end,
    })),
    clauseList: await clauseViews(db, directiveId, directive.duty_list_id),
    may: isEditable(state) && mayAt(actor, 'directive.edit', { path }) ? ['edit'] : [],
  };
}

/** Where a directive stands: with its list, and readable below once that is issued. */
export async function placeOfDirective(db: Db, id: string): Promise<Place | undefined> {
  const found = await store.listIdOf(db, id);
  if (!found) return undefined;
  const [list] = await listsOf(db, [found.duty_list_id]);
  return { path: found.path, list: found.duty_list_id, readableBelow: list?.state === 'issued' };
}
