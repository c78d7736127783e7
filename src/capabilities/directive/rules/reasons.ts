/** What is proposed where a clause demands nothing（不立项的建议理由）; tasks and what was typed have none, a person must say why. */
export const proposedReasons = {
  greeting: '礼节用语',
  background: '背景说明',
  review: '总结回顾',
  exhortation: '原则要求，无可核验的任务',
  task: null,
  typed: null,
} as const satisfies Record<string, string | null>;
export type ClauseKind = keyof typeof proposedReasons;
