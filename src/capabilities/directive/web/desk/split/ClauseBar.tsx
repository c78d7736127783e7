import { Button } from 'antd';
import type { Editor } from './use-editor.ts';
import { clauseKindLabel, standingOf } from './words.ts';

export interface Span {
  start: number;
  end: number;
}

/** 划句栏: what can be done with the selected words, or with the current clause. */
export function ClauseBar({ editor, span, onDone, onSettle }: { editor: Editor; span: Span | undefined; onDone(): void; onSettle(clauseIds: string[]): void }) {
  const { clauses, currentClause, current, directive, actions, ids, busy } = editor;
  const clause = clauses.find(({ id }) => id === currentClause);
  const at = span ?? (clause && clause.end > clause.start ? { start: clause.start, end: clause.end } : undefined);
  if (!at) return <p className="clause-bar quiet">在原文里划选文字，或点一句话，就可以建条目、并入条目或标为不立项。</p>;

  const standing = clause && !span ? standingOf(clause) : undefined;
  const within = span ? clauses.filter(({ start, end }) => start < span.end && end > span.start) : clause ? [clause] : [];
  const open = within.filter((one) => standingOf(one) === 'open').map(({ id }) => id);
  const number = current ? ids.indexOf(current) + 1 : 0;
  const make = (into?: string) => void actions.make(at.start, at.end, into).then((done) => done && onDone());

  return (
    <div className="clause-bar" role="toolbar" aria-label="所选文字">
      <p className="clause-bar-words">
        {clause && !span && <strong>{clauseKindLabel[clause.kind]}：</strong>}“{directive.text.slice(at.start, at.end)}”
        {clause?.noDutyReason && !span && <span className="quiet">（不立项：{clause.noDutyReason}）</span>}
      </p>
      <div className="clause-bar-actions">
        <Button type={standing === 'open' || span ? 'primary' : 'default'} disabled={busy} onClick={() => make()}>
          建条目 <kbd>B</kbd>
        </Button>
        <Button disabled={busy || !current} onClick={() => current && make(current)}>
          {number > 0 ? `并入第 ${number} 条` : '并入'} <kbd>I</kbd>
        </Button>
        {standing === 'no-duty' && clause ? (
          <Button disabled={busy} onClick={() => void actions.reopenClause(clause.id)}>
            撤销不立项
          </Button>
        ) : (
          <Button disabled={busy || open.length === 0} onClick={() => onSettle(open)}>
            不立项 <kbd>N</kbd>
          </Button>
        )}
      </div>
    </div>
  );
}
