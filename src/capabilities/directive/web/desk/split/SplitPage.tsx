import { useSuspenseQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { duties, HelpDialog, ItemPane, listStateLabel, SavedAt, YearBanner } from '#duty/desk';
import { Go, type PageProps, useLeave } from '#web/page';
import { PageHead, StateTag } from '#web/parts';
import { directives } from '../../queries.ts';
import type { SplitSearch } from '../index.ts';
import { NoDutyDialog, SettleAllDialog } from './dialogs.tsx';
import { TextPane } from './TextPane.tsx';
import { useEditor } from './use-editor.ts';
import { clauseKeys, useEditorKeys } from './use-editor-keys.ts';
import { standingOf } from './words.ts';
import './split.css';

type Asking = { what: 'no-duty'; clauseIds: string[] } | { what: 'drop'; id: string } | { what: 'settle-all' } | { what: 'help' };

/** 讲话转清单: the text at the left, the items at the right, each bound to its sentence both ways. */
export function SplitPage({ params: { id }, search }: PageProps<{ id: string }, SplitSearch>) {
  const { data: directive } = useSuspenseQuery(directives.readDirective.queryOptions({ input: { directiveId: id } }));
  const { data: dutyList } = useSuspenseQuery(duties.readDutyList.queryOptions({ input: { dutyListId: directive.dutyListId } }));
  const editor = useEditor(directive, directive.may.includes('edit') && dutyList.may.includes('edit'));
  const { list, ids, clauses, actions, mayEdit, busy, current } = editor;
  const [asking, setAsking] = useState<Asking>();
  const isScan = directive.pageAttachments.length > 0;
  const [side, setSide] = useState<'text' | 'items'>(isScan ? 'text' : 'items');
  const leave = useLeave();
  const open = clauses.filter((clause) => standingOf(clause) === 'open');
  const close = () => setAsking(undefined);

  useEffect(() => {
    if (search.duty) actions.setCurrent(search.duty);
  }, [search.duty, actions]);
  useEffect(() => {
    if (current) document.getElementById(`item-${current}`)?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  const onDrop = (dutyId: string) => setAsking({ what: 'drop', id: dutyId });
  const onSettle = (clauseIds: string[]) => setAsking({ what: 'no-duty', clauseIds });
  useEditorKeys(editor, { onDrop, onSettle, onHelp: () => setAsking({ what: 'help' }) });
  const preview = async () => {
    await list.saveAll();
    if (list.condition() === 'saved') leave(`/speech/${id}/check`);
  };

  const dropping = asking?.what === 'drop' ? asking.id : undefined;
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
              <SavedAt list={list} />
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
      {mayEdit && dutyList.year === null && (
        <YearBanner busy={busy} onYear={(year) => void actions.setYear(year)}>
          这份文件没有写明年份。“8月底前”这样的时限算哪一年？只问这一次。
        </YearBanner>
      )}
      <div className="split-sides">
        {(['text', 'items'] as const).map((one) => (
          <button key={one} type="button" aria-pressed={side === one} onClick={() => setSide(one)}>
            {one === 'text' ? (isScan ? '扫描原件' : '讲话原文') : `任务条目 ${ids.length}`}
          </button>
        ))}
      </div>
      <div className={`split-panes split-show-${side}`}>
        <TextPane editor={editor} at={search.at} onSettle={onSettle} />
        <ItemPane
          editor={editor}
          empty={isScan ? '还没有条目。对照左边的页面，把要办的事录进去。' : '还没有条目。在左边的原文里划选文字，再按“建条目”。'}
          onDrop={onDrop}
        />
      </div>

      {asking?.what === 'help' && <HelpDialog more={clauseKeys} onClose={close} />}
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
    </div>
  );
}
