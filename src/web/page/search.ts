/** Readers for what an address holds（地址栏参数）; whatever somebody typed, they answer something usable. */

export const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

export const numberIn = (value: unknown): number | undefined => {
  const number = typeof value === 'string' && value !== '' ? Number(value) : Number.NaN;
  return Number.isInteger(number) ? number : undefined;
};

export const pageIn = (value: unknown): number => Math.max(1, numberIn(value) ?? 1);

/** The words of a list that are known; nothing when there are none. */
export function wordsOf<const Word extends string>(known: readonly Word[], value: unknown): Word[] | undefined {
  const asked = Array.isArray(value) ? value : [value];
  const found = known.filter((word) => asked.includes(word));
  return found.length ? found : undefined;
}

export const wordOf = <const Word extends string>(known: readonly Word[], value: unknown): Word | undefined => wordsOf(known, value)?.[0];
