import { useState } from 'react';
import type { Target } from '#kernel/demand';
import { ChoiceField, TextField } from '#web/parts';

const comparators: [Target['comparator'], string][] = [
  ['>=', '不少于'],
  ['=', '等于'],
  ['<=', '不超过'],
  ['>', '多于'],
  ['<', '少于'],
  ['~', '约'],
  ['range', '范围'],
];

/** 量化指标: what is counted, and how much of it: 2, 1/3 or 2-3. */
export function TargetEditor({ value, onChange }: { value: Target | null; onChange(value: Target | null): void }) {
  const [draft, setDraft] = useState({
    subject: value?.subject ?? '',
    comparator: value?.comparator ?? '>=',
    number: value ? String(value.number) : '',
    unit: value?.unit ?? '',
  });
  const [wrong, setWrong] = useState(false);
  const change = (changed: Partial<typeof draft>) => {
    const next = { ...draft, ...changed };
    setDraft(next);
    const number = numberOf(next.number.trim());
    setWrong(number === undefined && next.number.trim() !== '');
    if (number !== undefined) onChange({ number, comparator: next.comparator, unit: next.unit.trim(), subject: next.subject.trim() });
    else if (next.number.trim() === '' && next.subject.trim() === '') onChange(null);
  };
  return (
    <div className="target">
      <TextField label="指标：数什么" maxLength={60} value={draft.subject} onChange={(event) => change({ subject: event.target.value })} />
      <ChoiceField
        label="比较"
        options={comparators}
        value={draft.comparator}
        onChange={(event) => change({ comparator: comparators.find(([one]) => one === event.target.value)?.[0] ?? '>=' })}
      />
      <TextField
        label="数"
        value={draft.number}
        error={wrong ? '填数字，或 1/3、2-3 这样的写法。' : undefined}
        onChange={(event) => change({ number: event.target.value })}
      />
      <TextField label="单位" maxLength={10} value={draft.unit} onChange={(event) => change({ unit: event.target.value })} />
    </div>
  );
}

function numberOf(words: string): Target['number'] | undefined {
  if (/^\d+(\.\d+)?$/.test(words)) return Number(words);
  return /^\d+\/\d+$|^[\d.]+-[\d.]+$/.test(words) ? words : undefined;
}
