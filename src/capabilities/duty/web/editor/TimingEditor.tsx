import { Button } from 'antd';
import type { Timing } from '#kernel/demand';
import { ChoiceField, TextField } from '#web/parts';
import { timingKindLabel } from '../words.ts';

type Kind = Timing['kind'];
const kinds = Object.entries(timingKindLabel) as [Kind, string][];

/** What is typed so far; not a timing yet while a day is missing. */
export type TimingDraft = { kind: Kind | ''; day: string; stages: { day: string; goal: string }[]; until: string };

export const noTiming: TimingDraft = { kind: '', day: '', stages: [{ day: '', goal: '' }], until: '' };

export function draftOf(timing: Timing | null): TimingDraft {
  if (timing === null) return noTiming;
  if (timing.kind === 'day') return { ...noTiming, kind: 'day', day: timing.day };
  if (timing.kind === 'stages') return { ...noTiming, kind: 'stages', stages: timing.stages };
  return { ...noTiming, kind: timing.kind, until: timing.until ?? '' };
}

/** The timing that the draft says; nothing while it is not whole. */
export function timingOf({ kind, day, stages, until }: TimingDraft): Timing | null {
  if (kind === '') return null;
  if (kind === 'day') return day ? { kind, day } : null;
  if (kind === 'stages') return stages.every((stage) => stage.day) ? { kind, stages } : null;
  return { kind, until: until || null };
}

/** 时限或频次: a fixed day, stages each with its day, or a rhythm. */
export function TimingEditor({
  value,
  onChange,
  autoFocus = false,
  label = '时限或频次',
}: {
  value: TimingDraft;
  onChange(value: TimingDraft): void;
  autoFocus?: boolean;
  label?: string;
}) {
  const stage = (index: number, change: Partial<TimingDraft['stages'][number]>) =>
    onChange({ ...value, stages: value.stages.map((one, at) => (at === index ? { ...one, ...change } : one)) });
  return (
    <div className="timing">
      <ChoiceField
        label={label}
        autoFocus={autoFocus}
        options={kinds}
        empty="不填"
        value={value.kind}
        onChange={(event) => onChange({ ...value, kind: kinds.find(([kind]) => kind === event.target.value)?.[0] ?? '' })}
      />
      {value.kind === 'day' && (
        <TextField label="完成日期" type="date" value={value.day} onChange={(event) => onChange({ ...value, day: event.target.value })} />
      )}
      {value.kind === 'stages' && (
        <div className="timing-stages">
          {value.stages.map((one, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: stages have no name; their place is what they are
            <div key={index} className="timing-stage">
              <TextField label={`第 ${index + 1} 阶段日期`} type="date" value={one.day} onChange={(event) => stage(index, { day: event.target.value })} />
              <TextField label="做到什么" maxLength={200} value={one.goal} onChange={(event) => stage(index, { goal: event.target.value })} />
            </div>
          ))}
          {value.stages.length < 12 && (
            <Button size="small" onClick={() => onChange({ ...value, stages: [...value.stages, { day: '', goal: '' }] })}>
              加一个阶段
            </Button>
          )}
        </div>
      )}
      {value.kind !== '' && value.kind !== 'day' && value.kind !== 'stages' && (
        <TextField label="截至（不填为年底）" type="date" value={value.until} onChange={(event) => onChange({ ...value, until: event.target.value })} />
      )}
    </div>
  );
}
