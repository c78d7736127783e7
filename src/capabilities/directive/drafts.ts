import type { Draft, FieldName, NewBasis, Party } from '#duty';
import { decompose, type Item } from './rules/decomposition/index.ts';
import type { draftOf, TaskDraft } from './rules/drafting.ts';

type Task = Parameters<typeof draftOf>[0];

/** A drafted task as a duty of the list（转为责任事项草案）: everything in it is a proposal. */
export function dutyDraft(task: TaskDraft, party: (name: string) => Party, bases: NewBasis[]): Draft {
  const { deadline, leads, partners, ...facts } = task;
  const draft = { ...facts, leads: distinct(leads.map(party)), partners: distinct(partners.map(party)), criterion: '', effectDays: null, tags: [] };
  const proposable = ['goal', 'measures', 'target', 'leads', 'partners', 'posts', 'field'] as const satisfies readonly FieldName[];
  const proposed = proposable.filter((field) => !isBlank(draft[field]));
  return { ...draft, deadline, proposed, bases };
}

const isBlank = (value: unknown): boolean => value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** Names in a drafted task, to be looked up at once. */
export const namesIn = (tasks: readonly TaskDraft[]): string[] => tasks.flatMap((task) => [...task.leads, ...task.partners]);

/**
 * Read a passage as one task（单句识别）: who, by when, how much. It is read as if it stood under a heading, because a sentence alone would
 * count as an opening and say nothing of these.
 */
export function taskIn(passage: string, heading: readonly string[]): Task {
  const { items } = decompose(`一、事项\n${passage.replace(/\s*\n\s*/g, '')}`);
  const tasks = items.filter((item) => item.kind === 'task');
  const all = <Field extends 'lead' | 'support' | 'quantities'>(field: Field): Item[Field][number][] =>
    tasks.flatMap((task): Item[Field][number][] => [...task[field]]);
  return {
    text: passage,
    headingPath: heading,
    lead: all('lead') as Item['lead'],
    support: all('support') as Item['support'],
    quantities: all('quantities') as Item['quantities'],
    deadline: tasks.find((task) => task.deadline)?.deadline ?? null,
  };
}

const distinct = (parties: readonly Party[]): Party[] => parties.filter((party, index) => parties.findIndex((other) => other.name === party.name) === index);
