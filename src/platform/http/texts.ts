import { ORPCError } from '@orpc/server';

/** What no database keeps as text: the null character, and half of a pair. */
const unkept = /\0|\p{Surrogate}/u;

/** More than any file system takes; it would be repeated in every sentence about the file. */
const longestFileName = 255;

/**
 * Refuse an input that holds text nobody could keep（无法保存的文字）, wherever it stands in it, before anything is done.
 *
 * @param input - as the contract left it: no deeper than its schema
 */
export function checkTexts(input: unknown): void {
  if (typeof input === 'string') {
    if (unkept.test(input)) throw unwritable();
  } else if (input instanceof File) {
    if (input.name.length > longestFileName) throw new ORPCError('FILE_NAME_TOO_LONG', { status: 400, message: '文件名太长。请把文件名改短后再传。' });
    checkTexts(input.name);
  } else if (typeof input === 'object' && input !== null) for (const inner of Object.values(input)) checkTexts(inner);
}

const unwritable = () =>
  new ORPCError('TEXT_NOT_KEPT', {
    status: 400,
    message: '填写的内容里有保存不了的字符（空字符或残缺的符号）。请删去后重试；从别处粘贴的，请先粘贴到记事本里再复制过来。',
  });

/** What PostgreSQL says of values it cannot take: too large a number, no day of the calendar, no text. */
const outOfRange = new Set(['22001', '22003', '22007', '22008', '22021', '22P02', '22P05']);

/** Did the database refuse a value for what it is（取值超出范围）? Contracts bound what they can; this is the net below. */
export const isOutOfRange = (error: unknown): boolean => error instanceof Error && outOfRange.has(String((error as Error & { code?: unknown }).code));

export const impossible = () => new ORPCError('VALUE_OUT_OF_RANGE', { status: 400, message: '填写的数字或日期超出了可用的范围。请核对后重填。' });
