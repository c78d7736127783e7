const millisecondsADay = 86_400_000;
const texts = new Map<number, string>();

/** A day as a number, for arithmetic by the million（日序）: days since 1970-01-01. */
export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / millisecondsADay;

/** And back, `YYYY-MM-DD`; a county's hundred years are 37,000 texts, each made once. */
export function dayText(number: number): string {
  let text = texts.get(number);
  if (text === undefined) {
    text = new Date(number * millisecondsADay).toISOString().slice(0, 10);
    texts.set(number, text);
  }
  return text;
}
