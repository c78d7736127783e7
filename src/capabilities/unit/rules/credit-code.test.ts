import { expect, test } from 'vitest';
import { creditCheckOf, decideCreditCode } from './credit-code.ts';

test('vectors of the rules dossier', () => {
  expect(creditCheckOf('91350100M000100Y4')).toBe('3');
  expect(creditCheckOf('91512081MA62K0260')).toBe('E');
});

test.for([
  ['91350100M000100Y43', '91350100M000100Y43'],
  ['91512081ma62k0260e', '91512081MA62K0260E'],
  ['91350100M000100Y4Z', '里不会有“Z”（不用 I、O、Z、S、V）'],
  ['91350100M000100Y4O', '里不会有“O”（不用 I、O、Z、S、V）'],
  ['91350100M000100Y41', '末位校验码不符，至少有一位抄错'],
  ['91530100M000100Y43', '末位校验码不符，至少有一位抄错'],
  ['9135010', '应为 18 位，现为 7 位'],
] as const)('%s', ([text, expected]) => {
  const decision = decideCreditCode(text);
  expect(decision.ok ? decision.value : decision.refusal.facts.problem).toBe(expected);
});
