import { useSuspenseQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { duties, listStateLabel } from '#duty/desk';
import { Go, type PageProps, useLeave } from '#web/page';
import { PageHead, StateTag } from '#web/parts';
import { directives } from '../../queries.ts';
import type { SplitSearch } from '../index.ts';
import { HelpDialog, MergeDialog, NoDutyDialog, SettleAllDialog, SplitDialog } from './dialogs.tsx';
import { ItemPane, shownIds } from './ItemPane.tsx';
import { TextPane } from './TextPane.tsx';
import { useEditor } from './use-editor.ts';
import { useEditorKeys } from './use-editor-keys.ts';
import { standingOf } from './words.ts';
import { YearBanner } from './YearBanner.tsx';
import './split.css';

type Asking =
  | { what: 'no-duty'; clauseIds: string[] }
  | { what: 'drop'; id: string }
  | { what: 'split'; id: string }
  | { what: 'merge'; ids: string[] }
  | { what: 'settle-all' }
  | { what: 'help' };

/** 讲话转清单: the text at the left, the items at the right, each bound to its sentence both ways. */
export function SplitPage({ params: { id }, search }: PageProps<{ id: string }, SplitSearch>) {
  const { data: directive } = useSuspenseQuery(directives.readDirective.queryOptions({ input: { directiveId: id } }));
  const { data: dutyList } = useSuspenseQuery(duties.readDutyList.queryOptions({ input: { dutyListId: directive.dutyListId } }));
  const editor = useEditor(directive, directive.may.includes('edit') && dutyList.may.includes('edit'));
  const { list, ids, clauses, actions, mayEdit, busy, current } = editor;
  const [asking, setAsking] = useState<Asking>();
  const [shown, setShown] = useState({ onlyGaps: false, words: '' });
  const [side, setSide] = useState<'text' | 'items'>('items');
  const leave = useLeave();
  const open = clauses.filter((clause) => standingOf(clause) === 'open');
  const close = () => setAsking(undefined);

  useEffect(() => {
    if (search.duty) actions.setCurrent(search.duty);
  }, [search.duty, actions]);
  useEffect(() => {
    if (current) document.getElementById(`item-${current}`)?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  const onSplit = (dutyId: string) => setAsking({ what: 'split', id: dutyId });
  const onDrop = (dutyId: string) => setAsking({ what: 'drop', id: dutyId });
  const onMerge = (merged: readonly string[]) => setAsking({ what: 'merge', ids: ids.filter((one) => merged.includes(one)) });
  const onSettle = (clauseIds: string[]) => setAsking({ what: 'no-duty', clauseIds });
  useEditorKeys(editor, {
    visible: shownIds(editor, shown),
    onSplit,
    onDrop,
    onMerge,
    onSettle,
    onHelp: () => setAsking({ what: 'help' }),
    onOnlyGaps: () => setShown({ ...shown, onlyGaps: !shown.onlyGaps }),
  });
  const preview = async () => {
    await list.saveAll();
    if (list.condition() === 'saved') leave(`/speech/${id}/check`);
  };

  const dropping = asking?.what === 'drop' ? asking.id : undefined;
  const splitting = asking?.what === 'split' ? list.shown(asking.id) : undefined;
  return (
    <div className="split">
      <PageHead
        title={directive.title}
        back={<Go to="/speech">讲话转清单</Go>}
        lead={
          <>
            {[directive.issuer, directive.meeting, directive.issuedOn].filter(Boolean).join(' · ')} <StateTag>{listStateLabel[dutyList.state]}</StateTag>
          </>
        }
        actions={
          mayEdit ? (
            <>
              <SavedAt editor={editor} />
              <Button onClick={() => setAsking({ what: 'help' })}>快捷键 ?</Button>
              {open.length > 0 && <Button onClick={() => setAsking({ what: 'settle-all' })}>未处理 {open.length} 句…</Button>}
              <Button type="primary" loading={busy} onClick={() => void preview()}>
                核对并提交审核
              </Button>
            </>
          ) : (
            <Go to={`/list/${directive.dutyListId}`}>打开责任清单</Go>
          )
        }
      />
      {mayEdit && dutyList.state === 'returned' && dutyList.reviewNote && (
        <p className="returned">
          {dutyList.reviewedBy}退回：{dutyList.reviewNote}
        </p>
      )}
      {mayEdit && dutyList.year === null && <YearBanner busy={busy} onYear={(year) => void actions.setYear(year)} />}
      <div className="split-sides">
        {(['text', 'items'] as const).map((one) => (
          <button key={one} type="button" aria-pressed={side === one} onClick={() => setSide(one)}>
            {one === 'text' ? '讲话原文' : `任务条目 ${ids.length}`}
          </button>
        ))}
      </div>
      <div className={`split-panes split-show-${side}`}>
        <TextPane editor={editor} at={search.at} onSettle={onSettle} />
        <ItemPane editor={editor} shown={shown} onShown={setShown} onSplit={onSplit} onDrop={onDrop} onMerge={onMerge} />
      </div>

      {asking?.what === 'help' && <HelpDialog onClose={close} />}
      {asking?.what === 'no-duty' && (
        <NoDutyDialog
          clauses={clauses.filter(({ id: clauseId }) => asking.clauseIds.includes(clauseId))}
          onClose={close}
          onDone={(reason) => void actions.settleClauses([{ clauseIds: asking.clauseIds, reason }]).then(close)}
        />
      )}
      {asking?.what === 'settle-all' && <SettleAllDialog clauses={open} onClose={close} onDone={(groups) => void actions.settleClauses(groups).then(close)} />}
      {dropping && (
        <NoDutyDialog
          clauses={clauses.filter(({ duties: resting }) => resting.includes(dropping))}
          onClose={close}
          onDone={(reason) => void actions.dropItem(dropping, reason).then(close)}
        />
      )}
      {asking?.what === 'merge' && (
        <MergeDialog duties={asking.ids.flatMap((one) => list.shown(one) ?? [])} onClose={close} onDone={() => void actions.merge(asking.ids).then(close)} />
      )}
      {splitting && <SplitDialog duty={splitting} onClose={close} onDone={(parts) => void actions.split(splitting, parts).then(close)} />}
    </div>
  );
}

function SavedAt({ editor: { list } }: { editor: ReturnType<typeof useEditor> }) {
  useSyncExternalStore(list.subscribe, list.version);
  const saved = list.lastSaved();
  const news = list.news();
  const words = { saving: '正在保存…', failed: '有内容没有保存，请看条目里的提示', saved: saved ? `已保存 ${clock(saved)}` : '' }[list.condition()];
  return (
    <span className="saved-at quiet" role="status">
      {news &&
        `${news.by} ${clock(news.at)} 改了${news.ordinals.length > 0 ? `第 ${news.ordinals.slice(0, 5).join('、')} 条` : '清单'}${news.ordinals.length > 5 ? '等' : ''} · `}
      {words}
    </span>
  );
}

const clock = (at: Date): string => at.toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit', hour12: false, timeZone: 'Asia/Shanghai' });
