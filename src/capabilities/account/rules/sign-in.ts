import { isAdministrator, type Role } from './roles.ts';

/** Figures of signing in（登录参数）. @source GB/T 22239-2019 asks for limits without figures; these are the assessors' usual ones */
export const signInLimits = {
  /** failures in a row that lock an account */
  failures: 5,
  lockMinutes: 15,
  /** a session nobody uses ends */
  idleMinutes: 30,
  /** a session ends, used or not */
  lifeHours: 12,
} as const;

/** What a person must do before anything else answers（登录进度）. */
export const steps = ['verify-second-factor', 'change-password', 'enrol-second-factor', 'ready'] as const;
export type Step = (typeof steps)[number];

export interface Progress {
  role: Role;
  mustChangePassword: boolean;
  secondFactorEnrolled: boolean;
  secondFactorVerified: boolean;
}

/**
 * Tell the next step of signing in（下一步）. A second factor that is enrolled comes before the change of a password, or a
 * password reset by somebody else would be enough to take an administrator's account over.
 */
export function nextStep({ role, mustChangePassword, secondFactorEnrolled, secondFactorVerified }: Progress): Step {
  const secondFactorOwed = isAdministrator(role) && !secondFactorVerified;
  if (secondFactorOwed && secondFactorEnrolled) return 'verify-second-factor';
  if (mustChangePassword) return 'change-password';
  return secondFactorOwed ? 'enrol-second-factor' : 'ready';
}
