import { accept, type Decision, refuse } from '#kernel/decision';

/**
 * Hide the middle of a name（姓名脱敏）: 王*明, 欧阳明月 as 欧**月; of two characters the second.
 *
 * @source PRI-03 默认脱敏
 */
export function maskName(name: string): string {
  const characters = [...name];
  const [first = '', ...rest] = characters;
  if (rest.length < 2) return first + '*'.repeat(rest.length);
  return first + '*'.repeat(rest.length - 1) + rest.at(-1);
}

/** 110105********002X: area and the last four stay. @param number - 18 characters */
export const maskIdNumber = (number: string): string => `${number.slice(0, 6)}********${number.slice(-4)}`;

/** 138****1234. @param phone - 11 digits */
export const maskPhone = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`;

/** Decide whether a text is a mobile phone number（手机号）; spaces and hyphens between digits are left out. */
export function decidePhone(text: string): Decision<string> {
  const phone = text.replace(/[\s-]/g, '');
  if (!/^1[3-9]\d{9}$/.test(phone)) return refuse('person.phone-wrong', {}, '夯基规则：手机号码');
  return accept(phone);
}
