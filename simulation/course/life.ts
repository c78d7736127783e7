import type { PlannedAccount } from '../county/accounts.ts';
import { dayText } from '../days.ts';
import type { Random, Weighted } from '../random.ts';
import { beneficiaries, returns, summaries } from '../words/course.ts';

export type Working = 'dispatched' | 'accepted' | 'doing' | 'submitted';
export type Judged = 'open' | 'returned' | 'verified' | 'written-off' | 'effective' | 'cancelled';

export interface Step {
  day: number;
  actor: PlannedAccount;
  move: string;
  working: Working;
  judged: Judged;
  note: string;
}

export interface Proof {
  happened: number;
  recorded: number;
  title: string;
  kind: 'record' | 'confirmation' | 'document';
  beneficiary: string | null;
}

/** What became of one item（任务经过）by today. */
export interface Life {
  steps: Step[];
  proofs: Proof[];
  working: Working;
  judged: Judged;
  accepted: Step | null;
  submitted: Step | null;
  submission: string | null;
  verified: Step | null;
  writtenOff: Step | null;
}

export type Ending = 'dispatched' | 'accepted' | 'doing' | 'returned' | 'submitted' | 'resubmitted' | 'verified' | 'written-off' | 'effective' | 'cancelled';

/** Most of last year's items are closed; some never were. */
export const lastYear: Weighted<Ending> = [
  ['written-off', 918],
  ['effective', 20],
  ['verified', 13],
  ['submitted', 9],
  ['resubmitted', 5],
  ['returned', 8],
  ['doing', 15],
  ['accepted', 3],
  ['dispatched', 4],
  ['cancelled', 5],
];
export const thisYear: Weighted<Ending> = [
  ['dispatched', 15],
  ['accepted', 12],
  ['doing', 28],
  ['submitted', 18],
  ['returned', 4],
  ['resubmitted', 3],
  ['verified', 8],
  ['written-off', 12],
];

const returnedOnce = 0.06;
const submittedLate = 0.09;

export interface Frame {
  random: Random;
  /** who handed it out; another officer writes off what this one verified */
  issuers: readonly [PlannedAccount, PlannedAccount];
  doer: PlannedAccount | undefined;
  judge: PlannedAccount;
  start: number;
  due: number;
  today: number;
  /** reported finished within so many days before the deadline */
  window: number;
  /** how many records the rhythm asks for */
  records: number;
  proofs: readonly string[];
  hasEffect: boolean;
}

/** Live through one item, from the dispatch to its ending or to today, whichever comes first. */
export function live(frame: Frame, wanted: Ending): Life {
  const { random, doer, judge, issuers, start, due, today } = frame;
  const life: Life = {
    steps: [],
    proofs: [],
    working: 'dispatched',
    judged: 'open',
    accepted: null,
    submitted: null,
    submission: null,
    verified: null,
    writtenOff: null,
  };
  const ending = doer ? wanted : 'dispatched';
  const step = (day: number, actor: PlannedAccount, move: string, change: Partial<Pick<Step, 'working' | 'judged'>> = {}, note = ''): Step | null => {
    const last = life.steps.at(-1)?.day ?? start;
    if (day > today) return null;
    Object.assign(life, change);
    const made = { day: Math.max(day, last), actor, move, working: life.working, judged: life.judged, note };
    life.steps.push(made);
    return made;
  };
  step(start, issuers[0], 'dispatch');
  if (ending === 'cancelled') {
    step(start + random.between(3, 30), issuers[0], 'cancel', { judged: 'cancelled' }, '事项与上级新部署合并，不再单独办理。');
    return life;
  }
  if (ending === 'dispatched' || !doer) return life;
  const room = Math.max(1, due - start);
  life.accepted = step(start + random.between(0, Math.min(5, room)), doer, 'accept', { working: 'accepted' });
  if (ending === 'accepted' || !life.accepted) return life;

  const isLate = random.chance(submittedLate);
  const submitOn = isLate ? due + random.between(1, 45) : due - random.below(Math.min(frame.window, room));
  const latest = Math.min(submitOn, today);
  record(frame.records, life.accepted.day, latest);
  if (ending === 'doing' || life.proofs.length === 0) return life;

  let last = submit(submitOn);
  const isReturned = ending === 'returned' || ending === 'resubmitted' || random.chance(returnedOnce);
  if (isReturned && last) {
    last = step(last.day + random.between(1, 7), judge, 'return', { working: 'doing', judged: 'returned' }, random.pick(returns));
    if (last) life.submitted = null;
    if (ending === 'returned' || !last) return life;
    const again = last.day + random.between(2, 10);
    record(1, last.day, Math.min(again, today));
    last = submit(again);
  }
  if (ending === 'submitted' || ending === 'resubmitted' || !last) return life;
  life.verified = step(last.day + random.between(1, 9), judge, 'verify', { judged: 'verified' }, random.chance(0.3) ? '情况属实。' : '');
  if (ending === 'verified' || !life.verified) return life;
  const writer = issuers[0] === judge ? issuers[1] : issuers[0];
  life.writtenOff = step(life.verified.day + random.between(0, 5), writer, 'write-off', { judged: 'written-off' });
  if (ending === 'effective' && frame.hasEffect && life.writtenOff)
    step(life.writtenOff.day + 90, judge, 'confirm-effect', { judged: 'effective' }, '回访时仍保持，群众认可。');
  return life;

  function submit(day: number): Step | null {
    if (!doer) return null;
    const text = random.pick(summaries);
    const made = step(day, doer, 'submit', { working: 'submitted' }, text);
    if (made) {
      life.submitted = made;
      life.submission = text;
    }
    return made;
  }

  /** Records spaced over the time there is, each entered within days of what happened. */
  function record(count: number, from: number, to: number): void {
    if (!doer) return;
    const span = Math.max(1, to - from);
    for (let index = 0; index < count; index++) {
      const happened = Math.min(to, from + Math.floor((span * (index + random.fraction())) / count));
      const recorded = Math.min(today, happened + (random.chance(0.04) ? random.between(8, 20) : random.below(3)), to);
      if (recorded < happened) continue;
      const kind = random.weighted(kinds);
      const base = frame.proofs[index % Math.max(1, frame.proofs.length)] ?? '工作记录';
      const title = count > 2 ? `${monthOf(happened)}${base}` : base;
      const made = step(recorded, doer, 'add-evidence', { working: 'doing' }, title);
      if (made) life.proofs.push({ happened, recorded: made.day, title, kind, beneficiary: kind === 'confirmation' ? random.pick(beneficiaries) : null });
    }
  }
}

const monthOf = (day: number): string => `${Number(dayText(day).slice(5, 7))}月`;

const kinds: Weighted<Proof['kind']> = [
  ['record', 78],
  ['confirmation', 14],
  ['document', 8],
];
