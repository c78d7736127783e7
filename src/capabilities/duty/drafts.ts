import type { Context } from '#platform/http';
import { newId } from '#platform/id';
import { type Edit, onlyRead, pick } from './actions.ts';
import type { DutyFacts, FieldName } from './rules/duty.ts';
import { orderWith } from './rules/structure.ts';
import { timingOfDeadline } from './rules/timing.ts';
import { addBases, type Basis } from './store-bases.ts';
import { addDuties, type Duty, dutiesOf, numberDuties, saveDuties } from './store-duties.ts';

export type NewBasis = Omit<Basis, 'id' | 'duty_id' | 'duty_list_id' | 'path'>;

/** A duty as rules draft it from a text（责任事项草案）. */
export interface Draft extends Omit<DutyFacts, 'timing'> {
  /** as the text words it, its value, and the day a duration counts from */
  deadline: { text: string; value: string; from: string | null } | null;
  proposed: FieldName[];
  bases: NewBasis[];
}

/**
 * Write drafts into a list that is held for editing（写入草案）, at the end, after another duty, or first where `after` is null. What rules found stays a proposal until somebody
 * confirms it; a deadline whose year is unknown waits for the list's year.
 *
 * @returns their ids, in order
 */
export async function addDrafts({ db }: Pick<Context, 'db'>, { list, save }: Edit, drafts: readonly Draft[], after?: string | null): Promise<string[]> {
  const live = await dutiesOf(db, list.id);
  const duties = drafts.map(({ deadline, bases: _bases, ...draft }, index): Duty => {
    const timing = deadline && timingOfDeadline(deadline.value, list.year, deadline.from);
    return {
      ...draft,
      id: newId(),
      dutyListId: list.id,
      path: list.path,
      ordinal: live.length + index + 1,
      timing,
      proposed: timing ? [...draft.proposed, 'timing'] : draft.proposed,
      deadlineText: deadline?.text ?? null,
      deadlineValue: deadline?.value ?? null,
      revision: 1,
      changedBy: save.by,
      removed: false,
    };
  });
  await addDuties(db, duties, save);
  const ids = duties.map((duty) => duty.id);
  const bases = drafts.flatMap((draft, index) => draft.bases.map((basis) => ({ ...basis, duty_id: ids[index] ?? '' })));
  await addBases(
    db,
    bases.map((basis) => ({ ...basis, id: newId(), duty_list_id: list.id, path: list.path })),
  );
  if (after !== undefined) await numberDuties(db, orderWith([...live.map((duty) => duty.id), ...ids], ids, after), save.revision);
  return ids;
}

/** Let a duty of a held list rest on more of the text（并入条目）; its measures may be added to. */
export async function bindToDuty(
  { db }: Pick<Context, 'db'>,
  { list, save }: Edit,
  dutyId: string,
  bases: readonly NewBasis[],
  measures: string,
): Promise<void> {
  const [duty] = pick(await dutiesOf(db, list.id), [dutyId]);
  if (!duty) throw onlyRead();
  const joined = duty.measures.includes(measures) ? duty.measures : [duty.measures, measures].filter(Boolean).join('\n');
  const proposed: FieldName[] = joined === duty.measures || duty.proposed.includes('measures') ? duty.proposed : [...duty.proposed, 'measures'];
  await saveDuties(db, [{ ...duty, measures: joined, proposed }], save);
  await addBases(
    db,
    bases.map((basis) => ({ ...basis, id: newId(), duty_id: dutyId, duty_list_id: list.id, path: list.path })),
  );
}
