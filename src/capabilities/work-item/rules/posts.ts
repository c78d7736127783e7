const words = [
  ['第一书记', 'first-secretary'],
  ['副书记', 'deputy-secretary'],
  ['组织委员', 'organization-member'],
  ['宣传委员', 'publicity-member'],
  ['纪检委员', 'discipline-member'],
  ['纪委书记', 'discipline-member'],
  ['书记', 'secretary'],
] as const;

export type AnswerablePost = (typeof words)[number][1];

/** Which post of the register a duty means by its words（责任岗位）: 党委书记 is the secretary, 副书记 is not. Nothing when no post is meant. */
export const postMeant = (text: string): AnswerablePost | undefined => words.find(([word]) => text.includes(word))?.[1];
