import { Button } from 'antd';
import { useState } from 'react';
import type { ClauseView } from '../../queries.ts';
import type { Editor } from './use-editor.ts';
import { clauseKindLabel, standingOf } from './words.ts';

/** 未处理清单: every clause that is neither an item nor marked "no duty", to be dealt with in one go. */
export function OpenClauses({
  clauses,
  actions,
  onSettle,
  onShow,
}: {
  clauses: readonly ClauseView[];
  actions: Editor['actions'];
  onSettle(clauseIds: string[]): void;
  onShow(): void;
}) {
  const open = clauses.filter((clause) => standingOf(clause) === 'open');
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const chosen = open.filter(({ id }) => ticked.has(id)).map(({ id }) => id);
  const toggle = (id: string) => {
    const next = new Set(ticked);
    if (!next.delete(id)) next.add(id);
    setTicked(next);
  };

  if (open.length === 0) return <p className="table-empty">每一句都有着落了：要么立了项，要么写明了不立项的理由。</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable by keyboard
    <section className="split-scroll" tabIndex={0} aria-label="未处理清单，可滚动">
      <div className="open-clauses-bar">
        <label className="check">
          <input
            type="checkbox"
            checked={chosen.length === open.length}
            onChange={() => setTicked(new Set(chosen.length === open.length ? [] : open.map(({ id }) => id)))}
          />
          <span>全选 {open.length} 句</span>
        </label>
        <Button disabled={chosen.length === 0} onClick={() => onSettle(chosen)}>
          不立项（{chosen.length}）
        </Button>
      </div>
      <ul className="open-clauses">
        {open.map((clause) => (
          <li key={clause.id}>
            <label className="check">
              <input type="checkbox" checked={ticked.has(clause.id)} onChange={() => toggle(clause.id)} />
              <span>
                <span className="quiet">{clauseKindLabel[clause.kind]}</span> {clause.text}
              </span>
            </label>
            <span className="open-clauses-actions">
              {clause.kind !== 'typed' && (
                <button type="button" className="text-button" onClick={() => void actions.make(clause.start, clause.end)}>
                  建条目
                </button>
              )}
              <button
                type="button"
                className="text-button"
                onClick={() => {
                  actions.setCurrentClause(clause.id);
                  onShow();
                }}
              >
                看原文
              </button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
