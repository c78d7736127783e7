/** Chinese and Arabic numerals as integers. */

const digits: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  '○': 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const tens: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** Read a short Chinese numeral（`二十三` → 23, `二〇二三` → 2023）; null when it is none. */
export function chineseNumber(text: string): number | null {
  if (text === '') return null;
  const plain = [...text].every((c) => digits[c] !== undefined);
  if (plain) return text.length > 1 ? Number([...text].map((c) => digits[c]).join('')) : (digits[text] ?? null);
  let total = 0;
  let digit = 0;
  for (const character of text) {
    const value = digits[character];
    const power = tens[character];
    if (value !== undefined) digit = value;
    else if (power !== undefined) {
      total += (digit || 1) * power;
      digit = 0;
    } else return null;
  }
  return total + digit;
}

/** Fold full-width digits and signs to half-width, one code unit to one code unit. */
export const halfWidth = (text: string): string => text.replace(/[０-９．，％]/g, (c) => (c === '，' ? ',' : String.fromCharCode(c.charCodeAt(0) - 0xfee0)));

/** Read an integer written in Arabic (either width) or Chinese numerals; null when it is none. */
export function integerOf(text: string): number | null {
  const half = halfWidth(text);
  return /^\d{1,12}$/.test(half) ? Number(half) : chineseNumber(text);
}
