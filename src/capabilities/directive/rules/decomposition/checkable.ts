/** Could an inspector ask to see it（可检查的工作对象, GUIDELINES 4.7）? */
import type { Clause, Reading } from './clauses.ts';
import type { Attributes, Range } from './types.ts';
import { attitudeEnd, genericObject, hardens, resultClause, softEnd, softPhrase, softVerb } from './words-soft.ts';
import { concreteAct, pretended, workObject } from './words-work.ts';

/** Say whether at least one clause acts on a checkable object; in doubt it does（4.7, last line）. */
export function isCheckable(reading: Reading, found: Attributes): boolean {
  if (found.deadline || found.quantities.length > 0) return true;
  const acting = reading.clauses.filter((clause) => reading.clauses.length === 1 || !resultClause.test(clause.plain));
  if (acting.some((clause) => actsOnObject(clause, found.mechanisms))) return true;
  return !acting.every((clause) => isSoft(clause.plain));
}

/** W1–W6 in a clause that does not merely strengthen an attitude. */
function actsOnObject(clause: Clause, mechanisms: readonly Range[]): boolean {
  if (isAttitude(clause.plain)) return false;
  if (mechanisms.some((mechanism) => mechanism.start >= clause.start && mechanism.end <= clause.end)) return true;
  const plain = clause.plain.replace(pretended, '　');
  if (/格局$/.test(plain)) return (plain.match(/、/g)?.length ?? 0) >= 2;
  return workObject.test(plain) || concreteAct.test(plain);
}

/** A clause about attitude or ability alone: nothing inside it counts（`增强开展“五基三化”提升年行动的政治自觉`）. */
const isAttitude = (plain: string): boolean => attitudeEnd.test(plain.slice(-6)) && hardens.test(plain.slice(0, 40));

/** Attitude, fixed phrase, idiom, or an action without an object of its own. */
function isSoft(plain: string): boolean {
  if (softPhrase.test(plain) || genericObject.test(plain.slice(-6))) return true;
  if (softEnd.test(plain.slice(-6)) && softVerb.test(plain.slice(0, 40))) return true;
  return plain.split('、').every((part) => part.length <= 5);
}
