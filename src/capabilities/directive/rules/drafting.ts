import { Target } from '#kernel/demand';
import type { Item, Quantity } from './decomposition/index.ts';
import { fieldOf, type GuessedField } from './field.ts';
import { goalOf } from './goal.ts';

/** What rules draft of one task clause（责任事项草案）; each of it is a proposal until somebody confirms it. */
export interface TaskDraft {
  goal: string;
  measures: string;
  target: Target | null;
  leads: string[];
  partners: string[];
  posts: string[];
  field: GuessedField | null;
  deadline: { text: string; value: string; from: string | null } | null;
}

type Task = Pick<Item, 'text' | 'headingPath' | 'lead' | 'support' | 'deadline' | 'quantities'>;

/** Draft a duty from a task clause（草拟责任事项）. @param issuedOn - the day that "within three years" counts from */
export function draftOf(task: Task, issuedOn: string | null): TaskDraft {
  const leads = distinct(task.lead.map(({ text }) => text));
  return {
    goal: goalOf(task.text, leads),
    measures: task.text.trim().slice(0, 4_000),
    target: targetOf(task.quantities[0]),
    leads: leads.slice(0, 20),
    partners: distinct(task.support.map(({ text }) => text)).filter((name) => !leads.includes(name)),
    posts: distinct(leads.flatMap((name) => postIn.exec(name)?.[0] ?? [])),
    field: fieldOf(task.text, task.headingPath),
    deadline: task.deadline && { text: task.deadline.text, value: task.deadline.value, from: issuedOn },
  };
}

const postIn = /(?:第一书记|党委副书记|副书记|书记|班子成员|组织委员|主要负责同志|负责同志|第一责任人|负责人|校长|院长)$/;

/** A quantity as a target, where it can be one. */
function targetOf(quantity: Quantity | undefined): Target | null {
  if (!quantity) return null;
  const { number, comparator, unit, subject } = quantity;
  const parsed = Target.safeParse({ number, comparator, unit, subject: subject.slice(0, 60) });
  return parsed.success ? parsed.data : null;
}

const distinct = (names: readonly string[]): string[] => [...new Set(names)];
