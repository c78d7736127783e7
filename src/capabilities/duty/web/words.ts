import type { Target, Timing } from '#kernel/demand';
import { dayText, shortDayText } from '#web/parts';
import type { Party } from '../contract.ts';

const comparators: Record<Target['comparator'], string> = { '=': '', '>=': '不少于 ', '<=': '不超过 ', '>': '多于 ', '<': '少于 ', '~': '约 ', range: '' };

/** 量化目标 as people read it: `村级后备干部人选 不少于 2 名`. */
export function targetText({ number, comparator, unit, subject }: Target): string {
  return `${subject} ${comparators[comparator]}${number}${/^[%％]/.test(unit) ? '' : ' '}${unit}`.trim();
}

const until = (day: string | null): string => (day ? `，至${shortDayText(day)}` : '');

/** 时限或频次 as people read it. */
export function timingText(timing: Timing): string {
  switch (timing.kind) {
    case 'day':
      return `${dayText(timing.day)}前`;
    case 'stages':
      return timing.stages.map(({ day, goal }) => `${shortDayText(day)}前${goal}`).join('；');
    case 'monthly':
      return `每月一次${until(timing.until)}`;
    case 'quarterly':
      return `每季度一次${until(timing.until)}`;
    case 'long-term':
      return `长期坚持${until(timing.until)}`;
  }
}

export const timingKindLabel: Record<Timing['kind'], string> = {
  day: '固定时限',
  stages: '分阶段',
  monthly: '每月',
  quarterly: '每季度',
  'long-term': '长期坚持',
};

export const partiesText = (parties: readonly Party[]): string => parties.map(({ name }) => name).join('、');
