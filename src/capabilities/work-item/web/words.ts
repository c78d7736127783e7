import type { Target, Timing } from '#kernel/demand';
import type { EvidenceView } from '../contract.ts';
import { moveTable } from '../rules/moves.ts';

const comparators: Record<Target['comparator'], string> = { '=': '', '>=': '不少于', '<=': '不超过', '>': '多于', '<': '少于', '~': '约', range: '' };

/** 量化目标 as people say it: 后备干部不少于 2 名. */
export const targetWords = ({ subject, comparator, number, unit }: Target): string => `${subject}${comparators[comparator]} ${number} ${unit}`;

/** 时限或频次 as people say it. @param dayWords - how this front end writes a day */
export function timingWords(timing: Timing, dueOn: string, dayWords: (day: string) => string): string {
  switch (timing.kind) {
    case 'day':
      return `${dayWords(timing.day)}前`;
    case 'stages':
      return timing.stages.map(({ day, goal }) => `${dayWords(day)}前：${goal}`).join('\n');
    case 'monthly':
      return `每月一次，到${dayWords(dueOn)}`;
    case 'quarterly':
      return `每季度一次，到${dayWords(dueOn)}`;
    case 'long-term':
      return `长期坚持，本轮到${dayWords(dueOn)}`;
  }
}

/** What the history calls each step（办理记录）; the first is the issuer's. */
export const moveText = (move: string): string => Object.entries(moveTable).find(([known]) => known === move)?.[1].label ?? '下达';

export const evidenceKindLabel: Record<EvidenceView['kind'], string> = { record: '文字记录', document: '照片或文件', confirmation: '受益人确认' };

/** What a list shows of an evidence: the first sentence that was written, else the file's name. Nobody types a title. */
export function evidenceTitle(
  { kind, note, beneficiary }: Pick<EvidenceView, 'kind' | 'note'> & { beneficiary: string },
  fileName: string | undefined,
): string {
  const first =
    note
      .split(/[。\n；！]/)[0]
      ?.trim()
      .slice(0, 60) ?? '';
  if (first.length >= 2) return first;
  if (kind === 'confirmation') return `${beneficiary}确认`;
  return `文件：${fileName ?? '未命名'}`.slice(0, 110);
}

/** What was written beyond the title, which is mostly its first sentence. */
export const restOf = ({ title, note }: Pick<EvidenceView, 'title' | 'note'>): string =>
  note.startsWith(title) ? note.slice(title.length).replace(/^[，、。；！\s]+/, '') : note;

/** The progress of an item told by its facts（按佐证拟写）: what was done and when, no percentage. */
export const draftedSummary = (evidence: readonly EvidenceView[], dayWords: (day: string) => string): string =>
  evidence
    .filter(({ withdrawn }) => !withdrawn)
    .map(({ title, happenedOn }) => (/^\d{1,4}[年月]/.test(title) ? title : `${dayWords(happenedOn)}，${title}`))
    .join('；')
    .concat('。');
