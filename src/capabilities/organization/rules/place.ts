import { accept, type Decision, refuse } from '#kernel/decision';
import { type Field, type Form, type Kind, kindLabel } from './words.ts';

/** 编码: 3 digits a level, at most 12 levels, at most 999 children of one parent. */
export const digitsALevel = 3;
export const deepestLevel = 12;
export const mostChildren = 999;

const codes = '夯基规则：党组织编码每级 3 位，最多 12 级';
const primaryLevel = '《中国共产党章程》第三十条（条号待核）';

const withoutChildren: readonly Kind[] = ['branch', 'joint-branch', 'temporary-branch'];

/** May organizations be set up below this kind（可否下设）? A branch is the smallest; Party groups are not organizations. */
export const mayHaveChildren = (kind: Kind): boolean => !withoutChildren.includes(kind);

/** What is to be entered into the register. */
export interface NewOrganization {
  name: string;
  kind: Kind;
  form: Form;
  field: Field;
  hasCommittee: boolean;
  setUpOn: string;
}

/** The parent as it stands: its kind, its path, its last child's path, and whether the name is taken below it. */
export interface Surroundings {
  kind: Kind;
  path: string;
  /** path of the child with the highest code; null: no child yet */
  lastChild: string | null;
  nameTaken: boolean;
}

/**
 * Decide whether an organization may be entered below another, and under which path（登记党组织）.
 *
 * A code is never given twice: the next is one above the highest.
 *
 * @param today - the day of asking; an organization set up later is not there yet
 * @returns the path of the new organization
 */
export function decideAddition(parent: Surroundings, { name, setUpOn }: NewOrganization, today: string): Decision<string> {
  if (!mayHaveChildren(parent.kind)) return refuse('organization.branch-has-no-children', { kind: kindLabel[parent.kind] }, primaryLevel);
  if (parent.path.length / digitsALevel >= deepestLevel) return refuse('organization.level-too-deep', { limit: deepestLevel }, codes);
  if (parent.nameTaken) return refuse('organization.name-taken', { name }, '夯基规则：同一上级之下名称不重复');
  if (setUpOn > today) return refuse('organization.set-up-in-future', { day: setUpOn }, '夯基规则：登记已经发生的事');
  const code = parent.lastChild === null ? 1 : Number(parent.lastChild.slice(-digitsALevel)) + 1;
  if (code > mostChildren) return refuse('organization.too-many-children', { limit: mostChildren }, codes);
  return accept(childPath(parent.path, code));
}

/** The path of a parent's n-th child（下级编码）. @param code - 1 to 999 */
export const childPath = (parent: string, code: number): string => parent + String(code).padStart(digitsALevel, '0');

/** Paths of everything above an organization, the highest first（上级编码）. */
export const ancestorPaths = (path: string): string[] =>
  Array.from({ length: path.length / digitsALevel - 1 }, (_, level) => path.slice(0, (level + 1) * digitsALevel));
