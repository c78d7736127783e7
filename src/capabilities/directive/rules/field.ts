/** 领域 words, as they appear in headings and sentences. */
const words = {
  village: /农村|村党组织|村级|行政村|合建村|村情|每个?村|驻村|乡村(?!振兴、)|村干部|村“?两委|农民|村民/,
  community: /城市基层|社区|居民小区|网格/,
  office: /机关/,
  school: /学校|中小学|高校|校长|教师/,
  hospital: /医院|院长/,
  'state-enterprise': /国有企业|国企/,
  'new-sector': /两新|新兴领域|新业态|新就业群体|非公|社会组织|民营企业/,
  town: /乡镇|街道/,
} as const;
export type GuessedField = keyof typeof words | 'all';

/**
 * Which field a demand is for（领域）: the one that its own words name, else the one its nearest heading names. Where several are named,
 * nothing is guessed, unless the text says that all are meant.
 *
 * @param headings - from the top down
 */
export function fieldOf(text: string, headings: readonly string[]): GuessedField | null {
  for (const place of [text, ...headings.toReversed()]) {
    if (/各领域|分领域|各层级各领域/.test(place)) return 'all';
    const named = (Object.keys(words) as (keyof typeof words)[]).filter((field) => words[field].test(place));
    if (named.length === 1) return named[0] ?? null;
    if (named.length > 1) return null;
  }
  return null;
}
