import { z } from 'zod';
import { Target, Timing } from '#kernel/demand';
import { endpoint, refusals } from '#kernel/endpoint';
import { flag, PageInput, pageOf, wordsIn } from '#kernel/page';
import { messages } from './messages.ts';
import { gaps } from './rules/gaps.ts';
import { dutyFields, listStates } from './rules/words.ts';

/** A lead or partner（牵头、配合单位）: an organization of the register, or a name nobody has matched yet. */
export const Party = z.object({ organizationId: z.uuid().nullable(), name: z.string().trim().min(1).max(60) });
export type Party = z.infer<typeof Party>;

export const BasisView = z.object({
  id: z.uuid(),
  directiveId: z.uuid().nullable(),
  clauseId: z.uuid().nullable(),
  /** UTF-16 offsets into the directive's text */
  start: z.int().nullable(),
  end: z.int().nullable(),
  quote: z.string(),
  source: z.string(),
  heading: z.array(z.string()),
});
export type BasisView = z.infer<typeof BasisView>;

const DutyFields = z.object({
  goal: z.string().trim().max(400),
  measures: z.string().trim().max(4_000),
  target: Target.nullable(),
  timing: Timing.nullable(),
  leads: z.array(Party).max(20),
  partners: z.array(Party).max(60),
  posts: z.array(z.string().trim().min(1).max(40)).max(10),
  field: z.enum(dutyFields).nullable(),
  criterion: z.string().trim().max(1_000),
  effectDays: z.union([z.literal(30), z.literal(90), z.literal(180)]).nullable(),
  tags: z.array(z.string().trim().min(1).max(30)).max(10),
});
export type DutyFields = z.infer<typeof DutyFields>;
const DutyChange = DutyFields.partial();
export type DutyChange = z.infer<typeof DutyChange>;

export const DutyView = DutyFields.extend({
  id: z.uuid(),
  dutyListId: z.uuid(),
  ordinal: z.int(),
  /** fields that rules proposed and nobody confirmed: drawn dotted */
  proposed: z.array(z.string()),
  /** what is still missing before the list may be submitted */
  gaps: z.array(z.enum(gaps)),
  /** the deadline as the source words it, even where its year is still unknown: 8月底前 */
  deadlineText: z.string().nullable(),
  bases: z.array(BasisView),
  revision: z.int(),
  changedBy: z.string(),
  removed: z.boolean(),
  /** items dispatched of this duty, and how many of them are written off */
  items: z.int(),
  writtenOff: z.int(),
});
export type DutyView = z.infer<typeof DutyView>;

export const DutyListView = z.object({
  id: z.uuid(),
  organizationId: z.uuid(),
  organizationName: z.string(),
  title: z.string(),
  year: z.int().nullable(),
  state: z.enum(listStates),
  number: z.string().nullable(),
  revision: z.int(),
  createdAt: z.iso.datetime(),
  createdBy: z.string(),
  submittedBy: z.string().nullable(),
  submittedAt: z.iso.datetime().nullable(),
  reviewedBy: z.string().nullable(),
  reviewNote: z.string().nullable(),
  issuedBy: z.string().nullable(),
  issuedAt: z.iso.datetime().nullable(),
  duties: z.int(),
  withGaps: z.int(),
  /** duties with a proposal nobody has confirmed yet */
  withProposals: z.int(),
  /** clauses of its directive that are neither a duty nor marked "no duty"; 0 where the reader may not see them */
  openClauses: z.int(),
  items: z.int(),
  writtenOff: z.int(),
  may: z.array(z.enum(['edit', 'submit', 'review', 'issue', 'dispatch'])),
});
export type DutyListView = z.infer<typeof DutyListView>;

export const Suggestion = z.object({
  dutyId: z.uuid(),
  leads: z.array(Party.extend({ because: z.string() })),
  posts: z.array(z.object({ post: z.string(), because: z.string() })),
  timings: z.array(z.object({ timing: Timing, because: z.string() })),
});
export type Suggestion = z.infer<typeof Suggestion>;

export const DispatchView = z.object({
  id: z.uuid(),
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  total: z.int(),
  done: z.int(),
  problem: z.string().nullable(),
  requestedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
});
export type DispatchView = z.infer<typeof DispatchView>;

/** 接收单位: every condition narrows; named organizations are added to what the conditions find. */
const Receivers = z.object({
  levels: z.array(z.int().min(1).max(12)).default([]),
  fields: z.array(z.string().max(30)).default([]),
  forms: z.array(z.string().max(30)).default([]),
  kinds: z.array(z.string().max(30)).default([]),
  /** only below this organization; the issuer's whole subtree when null */
  under: z.uuid().nullable().default(null),
  named: z.array(z.uuid()).max(2_000).default([]),
  /** named organizations only: the conditions are ignored */
  onlyNamed: z.boolean().default(false),
});
export type Receivers = z.infer<typeof Receivers>;

const ofList = z.object({ dutyListId: z.uuid() });
const ofDuty = z.object({ dutyId: z.uuid() });
const readList = { permission: 'duty.read', place: 'dutyListId' };
const editList = { permission: 'duty.edit', place: 'dutyListId' };
const editDuty = { permission: 'duty.edit', place: 'dutyId' };
const all = refusals(messages);
const ListFilters = PageInput.extend({
  organizationId: z.uuid(),
  states: wordsIn(listStates),
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  /** lists issued by the organizations above, which bind this one, instead of the lists of its own subtree */
  above: flag,
  q: z.string().trim().max(60).default(''),
});

export const contract = {
  listDutyLists: endpoint
    .route({ method: 'GET', path: '/organizations/{organizationId}/duty-lists', summary: '责任清单列表' })
    .meta({ permission: 'duty.read', place: 'organizationId' })
    .input(ListFilters)
    .output(pageOf(DutyListView)),

  /** 导出列表: a recorded act, and a POST. */
  exportDutyLists: endpoint
    .route({ method: 'POST', path: '/organizations/{organizationId}/duty-lists/exports', summary: '导出责任清单列表 Excel' })
    .meta({ permission: 'duty.read', place: 'organizationId' })
    .input(ListFilters.omit({ page: true, size: true }))
    .output(z.file()),

  createDutyList: endpoint
    .route({ method: 'POST', path: '/organizations/{organizationId}/duty-lists', summary: '新建责任清单' })
    .meta({ permission: 'duty.edit', place: 'organizationId' })
    .errors(all)
    .input(z.object({ organizationId: z.uuid(), title: z.string().trim().min(2).max(120), year: z.int().min(2000).max(2100).nullable() }))
    .output(DutyListView),

  readDutyList: endpoint.route({ method: 'GET', path: '/duty-lists/{dutyListId}', summary: '查看责任清单' }).meta(readList).input(ofList).output(DutyListView),

  /** 清单条目: all of them (a list is bounded), or what changed since a revision of the list, removed ones included. */
  listDuties: endpoint
    .route({ method: 'GET', path: '/duty-lists/{dutyListId}/duties', summary: '清单条目' })
    .meta(readList)
    .input(ofList.extend({ since: z.coerce.number().int().min(0).optional() }))
    .output(z.object({ revision: z.int(), duties: z.array(DutyView) })),

  setYear: endpoint
    .route({ method: 'PUT', path: '/duty-lists/{dutyListId}/year', summary: '确定年份' })
    .meta(editList)
    .errors(all)
    .input(ofList.extend({ year: z.int().min(2000).max(2100) }))
    .output(DutyListView),

  addDuty: endpoint
    .route({ method: 'POST', path: '/duty-lists/{dutyListId}/duties', summary: '新建条目' })
    .meta(editList)
    .errors(all)
    .input(ofList.extend({ change: DutyChange, article: z.string().trim().max(400).optional(), after: z.uuid().optional() }))
    .output(DutyView),

  /** 保存条目: only the fields named change and count as confirmed; a stale revision is refused with 409. */
  saveDuty: endpoint
    .route({ method: 'PUT', path: '/duties/{dutyId}', summary: '保存条目' })
    .meta(editDuty)
    .errors(all)
    .input(ofDuty.extend({ revision: z.int(), change: DutyChange }))
    .output(DutyView),

  /** 批量填写: the same lead, posts, deadline or rhythm for many at once. `overwrite` false fills only what is empty or merely proposed. */
  fillDuties: endpoint
    .route({ method: 'POST', path: '/duty-lists/{dutyListId}/filling', summary: '批量填写' })
    .meta(editList)
    .errors(all)
    .input(ofList.extend({ dutyIds: z.array(z.uuid()).min(1).max(1_000), change: DutyChange, overwrite: z.boolean() }))
    .output(z.array(DutyView)),

  /** 确认建议: the proposals of these duties stand as they are. */
  confirmDuties: endpoint
    .route({ method: 'POST', path: '/duty-lists/{dutyListId}/confirmations', summary: '确认建议' })
    .meta(editList)
    .errors(all)
    .input(ofList.extend({ dutyIds: z.array(z.uuid()).min(1).max(1_000) }))
    .output(z.array(DutyView)),

  mergeDuties: endpoint
    .route({ method: 'POST', path: '/duty-lists/{dutyListId}/merger', summary: '合并条目' })
    .meta(editList)
    .errors(all)
    .input(ofList.extend({ dutyIds: z.array(z.uuid()).min(2).max(50) }))
    .output(DutyView),

  splitDuty: endpoint
    .route({ method: 'POST', path: '/duties/{dutyId}/parts', summary: '拆分条目' })
    .meta(editDuty)
    .errors(all)
    .input(
      ofDuty.extend({
        revision: z.int(),
        parts: z
          .array(z.object({ goal: z.string().trim().max(400), measures: z.string().trim().max(4_000) }))
          .min(2)
          .max(20),
      }),
    )
    .output(z.array(DutyView)),

  /** 移动条目: stands after another duty, or first when `after` is null. */
  moveDuty: endpoint
    .route({ method: 'PUT', path: '/duties/{dutyId}/position', summary: '移动条目' })
    .meta(editDuty)
    .errors(all)
    .input(ofDuty.extend({ after: z.uuid().nullable() }))
    .output(DutyView),

  removeDuty: endpoint
    .route({ method: 'POST', path: '/duties/{dutyId}/removal', summary: '删除条目' })
    .meta(editDuty)
    .errors(all)
    .input(ofDuty.extend({ revision: z.int() }))
    .output(DutyView),

  restoreDuty: endpoint
    .route({ method: 'POST', path: '/duties/{dutyId}/restoration', summary: '恢复条目' })
    .meta(editDuty)
    .errors(all)
    .input(ofDuty)
    .output(DutyView),

  /** 填写建议: from earlier lists, and from who usually leads such work. Only for what is still missing. */
  listSuggestions: endpoint
    .route({ method: 'GET', path: '/duty-lists/{dutyListId}/suggestions', summary: '填写建议' })
    .meta(editList)
    .input(ofList)
    .output(z.array(Suggestion)),

  submitDutyList: endpoint
    .route({ method: 'POST', path: '/duty-lists/{dutyListId}/submission', summary: '提交审核' })
    .meta(editList)
    .errors(all)
    .input(ofList)
    .output(DutyListView),

  reviewDutyList: endpoint
    .route({ method: 'POST', path: '/duty-lists/{dutyListId}/reviews', summary: '审核清单' })
    .meta({ permission: 'duty.review', place: 'dutyListId' })
    .errors(all)
    .input(ofList.extend({ verdict: z.enum(['approve', 'return']), note: z.string().trim().max(1_000).default('') }))
    .output(DutyListView),

  issueDutyList: endpoint
    .route({ method: 'POST', path: '/duty-lists/{dutyListId}/issue', summary: '印发清单' })
    .meta({ permission: 'duty.issue', place: 'dutyListId' })
    .errors(all)
    .input(ofList.extend({ number: z.string().trim().min(2).max(40) }))
    .output(DutyListView),

  /** 接收单位预览: how many organizations a choice reaches, by level and field, and the first of them. */
  countReceivers: endpoint
    .route({ method: 'POST', path: '/duty-lists/{dutyListId}/receivers', summary: '接收单位预览' })
    .meta({ permission: 'duty.dispatch', place: 'dutyListId' })
    .input(ofList.extend({ receivers: Receivers }))
    .output(
      z.object({
        total: z.int(),
        byLevel: z.array(z.object({ level: z.int(), count: z.int() })),
        byField: z.array(z.object({ field: z.string(), count: z.int() })),
        first: z.array(z.object({ id: z.uuid(), name: z.string() })),
      }),
    ),

  /** 下达: each duty to each receiver, all or nothing, as a job; follow it with `readDispatch`. */
  dispatchDutyList: endpoint
    .route({ method: 'POST', path: '/duty-lists/{dutyListId}/dispatch', summary: '下达清单' })
    .meta({ permission: 'duty.dispatch', place: 'dutyListId' })
    .errors(all)
    .input(ofList.extend({ dutyIds: z.array(z.uuid()).min(1).max(1_000), receivers: Receivers }))
    .output(DispatchView),

  /** 下达记录: the newest first. */
  listDispatches: endpoint
    .route({ method: 'GET', path: '/duty-lists/{dutyListId}/dispatches', summary: '下达记录' })
    .meta(readList)
    .input(ofList)
    .output(z.array(DispatchView)),

  readDispatch: endpoint
    .route({ method: 'GET', path: '/dispatches/{dispatchId}', summary: '下达进度' })
    .meta({ permission: 'duty.read', place: 'dispatchId' })
    .input(z.object({ dispatchId: z.uuid() }))
    .output(DispatchView),

  /** 追溯: from one organization's item back to the duty, the list, and the sentence. Whoever sees the item sees its trace. */
  readTrace: endpoint
    .route({ method: 'GET', path: '/work-items/{workItemId}/trace', summary: '任务出处' })
    .meta({ permission: 'work-item.read', place: 'workItemId' })
    .input(z.object({ workItemId: z.uuid() }))
    .output(
      z
        .object({
          dutyId: z.uuid(),
          ordinal: z.int(),
          goal: z.string(),
          dutyListId: z.uuid(),
          listTitle: z.string(),
          listNumber: z.string().nullable(),
          issuedAt: z.iso.datetime().nullable(),
          issuer: z.string(),
          bases: z.array(BasisView),
        })
        .nullable(),
    ),

  /** 导出清单: a recorded act, and a POST. */
  exportDutyList: endpoint
    .route({ method: 'POST', path: '/duty-lists/{dutyListId}/exports', summary: '导出清单 Excel' })
    .meta(readList)
    .input(ofList.extend({ onlyGaps: flag }))
    .output(z.file()),
};
