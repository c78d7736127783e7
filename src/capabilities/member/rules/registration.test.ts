import { expect, test } from 'vitest';
import { decideRegistration } from './registration.ts';

const around = { isBranch: true, name: '王小明', isActiveMember: false, bornOn: '2000-02-29', today: '2026-11-20' };
const full = { kind: 'full', joinedOn: '2020-07-01', fullOn: '2021-07-01' } as const;

test.for([
  ['a full member', around, full, 'accepted'],
  ['members of before the days of probation became full at once', around, { ...full, fullOn: '2020-07-01' }, 'accepted'],
  ['a full member without the day', around, { ...full, fullOn: null }, 'member.full-day-missing'],
  ['full before joining', around, { ...full, fullOn: '2020-06-30' }, 'member.days-out-of-order'],
  ['full on a day to come', around, { ...full, fullOn: '2026-11-21' }, 'member.day-in-future'],
  ['full today', around, { ...full, fullOn: '2026-11-20' }, 'accepted'],
  ['joined on a day to come', around, { kind: 'probationary', joinedOn: '2026-11-21', fullOn: null }, 'member.day-in-future'],
  ['joined on the eighteenth birthday, of one born on a leap day', around, { ...full, joinedOn: '2018-02-28' }, 'accepted'],
  ['joined at fifteen in the war', { ...around, bornOn: '1925-01-01' }, { ...full, joinedOn: '1940-07-01', fullOn: '1940-07-01' }, 'accepted'],
  ['joined a day too young', around, { ...full, joinedOn: '2018-02-27' }, 'member.too-young'],
  ['below a committee', { ...around, isBranch: false }, full, 'member.not-a-branch'],
  ['a second membership', { ...around, isActiveMember: true }, full, 'member.already-active'],
] as const)('%s', ([, circumstances, registration, expected]) => {
  const decision = decideRegistration(circumstances, registration);
  expect(decision.ok ? 'accepted' : decision.refusal.code).toBe(expected);
});

test('a probationary member has no day of becoming full, whatever was typed', () => {
  expect(decideRegistration(around, { ...full, kind: 'probationary' })).toEqual({
    ok: true,
    value: { kind: 'probationary', joinedOn: '2020-07-01', fullOn: null },
  });
});
