import { z } from 'zod';
import { Target, Timing } from '#kernel/demand';
import { endpoint, refusals } from '#kernel/endpoint';
import { flag, PageInput, pageOf, wordsIn } from '#kernel/page';
import { messages } from './messages.ts';
import { judgedStates, lamps, workingStates } from './rules/states.ts';

/** 灯: its colour, and the sentence that explains it: rule, date, source. */
export const LampView = z.object({ lamp: z.enum(lamps), because: z.string() });

export const moves = ['accept', 'begin', 'add-evidence', 'submit', 'withdraw-submission', 'verify', 'return', 'write-off'] as const;

export const WorkItemRow = z.object({
  id: z.uuid(),
  number: z.string(),
  title: z.string(),
  organizationId: z.uuid(),
  organizationName: z.string(),
  leadNames: z.string(),
  posts: z.array(z.string()),
  field: z.string().nullable(),
  startsOn: z.iso.date(),
  dueOn: z.iso.date(),
  working: z.enum(workingStates),
  judged: z.enum(judgedStates),
  /** null once closed */
  lamp: LampView.nullable(),
  evidence: z.int(),
  revision: z.int(),
  may: z.array(z.enum(moves)),
});
export type WorkItemRow = z.infer<typeof WorkItemRow>;

export const EvidenceView = z.object({
  id: z.uuid(),
  kind: z.enum(['document', 'record', 'confirmation']),
  title: z.string(),
  note: z.string(),
  happenedOn: z.iso.date(),
  recordedAt: z.iso.datetime(),
  recorderName: z.string(),
  onBehalfOf: z.string().nullable(),
  beneficiary: z.string().nullable(),
  /** recorded more than a week after it happened */
  late: z.boolean(),
  attachment: z.object({ id: z.uuid(), name: z.string(), mediaType: z.string(), bytes: z.int() }).nullable(),
  withdrawn: z.object({ at: z.iso.datetime(), reason: z.string() }).nullable(),
});
export type EvidenceView = z.infer<typeof EvidenceView>;

export const StepView = z.object({
  at: z.iso.datetime(),
  actorName: z.string(),
  actorOrganization: z.string(),
  move: z.string(),
  working: z.enum(workingStates),
  judged: z.enum(judgedStates),
  note: z.string(),
});

export const WorkItemView = WorkItemRow.extend({
  issuerName: z.string(),
  measures: z.string(),
  target: Target.nullable(),
  timing: Timing,
  criterion: z.string(),
  effectDays: z.int().nullable(),
  dispatchedAt: z.iso.datetime(),
  submission: z.string().nullable(),
  /** who answers today: the holders of the answerable posts on this day */
  holders: z.array(z.object({ post: z.string(), name: z.string().nullable() })),
  evidenceList: z.array(EvidenceView),
  steps: z.array(StepView),
});
export type WorkItemView = z.infer<typeof WorkItemView>;

const LampCounts = z.object({ normal: z.int(), near: z.int(), overdue: z.int(), notStarted: z.int(), closed: z.int() });
export type LampCounts = z.infer<typeof LampCounts>;

const Filters = PageInput.extend({
  working: wordsIn(workingStates),
  judged: wordsIn(judgedStates),
  lamps: wordsIn(lamps),
  field: z.string().max(30).optional(),
  /** part of a lead's name */
  lead: z.string().trim().max(60).optional(),
  dutyListId: z.uuid().optional(),
  dutyId: z.uuid().optional(),
  q: z.string().trim().max(60).default(''),
  /** closed items too; open ones only when false */
  closed: flag,
  /** only what waits for the caller: to do at one's own organization, to verify, to write off */
  waiting: z.enum(['to-do', 'to-verify', 'to-write-off']).optional(),
  sort: z.enum(['due', '-due', 'number', 'organization']).default('due'),
});

const inOrganization = z.object({ organizationId: z.uuid() });
const of = z.object({ workItemId: z.uuid() });
const revised = of.extend({ revision: z.int() });
const read = { permission: 'work-item.read', place: 'workItemId' };
const all = refusals(messages);
const Note = z.string().trim().max(2_000);

export const contract = {
  /** 任务列表 of a subtree, a page at a time, with the lamps of everything the filters find. */
  listWorkItems: endpoint
    .route({ method: 'GET', path: '/organizations/{organizationId}/work-items', summary: '任务列表' })
    .meta({ permission: 'work-item.read', place: 'organizationId' })
    .input(Filters.extend(inOrganization.shape))
    .output(pageOf(WorkItemRow).extend({ lampCounts: LampCounts })),

  /** 条块任务: the items of one issued list, wherever they lie, for the organizations that the list names. */
  listItemsOfList: endpoint
    .route({ method: 'GET', path: '/duty-lists/{dutyListId}/work-items', summary: '清单下的任务' })
    .meta({ permission: 'work-item.read', place: 'dutyListId' })
    .input(Filters.extend({ dutyListId: z.uuid() }))
    .output(pageOf(WorkItemRow).extend({ lampCounts: LampCounts })),

  /** 按单位: direct children with the lamps of everything below each. */
  countByOrganization: endpoint
    .route({ method: 'GET', path: '/organizations/{organizationId}/work-items/by-organization', summary: '按单位看任务' })
    .meta({ permission: 'work-item.read', place: 'organizationId' })
    .input(PageInput.extend(inOrganization.shape).extend({ dutyListId: z.uuid().optional() }))
    .output(pageOf(LampCounts.extend({ organizationId: z.uuid(), name: z.string(), children: z.int() }))),

  readWorkItem: endpoint.route({ method: 'GET', path: '/work-items/{workItemId}', summary: '查看任务' }).meta(read).input(of).output(WorkItemView),

  acceptWorkItem: endpoint
    .route({ method: 'POST', path: '/work-items/{workItemId}/receipt', summary: '签收' })
    .meta({ permission: 'work-item.do', place: 'workItemId' })
    .errors(all)
    .input(revised)
    .output(WorkItemView),

  /** 批量签收: everything that waits at one organization and is named here; what is not waiting any more is left alone. */
  acceptWorkItems: endpoint
    .route({ method: 'POST', path: '/organizations/{organizationId}/receipts', summary: '批量签收' })
    .meta({ permission: 'work-item.do', place: 'organizationId' })
    .errors(all)
    .input(inOrganization.extend({ workItemIds: z.array(z.uuid()).min(1).max(200) }))
    .output(z.object({ accepted: z.int() })),

  beginWorkItem: endpoint
    .route({ method: 'POST', path: '/work-items/{workItemId}/beginning', summary: '开始办理' })
    .meta({ permission: 'work-item.do', place: 'workItemId' })
    .errors(all)
    .input(revised)
    .output(WorkItemView),

  addEvidence: endpoint
    .route({ method: 'POST', path: '/work-items/{workItemId}/evidence', summary: '登记佐证' })
    .meta({ permission: 'work-item.do', place: 'workItemId' })
    .errors(all)
    .input(
      of.extend({
        /** made by the browser, so that a repeated send is one record */
        evidenceId: z.uuid(),
        kind: z.enum(['document', 'record', 'confirmation']),
        title: z.string().trim().min(2).max(120),
        note: Note.default(''),
        happenedOn: z.iso.date(),
        onBehalfOf: z.string().trim().min(2).max(30).optional(),
        beneficiary: z.string().trim().min(2).max(30).optional(),
        attachmentId: z.uuid().optional(),
      }),
    )
    .output(WorkItemView),

  withdrawEvidence: endpoint
    .route({ method: 'POST', path: '/evidence/{evidenceId}/withdrawal', summary: '撤回佐证' })
    .meta({ permission: 'work-item.do', place: 'evidenceId' })
    .errors(all)
    .input(z.object({ evidenceId: z.uuid(), reason: Note }))
    .output(WorkItemView),

  submitWorkItem: endpoint
    .route({ method: 'POST', path: '/work-items/{workItemId}/submission', summary: '报结' })
    .meta({ permission: 'work-item.do', place: 'workItemId' })
    .errors(all)
    .input(revised.extend({ summary: z.string().trim().min(2).max(1_000) }))
    .output(WorkItemView),

  withdrawSubmission: endpoint
    .route({ method: 'POST', path: '/work-items/{workItemId}/submission-withdrawal', summary: '撤回报结' })
    .meta({ permission: 'work-item.do', place: 'workItemId' })
    .errors(all)
    .input(revised)
    .output(WorkItemView),

  reviewWorkItem: endpoint
    .route({ method: 'POST', path: '/work-items/{workItemId}/reviews', summary: '核验' })
    .meta({ permission: 'work-item.review', place: 'workItemId' })
    .errors(all)
    .input(revised.extend({ verdict: z.enum(['verify', 'return']), note: Note.default('') }))
    .output(WorkItemView),

  writeOffWorkItem: endpoint
    .route({ method: 'POST', path: '/work-items/{workItemId}/write-off', summary: '销号' })
    .meta({ permission: 'work-item.review', place: 'workItemId' })
    .errors(all)
    .input(revised.extend({ note: Note.default('') }))
    .output(WorkItemView),

  /** 导出任务: a recorded act, so it is a POST. */
  exportWorkItems: endpoint
    .route({ method: 'POST', path: '/organizations/{organizationId}/work-items/exports', summary: '导出任务 Excel' })
    .meta({ permission: 'work-item.read', place: 'organizationId' })
    .input(Filters.omit({ page: true, size: true }).extend(inOrganization.shape))
    .output(z.file()),
};
