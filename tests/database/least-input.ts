import { z } from 'zod';
import { newId } from '#platform/id';

/** Texts that patterns in contracts ask for; a new pattern needs a new one here. */
const texts = ['甲乙', 'abc', '123456', '001', '2026', '01', 'a'.repeat(64), '甲'.repeat(10)];

/** The least that a contract's input takes（最小输入）: required fields only. An endpoint it fits not answers 400, and the test says so. */
export function leastInput(schema: unknown): unknown {
  if (schema instanceof z.ZodObject) {
    const fields = Object.entries(schema.shape).map(([name, field]) => [name, leastInput(field)] as const);
    return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
  }
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault) return undefined;
  if (schema instanceof z.ZodNullable) return null;
  if (schema instanceof z.ZodPipe) return leastInput(schema.in instanceof z.ZodTransform ? schema.out : schema.in);
  if (schema instanceof z.ZodDiscriminatedUnion || schema instanceof z.ZodUnion) return leastInput(schema.options[0]);
  if (schema instanceof z.ZodArray) return leastArray(schema);
  if (schema instanceof z.ZodLiteral) return schema.value;
  if (schema instanceof z.ZodEnum) return schema.options[0];
  if (schema instanceof z.ZodBoolean) return true;
  if (schema instanceof z.ZodFile) return new File(['内容'], '附件.txt', { type: 'text/plain' });
  if (schema instanceof z.ZodType) return scalars().find((value) => schema.safeParse(value).success);
  return undefined;
}

const leastArray = (schema: z.ZodArray): unknown =>
  [0, 1, 2, 3].map((length) => Array.from({ length }, () => leastInput(schema.element))).find((value) => schema.safeParse(value).success) ?? [];

const scalars = (): unknown[] => [newId(), '2026-06-30', ...texts, 1, 0, 2026];
