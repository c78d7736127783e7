import { expect, test } from 'vitest';
import { decidePassword } from './password.ts';

test.for([
  ['Abcdef1', false, 'account.password-too-short'],
  ['Abcdefg1', false, 'ok'],
  ['abcdefg1', false, 'account.password-too-simple'],
  ['abcdef-1', false, 'ok'],
  ['支部书记abc1', false, 'ok'],
  ['Abcdefg12', true, 'account.password-too-short'],
  ['Abcdefgh12', true, 'ok'],
  ['Wangjg-2026', false, 'account.password-holds-name'],
  ['王建国Abc123', false, 'account.password-holds-name'],
] as const)('%s, administrator: %s', ([password, administrator, outcome]) => {
  const decision = decidePassword(password, administrator, ['wangjg', null, '王建国']);
  expect(decision.ok ? 'ok' : decision.refusal.code).toBe(outcome);
});
