import { expect, test } from 'vitest';
import { decideEnd, decideGrant, type Held, type WantedGrant } from './grants.ts';

const today = '2026-11-20';
const wanted: WantedGrant = {
  accountId: 'wang',
  organizationId: 'willow',
  organizationName: '柳树村党支部',
  atRoot: false,
  role: 'branch-secretary',
  fromDay: today,
  toDay: null,
};
const auditor: Held = { id: 'g', organizationId: 'county', role: 'audit-administrator', fromDay: '2026-01-01', toDay: null };
const secretary: Held = { ...auditor, organizationId: 'willow', role: 'branch-secretary' };
const administrator: WantedGrant = { ...wanted, role: 'system-administrator', organizationId: 'county', atRoot: true };

test.for([
  ['a first role', wanted, [], 'ok'],
  ['a second business role elsewhere', { ...wanted, organizationId: 'bridge' }, [secretary], 'ok'],
  ['the same role twice', wanted, [secretary], 'account.grant-twice'],
  ['a business role beside an administrator', wanted, [auditor], 'account.administrators-separate'],
  ['an administrator beside a business role', administrator, [secretary], 'account.administrators-separate'],
  ['a second kind of administrator', administrator, [auditor], 'account.administrators-separate'],
  ['an administrator after the business role ended', administrator, [{ ...secretary, toDay: today }], 'ok'],
  ['an administrator below the root', { ...administrator, atRoot: false }, [], 'account.administrator-at-root'],
  ['to himself', { ...wanted, accountId: 'granter' }, [], 'account.own-account'],
  ['yesterday', { ...wanted, fromDay: '2026-11-19' }, [], 'account.grant-starts-in-past'],
  ['no day at all', { ...wanted, toDay: today }, [], 'account.grant-span-empty'],
] as const)('granting %s', ([, grant, held, outcome]) => {
  const decision = decideGrant(grant, held, 'granter', today);
  expect(decision.ok ? 'ok' : decision.refusal.code).toBe(outcome);
});

const held = { ...auditor, accountId: 'wang' };
test.for([
  ['today', held, 1, undefined, today],
  ['later', held, 1, '2026-12-31', '2026-12-31'],
  ['a grant that has not begun', { ...held, fromDay: '2027-01-01' }, 0, undefined, '2027-01-01'],
  ['the last administrator', held, 0, undefined, 'account.last-administrator'],
  ['the last secretary', { ...secretary, accountId: 'wang' }, 0, undefined, today],
  ['one’s own', { ...held, accountId: 'granter' }, 1, undefined, 'account.own-account'],
  ['again', { ...held, toDay: today }, 1, undefined, 'account.grant-ended-already'],
  ['in the past', held, 1, '2026-11-19', 'account.grant-starts-in-past'],
] as const)('ending %s', ([, grant, others, day, outcome]) => {
  const decision = decideEnd(grant, 'granter', others, today, day);
  expect(decision.ok ? decision.value : decision.refusal.code).toBe(outcome);
});
