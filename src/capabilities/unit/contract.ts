import { z } from 'zod';
import { endpoint, refusals } from '#kernel/endpoint';
import { flag, PageInput, pageOf, wordsIn } from '#kernel/page';
import { messages } from './messages.ts';
import { unitKinds } from './rules/words.ts';

export { unitKinds } from './rules/words.ts';

export const UnitRow = z.object({
  id: z.uuid(),
  name: z.string(),
  kind: z.enum(unitKinds),
  creditCode: z.string().nullable(),
  inOperation: z.boolean(),
  employees: z.int(),
  coveredById: z.uuid().nullable(),
  coveredByName: z.string().nullable(),
});

export type UnitRow = z.infer<typeof UnitRow>;

const in_ = z.object({ organizationId: z.uuid() });
const Filters = PageInput.extend(in_.shape).extend({ q: z.string().trim().max(40).default(''), kinds: wordsIn(unitKinds), covered: flag });

const AddInput = in_.extend({
  name: z.string().trim().min(2).max(60),
  kind: z.enum(unitKinds),
  creditCode: z.string().trim().nullable().default(null),
  employees: z.int().min(0).max(9_999_999).default(0),
  coveredById: z.uuid().nullable().default(null),
});
export type AddInput = z.infer<typeof AddInput>;

export const contract = {
  listUnits: endpoint
    .route({ method: 'GET', path: '/organizations/{organizationId}/units', summary: '单位名录' })
    .meta({ permission: 'unit.read', place: 'organizationId' })
    .input(Filters)
    .output(pageOf(UnitRow)),

  addUnit: endpoint
    .route({ method: 'POST', path: '/organizations/{organizationId}/units', summary: '登记单位' })
    .meta({ permission: 'unit.edit', place: 'organizationId' })
    .errors(refusals(messages))
    .input(AddInput)
    .output(UnitRow),

  /** 导出名录: a recorded act, and a POST. */
  exportUnits: endpoint
    .route({ method: 'POST', path: '/organizations/{organizationId}/units/exports', summary: '导出单位名录 Excel' })
    .meta({ permission: 'unit.read', place: 'organizationId' })
    .input(Filters.omit({ page: true, size: true }))
    .output(z.file()),
};
