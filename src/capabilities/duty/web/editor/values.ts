import type { DutyChange } from '../../contract.ts';
import { dutyFieldLabel } from '../../rules/words.ts';
import { partiesText, targetText, timingText } from '../words.ts';

/** 要素. */
export const fieldLabel: Record<keyof DutyChange, string> = {
  goal: '任务事项',
  measures: '措施',
  target: '量化指标',
  timing: '时限或频次',
  leads: '牵头单位',
  partners: '配合单位',
  posts: '责任岗位',
  field: '领域',
  criterion: '见效标准',
  effectDays: '见效期限',
  tags: '标签',
};

/** One value in words, for comparing and listing. */
export function valueText(
  field: keyof DutyChange,
  { goal, measures, target, timing, leads, partners, posts, field: area, criterion, effectDays, tags }: DutyChange,
): string {
  const words: Record<keyof DutyChange, string | undefined> = {
    goal,
    measures,
    target: target ? targetText(target) : '',
    timing: timing ? timingText(timing) : '',
    leads: leads && partiesText(leads),
    partners: partners && partiesText(partners),
    posts: posts?.join('、'),
    field: area ? dutyFieldLabel[area] : '',
    criterion,
    effectDays: effectDays ? `${effectDays} 天后看成效` : '',
    tags: tags?.join('、'),
  };
  return words[field] ?? '';
}
