import { accept, type Decision, refuse } from '#kernel/decision';
import { type Move, moveLabel, type Pair, sideOf, targetOf } from './moves.ts';
import { stateLabel } from './states.ts';

/** What a decision needs to know of an item. */
export interface ItemFacts extends Pair {
  organizationId: string;
  organizationName: string;
  path: string;
  /** organizations that lead it, wherever they stand */
  leadIds: readonly string[];
  issuerName: string;
  /** null where the issuer lies outside the caller's sight */
  issuerPath: string | null;
  submittedBy: string | null;
  /** evidence that stands: not withdrawn */
  evidence: number;
  /** the caller recorded some of its evidence */
  authoredByCaller: boolean;
}

/** Who wants to move it. */
export interface Mover {
  id: string;
  organizationId: string;
  path: string;
}

const separation = '夯基规则：办理与核验分离';
const sides = '夯基规则：两轴状态分属承办方与评判方';

/**
 * Decide one move of an item（任务办理）: is the caller on the right side, is the move in the table, is what it needs there?
 *
 * @returns both axes after the move
 */
export function decideMove(item: ItemFacts, move: Move, by: Mover, note = ''): Decision<Pair> {
  const standing = decideStanding(item, move, by);
  if (!standing.ok) return standing;
  const target = targetOf(move, item);
  if (!target) return refuse('work-item.move-not-legal', { move: moveLabel(move), state: stateLabel(item.working, item.judged) }, sides);
  if (move === 'submit' && item.evidence === 0) return refuse('work-item.no-evidence', {}, '夯基规则：报结须有佐证');
  if (move === 'return' && note.trim() === '') return refuse('work-item.return-needs-reason', {}, '夯基规则：退回须说明理由');
  return accept(target);
}

function decideStanding(item: ItemFacts, move: Move, by: Mover): Decision<true> {
  const side = sideOf(move);
  if (side === 'doer') {
    if (by.organizationId === item.organizationId) return accept(true);
    return refuse('work-item.not-the-doer', { organization: item.organizationName }, sides);
  }
  if (by.organizationId === item.organizationId) return refuse('work-item.doer-organization-verifies', {}, separation);
  if (by.id === item.submittedBy || item.authoredByCaller) return refuse('work-item.own-verification', {}, separation);
  if (side === 'judge') return isSuperior(item, by) || leads(item, by) ? accept(true) : refuse('work-item.not-lead', {}, separation);
  return isIssuer(item, by) ? accept(true) : refuse('work-item.not-issuer', { issuer: item.issuerName }, '夯基规则：谁下达谁销号');
}

/** Above the doing organization in the tree（上级党组织）. */
const isSuperior = ({ path }: ItemFacts, by: Mover): boolean => path !== by.path && path.startsWith(by.path);
/** Named by the list as its lead, wherever it stands（牵头单位）. */
const leads = ({ leadIds }: ItemFacts, by: Mover): boolean => leadIds.includes(by.organizationId);
/** The organization that handed it out, or one above that（下达单位）. */
const isIssuer = (item: ItemFacts, by: Mover): boolean => isSuperior(item, by) && item.issuerPath?.startsWith(by.path) === true;
