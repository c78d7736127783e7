import { useState } from 'react';
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
