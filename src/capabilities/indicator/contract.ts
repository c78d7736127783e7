import { z } from 'zod';
import { endpoint, refusals } from '#kernel/endpoint';
import { PageInput, pageOf } from '#kernel/page';
import { messages } from './messages.ts';

/** A month `YYYY-MM`, a quarter `YYYY-Q1` or a year `YYYY`. */
export const PeriodText = z.string().regex(/^[12]\d{3}(-(0[1-9]|1[0-2]|Q[1-4]))?$/);

const Definition = z.object({
  key: z.string(),
  version: z.int(),
  name: z.string(),
  unit: z.string(),
  /** which way is better */
  direction: z.enum(['up', 'down']),
  /** what is counted, in one sentence, for numerator and denominator */
  numeratorMeans: z.string(),
  denominatorMeans: z.string(),
  article: z.string(),
});

const Value = z.object({
  numerator: z.int(),
  denominator: z.int(),
  /** numerator over denominator in percent, one decimal; null where there is nothing to count */
  percent: z.number().nullable(),
  countedAt: z.iso.datetime().nullable(),
});
export const IndicatorValue = Definition.extend(Value.shape);
export type IndicatorValue = z.infer<typeof IndicatorValue>;

export const IndicatorRecord = z.object({
  id: z.uuid(),
  /** which page shows it: work-item, clause, ... */
  kind: z.string(),
  title: z.string(),
  organizationId: z.uuid(),
  organizationName: z.string(),
  day: z.iso.date(),
  /** counted in the numerator too */
  counted: z.boolean(),
});

const of = z.object({ organizationId: z.uuid(), period: PeriodText });
const one = of.extend({ key: z.string().max(60) });
const read = { permission: 'indicator.read', place: 'organizationId' };
const all = refusals(messages);

export const contract = {
  /** 指标值: every indicator of one organization with everything below it. */
  listIndicators: endpoint
    .route({ method: 'GET', path: '/organizations/{organizationId}/indicators', summary: '指标' })
    .meta(read)
    .input(of)
    .output(z.array(IndicatorValue)),

  /** 下级指标值: one indicator for each direct child. */
  listChildValues: endpoint
    .route({ method: 'GET', path: '/organizations/{organizationId}/indicators/{key}/children', summary: '下级指标值' })
    .meta(read)
    .errors(all)
    .input(PageInput.extend(one.shape))
    .output(pageOf(Value.extend({ organizationId: z.uuid(), name: z.string(), children: z.int() }))),

  /** 指标明细: the records behind a number, counted anew when opened. */
  listRecords: endpoint
    .route({ method: 'GET', path: '/organizations/{organizationId}/indicators/{key}/records', summary: '指标明细' })
    .meta(read)
    .errors(all)
    .input(PageInput.extend(one.shape).extend({ part: z.enum(['numerator', 'denominator', 'difference']).default('denominator') }))
    .output(pageOf(IndicatorRecord).extend({ definition: Definition, numerator: z.int(), denominator: z.int() })),

  /** 导出指标明细: a recorded act, so it is a POST. */
  exportRecords: endpoint
    .route({ method: 'POST', path: '/organizations/{organizationId}/indicators/{key}/exports', summary: '导出指标明细 Excel' })
    .meta(read)
    .errors(all)
    .input(one)
    .output(z.file()),
};
