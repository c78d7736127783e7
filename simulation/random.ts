/** A table of values and how often each comes; weights need not add up to 1. */
export type Weighted<T> = readonly (readonly [T, number])[];

/** What each table adds up to: drawn from too often to be added up each time. */
const sums = new WeakMap<object, number>();

/**
 * A stream of numbers that depends on its seed alone（可重现的随机数）: sfc32, so that the same county comes out on every machine.
 * Not for secrets.
 */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;
  readonly #seed: string;

  constructor(seed: string) {
    this.#seed = seed;
    [this.#a, this.#b, this.#c] = hash(seed);
    for (let round = 0; round < 12; round++) this.next();
  }

  /** An independent stream: what one part draws does not move what another gets. */
  fork(label: string | number): Random {
    return new Random(`${this.#seed}/${label}`);
  }

  /** 32 random bits. */
  next(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  /** From 0 up to, never, 1. */
  fraction(): number {
    return this.next() / 4_294_967_296;
  }

  /** A whole number from 0 up to, never, `limit`. */
  below(limit: number): number {
    return Math.floor(this.fraction() * limit);
  }

  /** A whole number between two, both possible. */
  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  chance(probability: number): boolean {
    return this.fraction() < probability;
  }

  pick<T>(list: readonly T[]): T {
    const value = list[this.below(list.length)];
    if (value === undefined) throw new Error('nothing to pick from');
    return value;
  }

  weighted<T>(table: Weighted<T>): T {
    let sum = sums.get(table);
    if (sum === undefined) {
      sum = table.reduce((all, [, weight]) => all + weight, 0);
      sums.set(table, sum);
    }
    let rest = this.fraction() * sum;
    for (const [value, weight] of table) {
      rest -= weight;
      if (rest < 0) return value;
    }
    return this.pick(table)[0];
  }

  /** The same things in another order. */
  shuffled<T>(list: readonly T[]): T[] {
    const result = [...list];
    for (let last = result.length - 1; last > 0; last--) {
      const other = this.below(last + 1);
      [result[last], result[other]] = [result[other] as T, result[last] as T];
    }
    return result;
  }

  /** A UUIDv7 of a given millisecond, its other bits drawn. */
  id(milliseconds: number): string {
    const hex =
      milliseconds.toString(16).padStart(12, '0') + [this.next(), this.next(), this.next()].map((word) => word.toString(16).padStart(8, '0')).join('');
    const variant = '89ab'.charAt(this.below(4));
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  }
}

/** Three words from a text: FNV-1a with three starts. */
function hash(text: string): [number, number, number] {
  const words = [2_166_136_261, 3_735_928_559, 305_419_896];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    for (let index = 0; index < words.length; index++) words[index] = Math.imul((words[index] ?? 0) ^ (code + index), 16_777_619);
  }
  const [a = 0, b = 0, c = 0] = words;
  return [a, b, c];
}
