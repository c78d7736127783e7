import { z } from 'zod';
import { endpoint, refusals } from '#kernel/endpoint';
import { PageInput, pageOf } from '#kernel/page';
import { messages } from './messages.ts';

/** One entry of the journal（日志）, as the audit administrator reads it. */
export const EntryView = z.object({
  seal: z.int(),
  position: z.int(),
  at: z.iso.datetime(),
  actorId: z.uuid(),
  /** absent for the system's own acts */
  actorName: z.string().nullable(),
  kind: z.string(),
  kindLabel: z.string(),
  subjectId: z.uuid(),
  path: z.string(),
  /** name of the organization at which it was done, where it still stands */
  organizationName: z.string().nullable(),
  before: z.unknown().optional(),
  after: z.unknown().optional(),
});
export type EntryView = z.infer<typeof EntryView>;

/** A seal to note down outside（封条）: with it, a cut tail shows as well. */
export const MarkView = z.object({
  number: z.int(),
  digest: z.string(),
  algorithm: z.enum(['sha256', 'sm3']),
  entries: z.int(),
  sealedAt: z.iso.datetime(),
});

export const Verification = z.object({
  intact: z.boolean(),
  seals: z.int(),
  entries: z.int(),
  /** what is wrong, oldest first, in Chinese sentences; at most 100 */
  findings: z.array(z.object({ seal: z.int(), problem: z.string(), sentence: z.string() })),
  last: MarkView.nullable(),
});
export type Verification = z.infer<typeof Verification>;

const read = { permission: 'audit.read', place: 'grant' };

export const contract = {
  /** 检索日志: newest first. `total` stops counting at 10,000. */
  searchEntries: endpoint
    .route({ method: 'GET', path: '/audit/entries', summary: '检索日志' })
    .meta(read)
    .input(
      PageInput.extend({
        from: z.iso.date().optional(),
        /** the last day that still counts */
        to: z.iso.date().optional(),
        actorId: z.uuid().optional(),
        /** part of the actor's name or sign-in name */
        actor: z.string().trim().max(40).default(''),
        /** a kind, or its beginning: `duty.` */
        kind: z.string().trim().max(60).default(''),
        subjectId: z.uuid().optional(),
        /** path of an organization: what was done at or below it */
        path: z
          .string()
          .regex(/^(\d{3}){1,12}$/)
          .optional(),
      }),
    )
    .output(pageOf(EntryView)),

  /** 日志种类: every kind there is, with its Chinese word, to fill the filter. */
  listKinds: endpoint
    .route({ method: 'GET', path: '/audit/kinds', summary: '日志种类' })
    .meta(read)
    .output(z.object({ rows: z.array(z.object({ kind: z.string(), label: z.string() })) })),

  /** 核验日志: recount every seal from the first; the check itself is journalled. */
  verifyJournal: endpoint
    .route({ method: 'POST', path: '/audit/verifications', summary: '核验日志' })
    .meta(read)
    .input(z.object({ mark: z.object({ number: z.int().min(1), digest: z.string().regex(/^[0-9a-f]{64}$/) }).optional() }))
    .output(Verification),

  /** 导出日志: one self-contained file that verifies itself without this system; the export is journalled. */
  exportJournal: endpoint.route({ method: 'POST', path: '/audit/exports', summary: '导出日志' }).meta(read).errors(refusals(messages)).output(z.file()),

  /** 封条: the latest seals, newest first, to print or note down outside. */
  listMarks: endpoint
    .route({ method: 'GET', path: '/audit/marks', summary: '最新封条' })
    .meta(read)
    .input(z.object({ limit: z.coerce.number().int().min(1).max(100).default(20) }))
    .output(z.object({ countyName: z.string(), rows: z.array(MarkView) })),
};
