import { useSuspenseQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, useState } from 'react';
import { Go, type PageProps } from '#web/page';
import { ExportButton, momentText, PageHead, PrintButton, StateTag } from '#web/parts';
import type { DutyListView } from '../../contract.ts';
import { listStateLabel } from '../../rules/words.ts';
import { duties } from '../queries.ts';
import { Dispatches } from './Dispatches.tsx';
import { DispatchPanel } from './DispatchPanel.tsx';
import { DutyTable } from './DutyTable.tsx';
import { IssueDialog, ReviewDialog } from './list-dialogs.tsx';
import './duty.css';

const ListEditing = lazy(() => import('../editor/ListEditing.tsx').then((m) => ({ default: m.ListEditing })));

/** 一份责任清单: its duties with their basis, where it stands, and the next step for whoever may take it. */
export function DutyListPage({ params: { id } }: PageProps<{ id: string }>) {
  const { data: list } = useSuspenseQuery(duties.readDutyList.queryOptions({ input: { dutyListId: id } }));
  const { data } = useSuspenseQuery(duties.listDuties.queryOptions({ input: { dutyListId: id }, staleTime: 0 }));
  const [asking, setAsking] = useState<'review' | 'issue'>();
  const [dispatching, setDispatching] = useState(false);
  const rows = data.duties.filter(({ removed }) => !removed);
  const directiveId = rows.flatMap(({ bases }) => bases).find((basis) => basis.directiveId)?.directiveId;
  const writing = list.may.includes('edit') && !directiveId && list.openClauses === 0;

  return (
    <>
      <PageHead
        title={list.title}
        back={<Go to="/list">责任清单</Go>}
        lead={
          <>
            <StateTag strong={list.state === 'in-review'}>{listStateLabel[list.state]}</StateTag>{' '}
            {[list.number, list.organizationName, list.year && `${list.year} 年`].filter(Boolean).join(' · ')}
          </>
        }
        actions={
          <>
            <ExportButton fetchFile={() => duties.exportDutyList.call({ dutyListId: id })} />
            <PrintButton />
            {list.may.includes('review') && (
              <Button type="primary" onClick={() => setAsking('review')}>
                审核
              </Button>
            )}
            {list.may.includes('issue') && (
              <Button type="primary" onClick={() => setAsking('issue')}>
                印发
              </Button>
            )}
            {list.may.includes('dispatch') && !dispatching && (
              <Button type="primary" onClick={() => setDispatching(true)}>
                下达
              </Button>
            )}
          </>
        }
      />
      <Course list={list} />
      {list.may.includes('edit') && directiveId && (
        <p className="list-next no-print">
          {list.state === 'returned' ? '清单已退回，' : '清单还在起草，'}
          <Go to={`/speech/${directiveId}/split`}>接着改</Go>
          {list.withGaps > 0 && `（${list.withGaps} 条要素不全）`}
          {' · '}
          <Go to={`/speech/${directiveId}/check`}>核对并提交审核</Go>
        </p>
      )}
      {dispatching && <DispatchPanel list={list} duties={rows} onClose={() => setDispatching(false)} />}
      {list.state === 'issued' && <Dispatches dutyListId={id} />}
      {writing ? (
        <ListEditing key={id} dutyList={list} />
      ) : (
        <DutyTable
          duties={rows}
          caption={list.title}
          course={list.state === 'issued'}
          listId={id}
          summary={<span className="quiet">共 {rows.length} 条</span>}
        />
      )}
      {asking === 'review' && <ReviewDialog list={list} onClose={() => setAsking(undefined)} />}
      {asking === 'issue' && <IssueDialog list={list} onClose={() => setAsking(undefined)} />}
    </>
  );
}

/** 办理经过: who drafted, submitted, reviewed and issued it, and when. */
function Course({ list }: { list: DutyListView }) {
  const steps = [
    { label: '起草', who: list.createdBy, at: list.createdAt, done: true },
    { label: '提交审核', who: list.submittedBy, at: list.submittedAt, done: list.submittedBy !== null },
    { label: list.state === 'returned' ? '退回' : '审核', who: list.reviewedBy, at: null, done: list.reviewedBy !== null, note: list.reviewNote },
    { label: '印发', who: list.issuedBy, at: list.issuedAt, done: list.issuedAt !== null },
    { label: '下达', who: null, at: null, done: list.items > 0, note: list.items > 0 ? `${list.items} 件，销号 ${list.writtenOff} 件` : null },
  ];
  return (
    <ol className="course">
      {steps.map(({ label, who, at, done, note }) => (
        <li key={label} className={done ? 'course-done' : undefined}>
          <strong>
            <span aria-hidden="true">{done ? '✓' : '○'}</span> {label}
          </strong>
          <span className="visually-hidden">{done ? '已办' : '未办'}</span>
          {done && (who || at) && <span className="quiet">{[who, at && momentText(at)].filter(Boolean).join(' ')}</span>}
          {note && <span className="course-note">{note}</span>}
        </li>
      ))}
    </ol>
  );
}
