import { useState } from 'react';
import type { DutyView } from '#duty/desk';
import { AreaField, CheckField, ChoiceField, Dialog, TextField } from '#web/parts';
import type { ClauseView } from '../../queries.ts';
import { clauseKindLabel, reasonFor, usualReason } from './words.ts';

const reasons = [...new Set(Object.values(usualReason))];

/** 不立项: the reason, chosen or written. */
export function NoDutyDialog({ clauses, onClose, onDone }: { clauses: readonly ClauseView[]; onClose(): void; onDone(reason: string): void }) {
  const [first] = clauses;
  const [reason, setReason] = useState(first ? reasonFor(first) : (reasons[0] ?? ''));
  return (
    <Dialog
      title={clauses.length > 1 ? `${clauses.length} 句不立项，理由是` : '不立项，理由是'}
      onClose={onClose}
      submit={{ label: '不立项', disabled: reason.trim().length < 2, act: () => onDone(reason.trim()) }}
    >
      {clauses.length > 0 && (
        <blockquote className="quote">
          {clauses.slice(0, 3).map(({ id, text }) => (
            <p key={id}>“{text}”</p>
          ))}
          {clauses.length > 3 && <p className="quiet">……共 {clauses.length} 句</p>}
        </blockquote>
      )}
      <ChoiceField
        label="常用理由"
        options={reasons.map((one) => [one, one])}
        empty="自己写"
        value={reasons.includes(reason) ? reason : ''}
        onChange={(event) => setReason(event.target.value)}
      />
      <AreaField label="理由" rows={2} required maxLength={400} value={reason} onChange={(event) => setReason(event.target.value)} />
    </Dialog>
  );
}

interface Group {
  reason: string;
  clauses: ClauseView[];
  chosen: boolean;
}

/** 全部处理: what is left, by the reason that rules propose; sentences that seem to demand work are left to a person. */
export function SettleAllDialog({
  clauses,
  onClose,
  onDone,
}: {
  clauses: readonly ClauseView[];
  onClose(): void;
  onDone(groups: { clauseIds: string[]; reason: string }[]): void;
}) {
  const [groups, setGroups] = useState(() => groupsOf(clauses));
  const change = (index: number, changed: Partial<Group>) => setGroups(groups.map((group, at) => (at === index ? { ...group, ...changed } : group)));
  const chosen = groups.filter((group) => group.chosen);
  const count = chosen.reduce((sum, group) => sum + group.clauses.length, 0);

  return (
    <Dialog
      title={`剩下的 ${clauses.length} 句，按类别标为不立项`}
      onClose={onClose}
      submit={{
        label: `不立项（${count} 句）`,
        disabled: count === 0 || chosen.some(({ reason }) => reason.trim().length < 2),
        act: () => onDone(chosen.map((group) => ({ clauseIds: group.clauses.map(({ id }) => id), reason: group.reason.trim() }))),
      }}
    >
      <p>每一句都要有着落。下面的理由可以改；以后发现漏了，还能撤销。</p>
      {groups.map((group, index) => (
        <div key={group.clauses[0]?.id} className="settle-kind">
          <CheckField
            label={`${[...new Set(group.clauses.map(({ kind }) => clauseKindLabel[kind]))].join('、')} ${group.clauses.length} 句`}
            checked={group.chosen}
            onChange={(event) => change(index, { chosen: event.target.checked })}
          />
          <p className="quiet settle-first">“{group.clauses[0]?.text.slice(0, 40)}”等</p>
          <TextField
            label={`第 ${index + 1} 类的理由`}
            quietLabel
            value={group.reason}
            disabled={!group.chosen}
            onChange={(event) => change(index, { reason: event.target.value })}
          />
        </div>
      ))}
    </Dialog>
  );
}

function groupsOf(clauses: readonly ClauseView[]): Group[] {
  const groups = new Map<string, Group>();
  for (const clause of clauses) {
    const reason = reasonFor(clause);
    const group = groups.get(reason);
    if (group) group.clauses.push(clause);
    else groups.set(reason, { reason, clauses: [clause], chosen: clause.kind !== 'task' && clause.kind !== 'typed' });
  }
  return [...groups.values()];
}

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

const keys: readonly (readonly [key: string, what: string])[] = [
  ['J / K', '下一条 / 上一条'],
  ['E 或 Enter', '修改这一条；Esc 完成，Ctrl+Enter 保存并改下一条'],
  ['X', '选中这一条；Shift+X 选到这里；Ctrl+A 全选'],
  ['A', '采用这一条的建议（选中多条时一起采用）'],
  ['C', '确认虚线内容（选中多条时一起确认）'],
  ['M', '合并选中的各条'],
  ['S', '拆分这一条'],
  ['Alt+↑ / Alt+↓', '上移 / 下移'],
  ['N', '不立项（当前句子，或当前条目连同它的句子）'],
  ['D 或 Delete', '删除这一条'],
  ['Z', '撤销删除'],
  ['[ / ]', '原文里上一句 / 下一句未处理的'],
  ['Shift+[ / Shift+]', '原文里上一句 / 下一句'],
  ['B', '用划选的文字或当前句子建条目'],
  ['I', '把划选的文字或当前句子并入当前条目'],
  ['O', '只看不全'],
  ['/', '在条目里找'],
  ['Ctrl+S', '马上保存'],
  ['?', '这张表'],
];

/** 快捷键. */
export function HelpDialog({ onClose }: { onClose(): void }) {
  return (
    <Dialog title="快捷键" onClose={onClose}>
      <table className="keys">
        <tbody>
          {keys.map(([key, what]) => (
            <tr key={key}>
              <th scope="row">
                <kbd>{key}</kbd>
              </th>
              <td>{what}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}
