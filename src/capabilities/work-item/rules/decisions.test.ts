import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decideMove, type ItemFacts, type Mover } from './decisions.ts';
import { movesFor } from './may.ts';
import { type Move, moveTable } from './moves.ts';

const item: ItemFacts = {
  working: 'submitted',
  judged: 'open',
  organizationId: 'village',
  organizationName: '柳树村党支部',
  path: '001001001',
  leadIds: ['education'],
  issuerName: '某县委',
  issuerPath: '001',
  submittedBy: 'wang',
  evidence: 1,
  authoredByCaller: false,
};
const village: Mover = { id: 'wang', organizationId: 'village', path: '001001001' };
const town: Mover = { id: 'chen', organizationId: 'town', path: '001001' };
const county: Mover = { id: 'li', organizationId: 'county', path: '001' };
const education: Mover = { id: 'qian', organizationId: 'education', path: '001003' };
const otherTown: Mover = { id: 'he', organizationId: 'west', path: '001002' };

const codeOf = (move: Move, by: Mover, change: Partial<ItemFacts> = {}, note = '请补会议记录') => {
  const decision = decideMove({ ...item, ...change }, move, by, note);
  return decision.ok ? `${decision.value.working}/${decision.value.judged}` : decision.refusal.code;
};

test.for<[string, Move, Mover, Partial<ItemFacts>, string]>([
  ['its superior verifies', 'verify', town, {}, 'submitted/verified'],
  ['a superior further up verifies', 'verify', county, {}, 'submitted/verified'],
  ['the lead office verifies from outside', 'verify', education, {}, 'submitted/verified'],
  ['another town does not', 'verify', otherTown, {}, 'work-item.not-lead'],
  ['a lead of another item does not', 'verify', education, { leadIds: ['finance'] }, 'work-item.not-lead'],
  ['the doing organization does not', 'verify', { ...village, id: 'another' }, {}, 'work-item.doer-organization-verifies'],
  ['who submitted does not, wherever he now works', 'verify', { ...town, id: 'wang' }, {}, 'work-item.own-verification'],
  ['who recorded evidence does not', 'verify', town, { authoredByCaller: true }, 'work-item.own-verification'],
  ['nobody verifies twice', 'verify', town, { judged: 'verified' }, 'work-item.move-not-legal'],
  ['a return sends it back to work', 'return', town, {}, 'doing/returned'],
  ['a verified item may still be returned', 'return', county, { judged: 'verified' }, 'doing/returned'],
  ['the issuer writes off', 'write-off', county, { judged: 'verified' }, 'submitted/written-off'],
  ['only what is verified', 'write-off', county, {}, 'work-item.move-not-legal'],
  ['the town did not issue it', 'write-off', town, { judged: 'verified', issuerPath: null }, 'work-item.not-issuer'],
  ['the town writes off what it issued', 'write-off', town, { judged: 'verified', issuerPath: '001001' }, 'submitted/written-off'],
  ['a lead office does not write off', 'write-off', education, { judged: 'verified', issuerPath: null }, 'work-item.not-issuer'],
  ['the doer takes the report back', 'withdraw-submission', village, {}, 'doing/open'],
  ['nobody else does', 'withdraw-submission', town, {}, 'work-item.not-the-doer'],
  ['not once it is verified', 'withdraw-submission', village, { judged: 'verified' }, 'work-item.move-not-legal'],
  ['a report needs evidence', 'submit', village, { working: 'doing', evidence: 0 }, 'work-item.no-evidence'],
  ['evidence begins an accepted item', 'add-evidence', village, { working: 'accepted' }, 'doing/open'],
  ['nothing is recorded before it is accepted', 'add-evidence', village, { working: 'dispatched' }, 'work-item.move-not-legal'],
  ['a returned item is submitted again', 'submit', village, { working: 'doing', judged: 'returned' }, 'submitted/returned'],
  ['and verified then', 'verify', town, { judged: 'returned' }, 'submitted/verified'],
])('%s', ([, move, by, change, outcome]) => {
  expect(codeOf(move, by, change)).toBe(outcome);
});

test('a return says why', () => {
  expect(codeOf('return', town, {}, '  ')).toBe('work-item.return-needs-reason');
});

test('every refusal names its source', () => {
  const decision = decideMove(item, 'verify', otherTown);
  expect(decision.ok || decision.refusal.article).toBe('夯基规则：办理与核验分离');
});

test('nobody who had a part in doing an item ever judges it, whatever its state', () => {
  const states = fc.record({
    working: fc.constantFrom('doing', 'submitted') as fc.Arbitrary<ItemFacts['working']>,
    judged: fc.constantFrom('open', 'returned', 'verified', 'written-off', 'relapsed') as fc.Arbitrary<ItemFacts['judged']>,
  });
  const judged: Move[] = ['verify', 'return', 'write-off', 'confirm-effect', 'relapse', 'cancel'];
  fc.assert(
    fc.property(states, fc.constantFrom(...judged), fc.constantFrom(village, { ...county, id: 'wang' }), (state, move, by) => {
      expect(decideMove({ ...item, ...state }, move, by, '理由').ok).toBe(false);
    }),
  );
});

test('what one may do is what would be accepted, and what the role permits', () => {
  const all = Object.keys(moveTable) as Move[];
  const reviewing = new Set(['work-item.review']);
  expect(movesFor(item, { ...town, permissions: reviewing }, all)).toEqual(['verify', 'return']);
  expect(movesFor(item, { ...town, permissions: new Set(['work-item.do']) }, all)).toEqual([]);
  expect(movesFor(item, { ...village, permissions: new Set(['work-item.do']) }, all)).toEqual(['withdraw-submission']);
});
