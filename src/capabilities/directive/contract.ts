import { z } from 'zod';
import { endpoint, refusals } from '#kernel/endpoint';
import { PageInput, pageOf } from '#kernel/page';
import { messages } from './messages.ts';
import { directiveKinds } from './rules/words.ts';

export const clauseKinds = ['task', 'exhortation', 'review', 'background', 'greeting', 'typed'] as const;

export const ClauseView = z.object({
  id: z.uuid(),
  position: z.int(),
  kind: z.enum(clauseKinds),
  heading: z.array(z.string()),
  /** UTF-16 offsets into the text; both 0 for a clause typed beside a scan */
  start: z.int(),
  end: z.int(),
  text: z.string(),
  /** duties that rest on it */
  duties: z.array(z.uuid()),
  noDutyReason: z.string().nullable(),
  /** what rules propose as the reason where a clause demands nothing; stands only once somebody settles the clause */
  proposedReason: z.string().nullable(),
});
export type ClauseView = z.infer<typeof ClauseView>;

export const SectionView = z.object({
  level: z.int(),
  marker: z.string(),
  title: z.string(),
  start: z.int(),
  end: z.int(),
  titleStart: z.int(),
  titleEnd: z.int(),
});

const Summary = z.object({
  id: z.uuid(),
  title: z.string(),
  kind: z.enum(directiveKinds),
  issuer: z.string(),
  meeting: z.string(),
  issuedOn: z.iso.date().nullable(),
  year: z.int().nullable(),
  characters: z.int(),
  pages: z.int(),
  sha256: z.string(),
  receivedAt: z.iso.datetime(),
  receivedBy: z.string(),
  dutyListId: z.uuid(),
  listState: z.string(),
  clauses: z.int(),
  /** clauses that have become a duty or are marked "no duty" with a reason */
  accounted: z.int(),
  duties: z.int(),
});
export const DirectiveSummary = Summary;
export type DirectiveSummary = z.infer<typeof Summary>;

export const DirectiveView = Summary.extend({
  organizationId: z.uuid(),
  text: z.string(),
  attachmentId: z.uuid().nullable(),
  pageAttachments: z.array(z.object({ number: z.int(), attachmentId: z.uuid() })),
  sections: z.array(SectionView),
  clauseList: z.array(ClauseView),
  may: z.array(z.enum(['edit'])),
});
export type DirectiveView = z.infer<typeof DirectiveView>;

const of = z.object({ directiveId: z.uuid() });
const edit = { permission: 'directive.edit', place: 'directiveId' };
const Filters = PageInput.extend({ organizationId: z.uuid(), q: z.string().trim().max(60).default('') });
const all = refusals(messages);
const Reason = z.string().trim().min(2).max(400);

const ImportInput = z.object({
  organizationId: z.uuid(),
  /** guessed from the text when empty, as are issuer, meeting and day */
  title: z.string().trim().max(120).default(''),
  kind: z.enum(directiveKinds),
  issuer: z.string().trim().max(60).default(''),
  meeting: z.string().trim().max(120).default(''),
  issuedOn: z.iso.date().optional(),
  /** half of a pair, which some old programs leave behind, becomes the replacement character: a whole speech is not refused for it */
  text: z
    .string()
    .max(1_000_000)
    .overwrite((text) => text.replace(/\p{Surrogate}/gu, '\ufffd'))
    .optional(),
  file: z.file().optional(),
});
export type ImportInput = z.infer<typeof ImportInput>;

export const contract = {
  listDirectives: endpoint
    .route({ method: 'GET', path: '/organizations/{organizationId}/directives', summary: '部署文件列表' })
    .meta({ permission: 'directive.read', place: 'organizationId' })
    .input(Filters)
    .output(pageOf(Summary)),

  /** 导出列表: a recorded act, and a POST. */
  exportDirectives: endpoint
    .route({ method: 'POST', path: '/organizations/{organizationId}/directives/exports', summary: '导出部署文件列表 Excel' })
    .meta({ permission: 'directive.read', place: 'organizationId' })
    .input(Filters.omit({ page: true, size: true }))
    .output(z.file()),

  /** 导入: a file (txt, docx, PDF) or pasted text; decomposed at once into clauses and draft duties of a new list. */
  importDirective: endpoint
    .route({ method: 'POST', path: '/organizations/{organizationId}/directives', summary: '导入讲话、通知或方案' })
    .meta({ permission: 'directive.edit', place: 'organizationId' })
    .errors(all)
    .input(ImportInput)
    .output(DirectiveView),

  readDirective: endpoint
    .route({ method: 'GET', path: '/directives/{directiveId}', summary: '查看部署文件' })
    .meta({ permission: 'directive.read', place: 'directiveId' })
    .input(of)
    .output(DirectiveView),

  /** 条款去向: only the clauses, to follow another editor's saves. */
  listClauses: endpoint
    .route({ method: 'GET', path: '/directives/{directiveId}/clauses', summary: '条款去向' })
    .meta({ permission: 'directive.read', place: 'directiveId' })
    .input(of)
    .output(z.array(ClauseView)),

  /** 划句立项: a selection of the text becomes the basis of a new duty, or joins one that exists. @returns the duty's id */
  makeDuty: endpoint
    .route({ method: 'POST', path: '/directives/{directiveId}/duties', summary: '划句立项' })
    .meta(edit)
    .errors(all)
    .input(of.extend({ start: z.int().min(0), end: z.int().min(1), into: z.uuid().optional() }))
    .output(z.object({ dutyId: z.uuid() })),

  /** 对照扫描件录入: what a page of a scan demands, typed beside it. */
  typeClause: endpoint
    .route({ method: 'POST', path: '/directives/{directiveId}/typed-clauses', summary: '对照扫描件录入' })
    .meta(edit)
    .errors(all)
    .input(of.extend({ page: z.int().min(1), text: z.string().trim().min(2).max(2_000) }))
    .output(z.object({ dutyId: z.uuid() })),

  /** 不立项: these clauses demand nothing here, for a reason; without one, each for the reason proposed for it. */
  settleClauses: endpoint
    .route({ method: 'POST', path: '/directives/{directiveId}/no-duty', summary: '标为不立项' })
    .meta(edit)
    .errors(all)
    .input(of.extend({ clauseIds: z.array(z.uuid()).min(1).max(2_000), reason: Reason.optional() }))
    .output(z.array(ClauseView)),

  reopenClauses: endpoint
    .route({ method: 'POST', path: '/directives/{directiveId}/reopening', summary: '撤销不立项' })
    .meta(edit)
    .errors(all)
    .input(of.extend({ clauseIds: z.array(z.uuid()).min(1).max(2_000) }))
    .output(z.array(ClauseView)),
};
