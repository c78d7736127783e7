import { useState } from 'react';
import { AreaField, Dialog } from '#web/parts';
import type { DutyView } from '../../contract.ts';

/** 合并: what becomes one, before it does; it is not undone by one key. */
export function MergeDialog({ duties, onClose, onDone }: { duties: readonly DutyView[]; onClose(): void; onDone(): void }) {
  return (
    <Dialog title={`把 ${duties.length} 条合并成一条？`} onClose={onClose} submit={{ label: '合并', disabled: duties.length < 2, act: onDone }}>
      <p>合并到第一条，措施、牵头、岗位和出处都并进去。合错了可以再拆分。</p>
      <ol className="quote">
        {duties.slice(0, 8).map(({ id, ordinal, goal }) => (
          <li key={id}>
            {ordinal}. {goal}
          </li>
        ))}
        {duties.length > 8 && <li className="quiet">……共 {duties.length} 条</li>}
      </ol>
    </Dialog>
  );
}

/** 拆分: one line for each new item; the measures may be shared out below. */
export function SplitDialog({ duty, onClose, onDone }: { duty: DutyView; onClose(): void; onDone(parts: { goal: string; measures: string }[]): void }) {
  const [goals, setGoals] = useState(() => partsOf(duty.goal).join('\n'));
  const lines = goals
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return (
    <Dialog
      title={`拆分第 ${duty.ordinal} 条`}
      onClose={onClose}
      submit={{ label: `拆成 ${lines.length} 条`, disabled: lines.length < 2, act: () => onDone(lines.map((goal) => ({ goal, measures: duty.measures }))) }}
    >
      <AreaField
        label="一行一条"
        hint="已按句中的停顿分好，可以改。措施、牵头、时限和出处每条都带上，拆开后再分别修改。"
        rows={6}
        autoFocus
        value={goals}
        onChange={(event) => setGoals(event.target.value)}
      />
    </Dialog>
  );
}

const partsOf = (goal: string): string[] => {
  const parts = goal.split(/[，；。]/).map((part) => part.trim());
  return parts.filter((part) => part !== '');
};
