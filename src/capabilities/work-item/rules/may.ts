import { decideMove, type ItemFacts, type Mover } from './decisions.ts';
import { type Move, sideOf } from './moves.ts';

/** What the caller may do next（可办事项）: the same decision that will be asked when it is done. */
export function movesFor<M extends Move>(item: ItemFacts, by: Mover & { permissions: ReadonlySet<string> }, moves: readonly M[]): M[] {
  return moves.filter((move) => {
    const permission = sideOf(move) === 'doer' ? 'work-item.do' : 'work-item.review';
    return by.permissions.has(permission) && decideMove(item, move, by, '—').ok;
  });
}
