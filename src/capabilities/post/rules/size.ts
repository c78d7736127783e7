import type { Body } from './term.ts';

/** Something a leading body or a branch should look at（提示）: information, never a refusal. */
export interface Advice {
  text: string;
  article: string;
}

const branchRules = '《中国共产党支部工作条例（试行）》';
const branches: readonly Body['kind'][] = ['branch', 'joint-branch'];

export interface Size extends Body {
  fullMembers: number;
  /** with probationary members */
  members: number;
  hasCommittee: boolean;
}

/**
 * What the size of a branch asks for（规模提示）: thresholds 3 and 7 count full members, 50 counts all.
 *
 * @source 《中国共产党支部工作条例（试行）》第四条、第二十条（条号待核）；ORG-01、02、20
 */
export function sizeAdvice({ kind, fullMembers, members, hasCommittee }: Size): Advice[] {
  if (!branches.includes(kind)) return [];
  const advice: Advice[] = [];
  if (kind === 'branch' && fullMembers < 3) {
    advice.push({ text: `正式党员 ${fullMembers} 名，不足 3 名，可与邻近单位成立联合党支部`, article: `${branchRules}第四条、第五条（第五条条号待核）` });
  }
  if (fullMembers >= 7 && !hasCommittee) {
    advice.push({ text: `正式党员 ${fullMembers} 名，达到 7 名，应设支部委员会（一般 3 至 5 人）`, article: `${branchRules}第二十条（条号待核）` });
  }
  if (members > 50) advice.push({ text: `党员 ${members} 名，一般不超过 50 名，可分设支部或设党总支`, article: `${branchRules}第四条` });
  return advice;
}
