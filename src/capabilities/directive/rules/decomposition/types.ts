/** A decomposed document（文稿分解）: sections, items and their attributes, as GUIDELINES 2 writes them. */

/** Half-open range of UTF-16 code units in the file（GUIDELINES 1）. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A range with the literal text it covers. */
export interface Span extends Range {
  readonly text: string;
}

/** What an item is（GUIDELINES 4.4）. */
export type Kind = 'greeting' | 'task' | 'exhortation' | 'review' | 'background';

/** How a number is bounded（GUIDELINES 5.4）. */
export type Comparator = '=' | '>=' | '<=' | '>' | '<' | '~' | 'range';

/** By when（完成时限, GUIDELINES 5.3）; `value` is `YYYY[-MM[-DD]]`, `XXXX-…`, `P3Y` or `ongoing`. */
export interface Deadline extends Span {
  readonly value: string;
}

/** How many of what（量化指标, GUIDELINES 5.4）; a fraction or a range is a string. */
export interface Quantity extends Span {
  readonly number: number | string;
  readonly unit: string;
  readonly comparator: Comparator;
  readonly subject: string;
}

/** What a task carries（GUIDELINES 5）; empty on every other kind. */
export interface Attributes {
  readonly lead: readonly Span[];
  readonly support: readonly Span[];
  readonly targets: readonly Span[];
  readonly deadline: Deadline | null;
  readonly quantities: readonly Quantity[];
  readonly mechanisms: readonly Span[];
}

/** One text unit（条目, GUIDELINES 4.1）. */
export interface Item extends Span, Attributes {
  readonly id: string;
  readonly section: string | null;
  readonly headingPath: readonly string[];
  readonly kind: Kind;
  readonly ordinal: number | null;
}

/** One heading with its extent（层级标题, GUIDELINES 3）. */
export interface Section extends Range {
  readonly id: string;
  readonly parent: string | null;
  readonly level: number;
  readonly ordinal: number;
  readonly marker: string;
  readonly title: string;
  readonly titleStart: number;
  readonly titleEnd: number;
}

/** The document itself; `length` counts UTF-16 code units. */
export interface DocumentFacts {
  readonly id: string;
  readonly file: string;
  readonly length: number;
  readonly title: Span | null;
  readonly year: number | null;
}

export interface Decomposition {
  readonly schema: 'speech-annotation/1';
  readonly doc: DocumentFacts;
  readonly sections: readonly Section[];
  readonly items: readonly Item[];
}

/** Where the text came from, as the caller names it. */
export interface Source {
  readonly id: string;
  readonly file: string;
}

/** Attributes of an item that is no task（GUIDELINES 5）. */
export const noAttributes: Attributes = { lead: [], support: [], targets: [], deadline: null, quantities: [], mechanisms: [] };
