/** Pairs of neighbouring characters of a text, punctuation and white space left out（二元字组）. */
export function bigramsOf(text: string): ReadonlySet<string> {
  const bare = text.replace(/[^\p{L}\p{N}]/gu, '');
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < bare.length; at++) pairs.add(bare.slice(at, at + 2));
  return pairs;
}

export interface Likeness {
  /** index of the text in the corpus */
  index: number;
  /** Dice coefficient of the two sets of bigrams, 0 to 1 */
  likeness: number;
}

/**
 * Index texts so that likeness to many is found by the bigrams shared alone（相似检索）. Work grows with what is shared, not with all pairs.
 *
 * @returns a search: texts at least `least` alike, the most alike first
 */
export function likenessAmong(texts: readonly string[]): (text: string, least: number) => Likeness[] {
  const sizes: number[] = [];
  const places = new Map<string, number[]>();
  texts.forEach((text, index) => {
    const pairs = bigramsOf(text);
    sizes.push(pairs.size);
    for (const pair of pairs) {
      const known = places.get(pair);
      if (known) known.push(index);
      else places.set(pair, [index]);
    }
  });
  return (text, least) => {
    const pairs = bigramsOf(text);
    const shared = new Map<number, number>();
    for (const pair of pairs) for (const index of places.get(pair) ?? []) shared.set(index, (shared.get(index) ?? 0) + 1);
    return [...shared]
      .map(([index, count]) => ({ index, likeness: (2 * count) / (pairs.size + (sizes[index] ?? 0)) }))
      .filter(({ likeness }) => likeness >= least)
      .sort((one, other) => other.likeness - one.likeness || one.index - other.index);
  };
}
