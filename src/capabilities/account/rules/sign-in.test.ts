import { expect, test } from 'vitest';
import { nextStep } from './sign-in.ts';

const secretary = { role: 'branch-secretary', mustChangePassword: false, secondFactorEnrolled: false, secondFactorVerified: false } as const;
const auditor = { ...secretary, role: 'audit-administrator' } as const;

test.for([
  ['somebody at work', secretary, 'ready'],
  ['a first password', { ...secretary, mustChangePassword: true }, 'change-password'],
  ['an administrator without a second factor', auditor, 'enrol-second-factor'],
  ['an administrator with a first password', { ...auditor, mustChangePassword: true }, 'change-password'],
  ['an administrator who has not shown the code', { ...auditor, secondFactorEnrolled: true }, 'verify-second-factor'],
  ['a reset password does not go round the second factor', { ...auditor, mustChangePassword: true, secondFactorEnrolled: true }, 'verify-second-factor'],
  ['a verified administrator', { ...auditor, secondFactorEnrolled: true, secondFactorVerified: true }, 'ready'],
] as const)('%s', ([, progress, step]) => {
  expect(nextStep(progress)).toBe(step);
});
