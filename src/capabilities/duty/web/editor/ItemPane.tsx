import { Button } from 'antd';
import { useState, useSyncExternalStore } from 'react';
import { Refused } from '#web/parts';
import { gapLabel } from '../../rules/gaps.ts';
import { BulkBar } from './BulkBar.tsx';
import { MergeDialog, SplitDialog } from './dialogs.tsx';
import { isUseful } from './filling.ts';
import { ItemCard } from './ItemCard.tsx';
import { type ListEditor, shownIds } from './use-list-editor.ts';
import './editor.css';

/** 任务条目: the drafts, what they lack, and the ways to fill many at once. */
export function ItemPane({ editor, empty, onDrop }: { editor: ListEditor; empty: string; onDrop?: ((id: string) => void) | undefined }) {
  const { list, ids, selected, current, editing, suggestions, actions, mayEdit, busy, problem, removed, shown, asking } = editor;
  useSyncExternalStore(list.subscribe, list.version);
  const visible = shownIds(editor);
  const all = ids.flatMap((id) => list.shown(id) ?? []);
  const withGaps = all.filter(({ gaps }) => gaps.length > 0).length;
  const unconfirmed = all.filter(({ proposed }) => proposed.length > 0).length;
  const useful = ids.filter((id) => isUseful(list.shown(id), suggestions.get(id)));
  const splitting = asking?.what === 'split' ? list.shown(asking.id) : undefined;
  const [asked, setAsked] = useState(shown.words);
  const missing = (['lead', 'measures', 'timing'] as const)
    .map((gap) => [gap, all.filter(({ gaps }) => gaps.includes(gap)).length] as const)
    .filter(([, count]) => count > 0);

  return (
    <section className="split-pane split-items" aria-label="任务条目">
      <div className="split-pane-head">
        <h2>
          任务条目 {ids.length} 项<span className="quiet">{withGaps > 0 ? `，${withGaps} 项要素不全` : ids.length > 0 ? '，要素齐全' : ''}</span>
        </h2>
        <search className="item-search">
          <input
            className="native"
            type="search"
            aria-label="在条目里找"
            placeholder="在条目里找"
            data-item-search=""
            value={asked}
            onChange={(event) => {
              setAsked(event.target.value);
              actions.setShown({ ...shown, words: event.target.value.trim() });
            }}
          />
        </search>
      </div>
      {mayEdit && (
        <div className="item-tools">
          <Button onClick={() => actions.setSelected(new Set(selected.size === visible.length ? [] : visible))}>
            {selected.size > 0 && selected.size === visible.length ? '全不选' : `全选 ${visible.length} 条`}
          </Button>
          <Button disabled={busy || useful.length === 0} onClick={() => void actions.acceptSuggestions(useful)}>
            采用全部建议（{useful.length}）
          </Button>
          <Button disabled={busy || unconfirmed === 0} onClick={() => void actions.confirm(ids)}>
            确认全部虚线内容（{unconfirmed}）
          </Button>
          <label className="check">
            <input type="checkbox" checked={shown.onlyGaps} onChange={() => actions.setShown({ ...shown, onlyGaps: !shown.onlyGaps })} />
            <span>只看不全</span>
          </label>
          {missing.length > 0 && <span className="quiet">缺 {missing.map(([gap, count]) => `${gapLabel[gap]} ${count}`).join(' · ')}</span>}
        </div>
      )}
      {problem !== undefined && (
        <div className="item-problem">
          <Refused error={problem} />
          <button type="button" className="text-button" onClick={actions.forgetProblem}>
            知道了
          </button>
        </div>
      )}
      {removed && (
        <p className="item-removed" role="status">
          已删除“{removed.goal.slice(0, 24)}”。
          <button type="button" className="text-button" onClick={() => void actions.restore()}>
            撤销删除（Z）
          </button>
          <button type="button" className="text-button" onClick={actions.forgetRemoved}>
            知道了
          </button>
        </p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable by keyboard */}
      <section className="split-scroll" tabIndex={0} aria-label="条目，可滚动">
        {visible.length === 0 ? (
          <p className="table-empty">{ids.length === 0 ? empty : '没有符合条件的条目。'}</p>
        ) : (
          <ol className="items">
            {visible.map((id) => (
              <ItemCard
                key={id}
                id={id}
                ordinal={ids.indexOf(id) + 1}
                list={list}
                actions={actions}
                mayEdit={mayEdit}
                current={id === current}
                selected={selected.has(id)}
                editing={editing?.id === id ? editing.field : undefined}
                suggestion={suggestions.get(id)}
                onDrop={onDrop}
              />
            ))}
          </ol>
        )}
      </section>
      {mayEdit && selected.size > 0 && <BulkBar editor={editor} onMerge={actions.askMerge} />}
      {asking?.what === 'merge' && (
        <MergeDialog
          duties={asking.ids.flatMap((id) => list.shown(id) ?? [])}
          onClose={actions.askNothing}
          onDone={() => void actions.merge(asking.ids).then(actions.askNothing)}
        />
      )}
      {splitting && (
        <SplitDialog duty={splitting} onClose={actions.askNothing} onDone={(parts) => void actions.split(splitting, parts).then(actions.askNothing)} />
      )}
    </section>
  );
}
