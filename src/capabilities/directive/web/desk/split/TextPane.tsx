import { memo, useEffect, useMemo, useRef, useState } from 'react';
import type { ClauseView } from '../../queries.ts';
import { ClauseBar, type Span } from './ClauseBar.tsx';
import { OpenClauses } from './OpenClauses.tsx';
import { ScanPages } from './ScanPages.tsx';
import { paragraphsOf, type Segment } from './segments.ts';
import { selectedSpan } from './selection.ts';
import type { Editor } from './use-editor.ts';
import { clauseKindLabel, type Standing, standingLabel, standingOf } from './words.ts';

/** 讲话原文: the text as it came, each clause coloured by where it stands; what the current item rests on is marked. */
export function TextPane({ editor, at, onSettle }: { editor: Editor; at: number | undefined; onSettle(clauseIds: string[]): void }) {
  const { directive, clauses, current, currentClause, list, ids, actions, mayEdit } = editor;
  const [onlyOpen, setOnlyOpen] = useState(false);
  const [span, setSpan] = useState<Span>();
  const pane = useRef<HTMLElement>(null);
  const byId = useMemo(() => new Map(clauses.map((clause) => [clause.id, clause])), [clauses]);
  const paragraphs = useMemo(() => paragraphsOf(directive.text, directive.sections, directive.clauseList), [directive]);
  const ordinals = useMemo(() => new Map(ids.map((id, index) => [id, index + 1])), [ids]);
  const rests = list.shown(current ?? '')?.bases ?? [];
  const counts = countsOf(clauses);
  const isScan = directive.pageAttachments.length > 0;
  const name = isScan ? '扫描原件' : '讲话原文';

  useEffect(() => {
    const first = current ? list.shown(current)?.bases.find(({ start }) => start !== null) : undefined;
    if (first) show(pane.current, first.start ?? 0);
  }, [current, list]);
  useEffect(() => {
    if (at !== undefined) show(pane.current, at);
  }, [at]);

  const look = () => {
    const found = pane.current ? selectedSpan(pane.current, directive.text) : undefined;
    setSpan(found);
    if (found) actions.setCurrentClause(undefined);
  };
  const choose = (clause: ClauseView) => {
    actions.setCurrentClause(clause.id);
    const [duty] = clause.duties;
    if (duty) actions.setCurrent(duty);
  };

  return (
    <section className="split-pane split-text" aria-label={name}>
      <div className="split-pane-head">
        <h2>{name}</h2>
        <ul className="legend" aria-label="图例">
          {(['duty', 'no-duty', 'open'] as const).map((standing) => (
            <li key={standing} className={`clause clause-${standing}`}>
              {standingLabel[standing]} {counts[standing]}
            </li>
          ))}
        </ul>
        {mayEdit && (
          <button type="button" className="text-button" aria-pressed={onlyOpen} onClick={() => setOnlyOpen(!onlyOpen)}>
            {onlyOpen ? '回到原文' : '未处理清单'}
          </button>
        )}
      </div>
      {onlyOpen ? (
        <OpenClauses clauses={clauses} onSettle={onSettle} actions={actions} onShow={() => setOnlyOpen(false)} />
      ) : isScan ? (
        <ScanPages editor={editor} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable by keyboard
        <section ref={pane} className="split-scroll speech-text" tabIndex={0} aria-label="原文，可滚动" onMouseUp={look} onKeyUp={look}>
          {paragraphs.map(({ start, level, segments }) => (
            <p key={start} className={level > 0 ? `speech-heading speech-heading-${Math.min(level, 3)}` : undefined}>
              {segments.map((segment) => {
                const clause = segment.clauseId ? byId.get(segment.clauseId) : undefined;
                if (!clause) return <Plain key={segment.start} segment={segment} />;
                const numbers = clause.duties.flatMap((id) => ordinals.get(id) ?? []).join('、');
                const active = rests.some((basis) => basis.clauseId === clause.id || ((basis.start ?? 0) < segment.end && (basis.end ?? 0) > segment.start));
                return (
                  <Clause
                    key={segment.start}
                    segment={segment}
                    clause={clause}
                    numbers={numbers}
                    active={active}
                    current={clause.id === currentClause}
                    onChoose={choose}
                  />
                );
              })}
            </p>
          ))}
        </section>
      )}
      {mayEdit && !onlyOpen && !isScan && <ClauseBar editor={editor} span={span} onDone={() => setSpan(undefined)} onSettle={onSettle} />}
    </section>
  );
}

const Plain = memo(({ segment }: { segment: Segment }) => (
  <span data-start={segment.start} className={segment.kind === 'title' ? 'speech-title' : undefined}>
    {segment.text}
  </span>
));

const Clause = memo(
  ({
    segment,
    clause,
    numbers,
    active,
    current,
    onChoose,
  }: {
    segment: Segment;
    clause: ClauseView;
    numbers: string;
    active: boolean;
    current: boolean;
    onChoose(clause: ClauseView): void;
  }) => {
    const standing = standingOf(clause);
    const title = `${clauseKindLabel[clause.kind]}，${standingLabel[standing]}${clause.noDutyReason ? `：${clause.noDutyReason}` : ''}`;
    return (
      <>
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard walks the clauses with [ and ] */}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: it stays text, so that it can be selected and read */}
        <span
          data-start={segment.start}
          data-clause={clause.id}
          className={`clause clause-${standing} clause-of-${clause.kind}${active ? ' clause-active' : ''}${current ? ' clause-current' : ''}`}
          title={title}
          onClick={() => document.getSelection()?.isCollapsed && onChoose(clause)}
        >
          {segment.text}
        </span>
        {numbers && (
          <button type="button" className="clause-number" onClick={() => onChoose(clause)} aria-label={`到第 ${numbers} 条`}>
            {numbers}
          </button>
        )}
      </>
    );
  },
);

function countsOf(clauses: readonly ClauseView[]): Record<Standing, number> {
  const counts = { duty: 0, 'no-duty': 0, open: 0 };
  for (const clause of clauses) counts[standingOf(clause)] += 1;
  return counts;
}

/** Bring an offset of the text into sight, unless it is. */
function show(pane: HTMLElement | null, offset: number): void {
  const pieces = [...(pane?.querySelectorAll<HTMLElement>('[data-start]') ?? [])];
  const piece = pieces.findLast((one) => Number(one.dataset.start) <= offset);
  if (!pane || !piece) return;
  const box = piece.getBoundingClientRect();
  const frame = pane.getBoundingClientRect();
  if (box.top < frame.top || box.bottom > frame.bottom - 60) pane.scrollTo({ top: pane.scrollTop + box.top - frame.top - frame.height / 3 });
}
