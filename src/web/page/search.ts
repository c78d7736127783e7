/**
 * Readers for what an address holds（地址栏参数）; whatever somebody typed, they answer something usable. The router reads what it has read
 * before, too: each takes its own answers as they are.
 */

export const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

export const numberIn = (value: unknown): number | undefined => {
  const number = typeof value === 'number' ? value : typeof value === 'string' && value !== '' ? Number(value) : Number.NaN;
  return Number.isInteger(number) ? number : undefined;
};

export const pageIn = (value: unknown): number => Math.max(1, numberIn(value) ?? 1);

/** A yes, or nothing. */
export const yesIn = (value: unknown): true | undefined => value === true || value === 'true' || undefined;

/** The words of a list that are known; nothing when there are none. */
export function wordsOf<const Word extends string>(known: readonly Word[], value: unknown): Word[] | undefined {
  const asked = Array.isArray(value) ? value : [value];
  const found = known.filter((word) => asked.includes(word));
  return found.length ? found : undefined;
}

export const wordOf = <const Word extends string>(known: readonly Word[], value: unknown): Word | undefined => wordsOf(known, value)?.[0];
