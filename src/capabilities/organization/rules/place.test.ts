import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ancestorPaths, childPath, decideAddition, type NewOrganization, type Surroundings } from './place.ts';

const branch: NewOrganization = { name: '柳树村党支部', kind: 'branch', form: 'ordinary', field: 'village', hasCommittee: false, setUpOn: '2026-01-01' };
const town: Surroundings = { kind: 'committee', path: '001002', lastChild: null, nameTaken: false };

test.for([
  ['the first child', town, '001002001'],
  ['one above the highest, not a gap below it', { ...town, lastChild: '001002017' }, '001002018'],
  ['the last code there is', { ...town, lastChild: '001002998' }, '001002999'],
  ['no code is left', { ...town, lastChild: '001002999' }, 'organization.too-many-children'],
  ['below a branch', { ...town, kind: 'branch' }, 'organization.branch-has-no-children'],
  ['below a joint branch', { ...town, kind: 'joint-branch' }, 'organization.branch-has-no-children'],
  ['the same name twice', { ...town, nameTaken: true }, 'organization.name-taken'],
  ['at the twelfth level', { ...town, path: '001'.repeat(11) }, '001'.repeat(12)],
  ['below the twelfth level', { ...town, path: '001'.repeat(12) }, 'organization.level-too-deep'],
] as const)('%s', ([, parent, expected]) => {
  const decision = decideAddition(parent, branch, '2026-01-01');
  expect(decision.ok ? decision.value : decision.refusal.code).toBe(expected);
});

test('what is set up tomorrow is not registered today', () => {
  const decision = decideAddition(town, { ...branch, setUpOn: '2026-01-02' }, '2026-01-01');
  expect(decision).toMatchObject({ ok: false, refusal: { code: 'organization.set-up-in-future', facts: { day: '2026-01-02' } } });
});

test('the paths above an organization are its own prefixes, highest first', () => {
  const path = fc.array(fc.integer({ min: 1, max: 999 }), { minLength: 1, maxLength: 12 }).map((levels) => levels.reduce(childPath, ''));
  fc.assert(
    fc.property(path, (own) => {
      const above = ancestorPaths(own);
      expect(above).toHaveLength(own.length / 3 - 1);
      expect(above.every((path, index) => own.startsWith(path) && path.length === 3 * (index + 1))).toBe(true);
    }),
  );
});
