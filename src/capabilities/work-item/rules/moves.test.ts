import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isClosed, isLegal, type Move, moveTable, type Pair, sideOf, targetOf } from './moves.ts';
import { judgedStates, stateLabel, workingStates } from './states.ts';

const moves = Object.keys(moveTable) as Move[];
const initial: Pair = { working: 'dispatched', judged: 'open' };
const pairs: Pair[] = workingStates.flatMap((working) => judgedStates.map((judged) => ({ working, judged })));
const keyOf = ({ working, judged }: Pair) => `${working}/${judged}`;

/** Everything that can be reached from the day of dispatch. */
function reachable(): Map<string, Pair> {
  const found = new Map([[keyOf(initial), initial]]);
  for (const pair of found.values()) {
    for (const move of moves) {
      const next = targetOf(move, pair);
      if (next) found.set(keyOf(next), next);
    }
  }
  return found;
}

test('every state that can be reached is legal, and every legal state but odd cancellations can be reached', () => {
  const found = reachable();
  expect([...found.values()].filter((pair) => !isLegal(pair))).toEqual([]);
  const unreachable = pairs.filter((pair) => isLegal(pair) && !found.has(keyOf(pair))).map(keyOf);
  expect(unreachable).toEqual([]);
});

test('any walk stays legal, and what is closed opens only by a relapse', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...moves), { maxLength: 60 }), (walk) => {
      let pair = initial;
      for (const move of walk) {
        const next = targetOf(move, pair);
        if (!next) continue;
        expect(isLegal(next)).toBe(true);
        if (isClosed(pair.judged) && !isClosed(next.judged)) expect(move).toBe('relapse');
        pair = next;
      }
    }),
  );
});

test('a cancelled item stays cancelled', () => {
  for (const working of workingStates) expect(moves.filter((move) => targetOf(move, { working, judged: 'cancelled' }))).toEqual([]);
});

test('the doer never moves the judged axis, nor an issuer the working axis of what is being done', () => {
  for (const move of moves) {
    for (const pair of pairs) {
      const next = targetOf(move, pair);
      if (next && sideOf(move) === 'doer') expect(next.judged).toBe(pair.judged);
    }
  }
});

test('nothing is written off that nobody verified, and nothing verified that was not submitted', () => {
  for (const pair of pairs) {
    if (targetOf('write-off', pair)) expect(pair).toEqual({ working: 'submitted', judged: 'verified' });
    if (targetOf('verify', pair)) expect(pair.working).toBe('submitted');
    if (targetOf('confirm-effect', pair)) expect(pair.judged).toBe('written-off');
  }
});

/** The whole table, written out: a change to it is a change to this list. */
test('the table', () => {
  const lines = pairs.flatMap((pair) =>
    moves.flatMap((move) => {
      const next = targetOf(move, pair);
      return next && isLegal(pair) ? `${keyOf(pair)} --${move}--> ${keyOf(next)}` : [];
    }),
  );
  expect(lines).toMatchInlineSnapshot(`
    [
      "dispatched/open --accept--> accepted/open",
      "dispatched/open --negotiate--> negotiating/open",
      "dispatched/open --decline--> declined/open",
      "dispatched/open --cancel--> dispatched/cancelled",
      "negotiating/open --accept--> accepted/open",
      "negotiating/open --decline--> declined/open",
      "negotiating/open --answer--> dispatched/open",
      "negotiating/open --cancel--> negotiating/cancelled",
      "declined/open --answer--> dispatched/open",
      "declined/open --cancel--> declined/cancelled",
      "accepted/open --begin--> doing/open",
      "accepted/open --add-evidence--> doing/open",
      "accepted/open --cancel--> accepted/cancelled",
      "doing/open --add-evidence--> doing/open",
      "doing/open --withdraw-evidence--> doing/open",
      "doing/open --submit--> submitted/open",
      "doing/open --cancel--> doing/cancelled",
      "doing/returned --add-evidence--> doing/returned",
      "doing/returned --withdraw-evidence--> doing/returned",
      "doing/returned --submit--> submitted/returned",
      "doing/returned --cancel--> doing/cancelled",
      "doing/relapsed --add-evidence--> doing/relapsed",
      "doing/relapsed --withdraw-evidence--> doing/relapsed",
      "doing/relapsed --submit--> submitted/relapsed",
      "doing/relapsed --cancel--> doing/cancelled",
      "submitted/open --withdraw-submission--> doing/open",
      "submitted/open --verify--> submitted/verified",
      "submitted/open --return--> doing/returned",
      "submitted/open --cancel--> submitted/cancelled",
      "submitted/returned --withdraw-submission--> doing/returned",
      "submitted/returned --verify--> submitted/verified",
      "submitted/returned --return--> doing/returned",
      "submitted/returned --cancel--> submitted/cancelled",
      "submitted/verified --return--> doing/returned",
      "submitted/verified --write-off--> submitted/written-off",
      "submitted/written-off --confirm-effect--> submitted/effective",
      "submitted/written-off --relapse--> doing/relapsed",
      "submitted/effective --relapse--> doing/relapsed",
      "submitted/relapsed --withdraw-submission--> doing/relapsed",
      "submitted/relapsed --verify--> submitted/verified",
      "submitted/relapsed --return--> doing/returned",
      "submitted/relapsed --cancel--> submitted/cancelled",
    ]
  `);
});

test.for([
  ['dispatched', 'open', '待签收'],
  ['submitted', 'open', '已报结'],
  ['doing', 'returned', '已退回'],
  ['submitted', 'returned', '已报结'],
  ['submitted', 'verified', '已核验'],
  ['submitted', 'written-off', '已销号'],
  ['doing', 'relapsed', '反弹重开'],
] as const)('%s and %s reads %s', ([working, judged, label]) => {
  expect(stateLabel(working, judged)).toBe(label);
});
