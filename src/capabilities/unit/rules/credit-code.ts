import { accept, type Decision, refuse } from '#kernel/decision';

const standard = 'GB 32100-2015《法人和其他组织统一社会信用代码编码规则》';

const characters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** The last character that 17 ask for（校验码）: 31 less the weighted sum's remainder. @source GB 32100-2015 */
export function creditCheckOf(body: string): string {
  const sum = weights.reduce((total, weight, index) => total + weight * characters.indexOf(body.charAt(index)), 0);
  return characters.charAt((31 - (sum % 31)) % 31);
}

/** Decide whether a text is a unified social credit code（统一社会信用代码）; lower case is accepted. @returns it in capitals */
export function decideCreditCode(text: string): Decision<string> {
  const code = text.trim().toUpperCase();
  const wrong = (problem: string) => refuse('unit.credit-code-wrong', { problem }, standard);
  if (code.length !== 18) return wrong(`应为 18 位，现为 ${code.length} 位`);
  const strange = [...code].find((character) => !characters.includes(character));
  if (strange !== undefined) return wrong(`里不会有“${strange}”（不用 I、O、Z、S、V）`);
  if (creditCheckOf(code) !== code[17]) return wrong('末位校验码不符，至少有一位抄错');
  return accept(code);
}
