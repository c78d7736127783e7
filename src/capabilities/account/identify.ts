import { subtreeOf } from '#kernel/scope';
import type { Identify } from '#platform/http';
import { ownPermissions, roles } from './roles.ts';
import { nextStep, type Step } from './rules/sign-in.ts';
import { type CallerRow, callerOf } from './session-store.ts';

/** What to tell somebody who goes on before the step is done. */
const holds: Record<Exclude<Step, 'ready'>, { code: string; message: string }> = {
  'verify-second-factor': { code: 'SECOND_FACTOR_REQUIRED', message: '请先输入验证器上的动态验证码。' },
  'change-password': { code: 'PASSWORD_CHANGE_REQUIRED', message: '首次登录或密码重置后，请先修改密码。' },
  'enrol-second-factor': { code: 'SECOND_FACTOR_REQUIRED', message: '管理员账号须绑定验证器。请先扫码绑定。' },
};

export const stepOfCaller = (caller: CallerRow): Step =>
  nextStep({
    role: caller.role,
    mustChangePassword: caller.must_change_password,
    secondFactorEnrolled: caller.second_factor_enrolled,
    secondFactorVerified: caller.second_factor_verified,
  });

/**
 * Find who presents a session token（识别操作人）, with the subtree of the session's grant, and the permissions of its role
 * once signing in is complete; before that, only what leads there.
 */
export const identify: Identify = async (db, token) => {
  const caller = await callerOf(db, token);
  if (!caller) return undefined;
  const step = stepOfCaller(caller);
  return {
    id: caller.account_id,
    name: caller.name,
    role: caller.role,
    permissions: new Set<string>(step === 'ready' ? [...roles[caller.role], ...ownPermissions.ready] : ownPermissions[step]),
    scope: subtreeOf(caller.county_id, caller.path),
    organizationId: caller.organization_id,
    organizationName: caller.organization_name,
    path: caller.path,
    lists: caller.lists,
    sessionId: caller.session_id,
    grantId: caller.role_grant_id,
    ...(step === 'ready' ? {} : { hold: holds[step] }),
  };
};
