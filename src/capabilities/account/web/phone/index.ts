export type { Me, NextStep } from '../../contract.ts';
export { Own, OwnPassword, OwnSessions, refreshMe, signOut, useMe } from './Own.tsx';
export { PasswordForm } from './PasswordForm.tsx';
export { SecondFactor } from './SecondFactor.tsx';
export { SignIn } from './SignIn.tsx';
