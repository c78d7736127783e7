import { accept, type Decision, refuse } from '#kernel/decision';

/** What a password must have（密码规则）. @source GB/T 22239-2019 7.1.4.1: complexity; the figures are the assessors' usual ones */
export const passwordLimits = { length: 8, administratorLength: 10, classes: 3 } as const;

const source = 'GB/T 22239-2019 身份鉴别';
const classes = [/\p{Lowercase_Letter}/u, /\p{Uppercase_Letter}/u, /\p{Number}/u, /[^\p{Lowercase_Letter}\p{Uppercase_Letter}\p{Number}]/u];

export const passwordLength = (administrator: boolean): number => (administrator ? passwordLimits.administratorLength : passwordLimits.length);

/** Decide whether a password may be used（密码是否合格）. @param names - sign-in name, staff number, name: not to be found in it */
export function decidePassword(password: string, administrator: boolean, names: readonly (string | null)[]): Decision<string> {
  const length = passwordLength(administrator);
  if ([...password].length < length) return refuse('account.password-too-short', { length }, source);
  if (classes.filter((one) => one.test(password)).length < passwordLimits.classes) {
    return refuse('account.password-too-simple', { classes: passwordLimits.classes }, source);
  }
  const lower = password.toLowerCase();
  if (names.some((name) => name && lower.includes(name.toLowerCase()))) return refuse('account.password-holds-name', {}, source);
  return accept(password);
}
