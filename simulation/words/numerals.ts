const digits = [...'零一二三四五六七八九'];

/** A number as it is written in names（汉字数字）. @param number - 1 to 99; larger ones stay Arabic */
export function numeral(number: number): string {
  if (number >= 100) return String(number);
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  if (tens === 0) return digits[ones] ?? '';
  return `${tens === 1 ? '' : digits[tens]}十${ones === 0 ? '' : digits[ones]}`;
}
