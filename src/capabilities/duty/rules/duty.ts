import type { Target, Timing } from '#kernel/demand';
import type { DutyField } from './words.ts';

/** A lead or partner（牵头、配合单位）: of the register, or a name that nobody has matched yet. */
export interface Party {
  organizationId: string | null;
  name: string;
}

/** What a duty says（责任事项的要素）. */
export interface DutyFacts {
  goal: string;
  measures: string;
  target: Target | null;
  timing: Timing | null;
  leads: Party[];
  partners: Party[];
  posts: string[];
  field: DutyField | null;
  criterion: string;
  effectDays: 30 | 90 | 180 | null;
  tags: string[];
}

export type FieldName = keyof DutyFacts;

export const fieldNames = [
  'goal',
  'measures',
  'target',
  'timing',
  'leads',
  'partners',
  'posts',
  'field',
  'criterion',
  'effectDays',
  'tags',
] as const satisfies readonly FieldName[];

/** A duty with nothing in it, to be filled. */
export const blankDuty: DutyFacts = {
  goal: '',
  measures: '',
  target: null,
  timing: null,
  leads: [],
  partners: [],
  posts: [],
  field: null,
  criterion: '',
  effectDays: null,
  tags: [],
};

/** A duty in its list: with the fields that rules proposed and nobody confirmed（建议待确认）. */
export interface DraftedDuty extends DutyFacts {
  id: string;
  proposed: FieldName[];
}

export const isEmpty = (value: DutyFacts[FieldName]): boolean =>
  value === null || (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0);
