import { accept, type Decision, refuse } from '#kernel/decision';
import { type DraftedDuty, type DutyFacts, type FieldName, fieldNames, isEmpty, type Party } from './duty.ts';

const source = '夯基规则：责任事项编排';

/**
 * Make one duty of several（合并条目）: the first keeps its place and its goal, measures follow each other, leads, partners and posts are
 * gathered. Where two name a different deadline, target or field, the first one's stands as a proposal, so that somebody looks at it.
 *
 * @param duties - in the order of the list
 */
export function decideMerger<Duty extends DraftedDuty>(duties: readonly Duty[]): Decision<Duty> {
  const [first, ...others] = duties;
  if (!first || others.length === 0) return refuse('duty.nothing-to-merge', {}, source);
  const all = [first, ...others];
  const leads = distinctParties(all.flatMap((duty) => duty.leads));
  const merged: DutyFacts = {
    goal: first.goal,
    measures: distinct(all.map((duty) => duty.measures).filter((text) => !isEmpty(text))).join('\n'),
    target: firstOf(all, 'target'),
    timing: firstOf(all, 'timing'),
    leads,
    partners: distinctParties(all.flatMap((duty) => duty.partners)).filter((partner) => !leads.some((lead) => sameParty(lead, partner))),
    posts: distinct(all.flatMap((duty) => duty.posts)),
    field: firstOf(all, 'field'),
    criterion: distinct(all.map((duty) => duty.criterion).filter((text) => !isEmpty(text))).join('\n'),
    effectDays: firstOf(all, 'effectDays'),
    tags: distinct(all.flatMap((duty) => duty.tags)),
  };
  const unconfirmed = all.flatMap((duty) => duty.proposed);
  const disputed = (['target', 'timing', 'field', 'effectDays'] as const).filter((field) => valuesOf(all, field).length > 1);
  const proposed = fieldNames.filter((field: FieldName) => unconfirmed.includes(field) || disputed.some((one) => one === field));
  return accept({ ...first, ...merged, proposed });
}

export interface Part {
  goal: string;
  measures: string;
}

/**
 * Make several duties of one（拆分条目）: each has its own goal and measures; the rest is taken over, proposals as proposals.
 *
 * @returns as many as there are parts; the first stays the duty that was split
 */
export function decideSplit<Duty extends DraftedDuty>(duty: Duty, parts: readonly Part[]): Decision<Duty[]> {
  if (parts.length < 2 || parts.some((part) => isEmpty(part.goal))) return refuse('duty.split-too-small', {}, source);
  const proposed = duty.proposed.filter((field) => field !== 'goal' && field !== 'measures');
  return accept(parts.map(({ goal, measures }) => ({ ...duty, goal, measures, proposed })));
}

/** Put ids behind another one, or first（移动条目）. @param after - null is the beginning; an unknown one is the end */
export function orderWith(ids: readonly string[], moved: readonly string[], after: string | null): string[] {
  if (after !== null && moved.includes(after)) return [...ids];
  const others = ids.filter((id) => !moved.includes(id));
  const found = after === null ? 0 : others.indexOf(after) + 1;
  const at = after !== null && found === 0 ? others.length : found;
  return [...others.slice(0, at), ...moved, ...others.slice(at)];
}

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)];

export const sameParty = (one: Party, other: Party): boolean =>
  one.organizationId !== null && other.organizationId !== null ? one.organizationId === other.organizationId : one.name === other.name;

export const distinctParties = (parties: readonly Party[]): Party[] =>
  parties.filter((party, index) => parties.findIndex((other) => sameParty(other, party)) === index);

const valuesOf = <Field extends FieldName>(duties: readonly DutyFacts[], field: Field): DutyFacts[Field][] => {
  const filled = duties.map((duty) => duty[field]).filter((value) => !isEmpty(value));
  return [...new Map(filled.map((value) => [JSON.stringify(value), value])).values()];
};

const firstOf = <Field extends 'target' | 'timing' | 'field' | 'effectDays'>(duties: readonly DutyFacts[], field: Field): DutyFacts[Field] | null =>
  valuesOf(duties, field)[0] ?? null;
