/** An organization of the register that a name may mean. */
export interface Candidate {
  id: string;
  name: string;
}

/** Words that only say which kind of Party organization it is. */
const forms = /(?:党组|党委|党工委|党总支|党支部|联合党支部|总支部|支部委员会|委员会|支部)$/;
/** Words that stand for the level and not for the name. */
const level = /^(?:中共)?(?:某|本|我)?(?:[*＊X×某]{1,2})?(?:省|市|县|区|旗)?/;
/** Names that mean many. */
const collective = /^(?:各|全|所有|每|相关|有关|其他|基层|广大|上级|下级)|各(?:级|地|镇|乡|村|部门|单位)|[等们]$/;

/** A name without the words for its form: 县教育局党组 and 县教育局 are the same（单位名称归一）. */
export const baseOf = (name: string): string =>
  name
    .replace(/（.*?）/g, '')
    .replace(/\s/g, '')
    .replace(forms, '');

/** May a name mean one organization of the register? 各级党组织 may not. */
export const isNameable = (name: string): boolean => !collective.test(name) && baseOf(name).replace(level, '').length >= 2;

/**
 * The organization a name means（单位匹配）, or nothing when none or several may be meant.
 *
 * An equal name wins, then an equal base, then a base that is equal but for the word of the level: 区教育局 in a text of the district is 县教育局 to
 * nobody, but 教育局 is.
 */
export function matchOf(name: string, candidates: readonly Candidate[]): Candidate | undefined {
  if (!isNameable(name)) return undefined;
  const base = baseOf(name);
  const bare = base.replace(level, '');
  const by = [
    (candidate: Candidate) => candidate.name === name,
    (candidate: Candidate) => baseOf(candidate.name) === base,
    (candidate: Candidate) => baseOf(candidate.name).replace(level, '') === bare,
    (candidate: Candidate) => bare.length >= 3 && baseOf(candidate.name).endsWith(bare),
  ];
  for (const same of by) {
    const found = candidates.filter(same);
    if (found.length === 1) return found[0];
    if (found.length > 1) return undefined;
  }
  return undefined;
}

/** The part of a name that any spelling of it contains, to look candidates up by. */
export const searchedBy = (name: string): string => baseOf(name).replace(level, '');
