import { z } from 'zod';

/** How much（量化目标）: a number, a fraction `1/3` or a range `2-3`, compared with a unit of a subject. */
export const Target = z.object({
  number: z.union([z.number(), z.string().regex(/^\d+\/\d+$|^[\d.]+-[\d.]+$/)]),
  comparator: z.enum(['=', '>=', '<=', '>', '<', '~', 'range']),
  unit: z.string().max(10),
  subject: z.string().max(60),
});
export type Target = z.infer<typeof Target>;

/**
 * By when, or how often（时限或频次）: a fixed day, stages each with its own day, or a rhythm that ends on a day
 * （`until` absent: the last day of the list's year）.
 */
export const Timing = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('day'), day: z.iso.date() }),
  z.object({
    kind: z.literal('stages'),
    stages: z
      .array(z.object({ day: z.iso.date(), goal: z.string().max(200) }))
      .min(1)
      .max(12),
  }),
  z.object({ kind: z.literal('monthly'), until: z.iso.date().nullable() }),
  z.object({ kind: z.literal('quarterly'), until: z.iso.date().nullable() }),
  z.object({ kind: z.literal('long-term'), until: z.iso.date().nullable() }),
]);
export type Timing = z.infer<typeof Timing>;
