import { accept, type Decision, refuse } from '#kernel/decision';
import { type DraftedDuty, type DutyFacts, type FieldName, fieldNames, isEmpty } from './duty.ts';
import { stagesInOrder } from './timing.ts';

/** The fields named change; the others stay. */
export type DutyChange = { [Field in FieldName]?: DutyFacts[Field] | undefined };

const source = '夯基规则：责任事项要素';

/** Fields a change names, in their order. */
export const namedIn = (change: DutyChange): FieldName[] => fieldNames.filter((field) => change[field] !== undefined);

/** May these values stand（要素取值）? A goal is never empty, and each stage ends after the one before. */
export function decideChange(change: DutyChange): Decision<DutyChange> {
  if (change.goal !== undefined && isEmpty(change.goal)) return refuse('duty.goal-missing', {}, source);
  if (change.timing && !stagesInOrder(change.timing)) return refuse('duty.stages-out-of-order', {}, source);
  return accept(change);
}

/** Apply a change（填写要素）: what a person writes counts as confirmed. */
export function changed<Duty extends DraftedDuty>(duty: Duty, change: DutyChange): Duty {
  const named = namedIn(change);
  const values = Object.fromEntries(named.map((field) => [field, change[field]]));
  return { ...duty, ...values, proposed: duty.proposed.filter((field) => !named.includes(field)) };
}

/**
 * Apply one change to many（批量填写）.
 *
 * @param overwrite - false fills only what is empty or merely proposed, and leaves what a person has written
 * @returns only the duties that change
 */
export function filled<Duty extends DraftedDuty>(duties: readonly Duty[], change: DutyChange, overwrite: boolean): Duty[] {
  return duties.flatMap((duty) => {
    const open = namedIn(change).filter((field) => overwrite || isEmpty(duty[field]) || duty.proposed.includes(field));
    if (open.length === 0) return [];
    return [changed(duty, Object.fromEntries(open.map((field) => [field, change[field]])))];
  });
}

/** Let proposals stand as they are（确认建议）. @returns only the duties that had any */
export const confirmed = <Duty extends DraftedDuty>(duties: readonly Duty[]): Duty[] =>
  duties.filter((duty) => duty.proposed.length > 0).map((duty) => ({ ...duty, proposed: [] }));
