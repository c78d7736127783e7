import { z } from 'zod';

/** Which page of a list（分页）; pages count from 1. Extend it with a list's own filters. */
export const PageInput = z.object({
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
});

/** One page of rows, and how many there are in all. */
export const pageOf = <Row extends z.ZodType>(row: Row) => z.object({ rows: z.array(row), total: z.int(), page: z.int(), size: z.int() });

/** A list of words in a query string; a single word counts as a list of one. */
export const wordsIn = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  z.preprocess((value) => (value === undefined || Array.isArray(value) ? value : [value]), z.array(z.enum(words)).optional());

/** A yes or no in a query string. */
export const flag = z.preprocess((value) => (value === 'true' ? true : value === 'false' ? false : value), z.boolean().optional());
