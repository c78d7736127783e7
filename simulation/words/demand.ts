import type { Target } from '#kernel/demand';

/** The post that answers in a branch. */
export const secretary = '党支部书记';

/** Who receives a duty（下达对象）. */
export type Receivers =
  | 'villages'
  | 'towns'
  | 'branches'
  | 'village-branches'
  | 'schools'
  | 'hospitals'
  | 'offices'
  | 'state-firms'
  | 'new-sector'
  | 'communities';

/** One demand of last year's speech: its sentence, and the duty that was made of it. Days are `MM-DD` of the list's year. */
export interface Demand {
  sentence: string;
  goal: string;
  measures: string;
  leads: readonly string[];
  partners?: readonly string[];
  posts: readonly string[];
  field: string;
  timing: { day: string } | { stages: readonly (readonly [day: string, goal: string])[] } | 'monthly' | 'quarterly' | 'long-term';
  target?: Target;
  to: Receivers;
  effectDays?: 30 | 90 | 180;
  /** what proved it, in titles of records */
  proofs: readonly string[];
}

export interface Chapter {
  title: string;
  /** sentences that demand nothing, before the demands */
  words: string;
  demands: readonly Demand[];
}
