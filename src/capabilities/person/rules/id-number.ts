import { isDay } from '#kernel/day';
import { accept, type Decision, refuse } from '#kernel/decision';

const standard = 'GB 11643-1999《公民身份号码》（待核）';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkDigits = '10X98765432';

/** 模拟地区码: no place has it, so that a composed number is nobody's. */
export const simulatedArea = '999999';

/** First two digits of every province, municipality, autonomous and special region（省级代码）. @source GB/T 2260 */
const provinces = new Set('11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '));

/** The last character that 17 digits ask for（校验码）: MOD 11-2. @param body - 17 digits @source GB 11643-1999 */
export function checkDigitOf(body: string): string {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(body[index]), 0);
  return checkDigits.charAt(sum % 11);
}

/** The day of birth in a number（出生日期）. @param number - 17 or 18 characters */
export const birthDayIn = (number: string): string => `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;

/** The sex in a number（性别）: the 17th digit is odd for men. */
export const sexIn = (number: string): '1' | '2' => (Number(number[16]) % 2 === 1 ? '1' : '2');

/** What the number must agree with: the register's own fields, and whether the installation is simulated. */
export interface Bearer {
  bornOn: string;
  sex: '1' | '2';
  simulated: boolean;
}

/**
 * Decide whether an ID number fits its bearer（身份证号）; a lower-case x is accepted.
 *
 * A simulated installation takes composed numbers only, a real one refuses them: the two never mix.
 *
 * @returns the number as it is kept, with a capital X
 * @source GB 11643-1999
 */
export function decideIdNumber(text: string, { bornOn, sex, simulated }: Bearer): Decision<string> {
  const number = text.trim().toUpperCase();
  const wrong = (problem: string) => refuse('person.id-number-wrong', { problem }, standard);
  if (number.length !== 18) return wrong(`应为 18 位，现为 ${number.length} 位`);
  if (!/^\d{17}[\dX]$/.test(number)) return wrong('只能是 17 位数字加一位数字或 X');
  const area = number.slice(0, 6);
  if (simulated && area !== simulatedArea) return wrong(`的地区码须为 ${simulatedArea}：演示系统不登记真实号码`);
  if (!simulated && !provinces.has(area.slice(0, 2))) return wrong(`的地区码 ${area} 不存在`);
  if (!isDay(birthDayIn(number))) return wrong('第 7 至 14 位不是一个日期');
  if (checkDigitOf(number) !== number[17]) return wrong('末位校验码不符，至少有一位抄错');
  if (birthDayIn(number) !== bornOn) return wrong(`里的出生日期 ${birthDayIn(number)} 与所填 ${bornOn} 不一致`);
  if (sexIn(number) !== sex) return wrong('第 17 位表示的性别与所填不一致');
  return accept(number);
}
