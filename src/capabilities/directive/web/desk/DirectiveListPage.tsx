import { useSuspenseQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ListState, listStateLabel, listStates } from '#duty/desk';
import { Go, type PageProps, useLeave } from '#web/page';
import { DataTable, ExportButton, momentText, PageHead, QueryBar, SearchField, StateTag } from '#web/parts';
import { useMe } from '#web/session';
import { directiveKindLabel } from '../../rules/words.ts';
import { directives } from '../queries.ts';

const stateText = (state: string): string => listStateLabel[listStates.find((one): one is ListState => one === state) ?? 'drafting'];

/** 讲话转清单: every speech, notice and plan that came in, and how far each has become a list. */
export function DirectiveListPage({ search: { q, page }, setSearch }: PageProps<unknown, { q: string; page: number }>) {
  const { organizationId, may } = useMe();
  const leave = useLeave();
  const { data } = useSuspenseQuery(directives.listDirectives.queryOptions({ input: { organizationId, q, page } }));

  return (
    <>
      <PageHead
        title="讲话转清单"
        lead="把讲话、通知、方案分解成责任清单：每一句都有着落，每一条都能点回原文。"
        actions={
          <>
            <ExportButton fetchFile={() => directives.exportDirectives.call({ organizationId, q })} />
            {may('directive.edit') && (
              <Button type="primary" onClick={() => leave('/speech/new')}>
                导入讲话或文件
              </Button>
            )}
          </>
        }
      />
      <QueryBar onClear={q ? () => setSearch({ q: undefined, page: undefined }) : undefined}>
        <SearchField label="标题" value={q} onSearch={(words) => setSearch({ q: words || undefined, page: undefined })} />
      </QueryBar>
      <DataTable
        caption="部署文件"
        rows={data.rows}
        keyOf={({ id }) => id}
        onOpen={({ id }) => leave(`/speech/${id}/split`)}
        page={{ ...data, onPage: (next) => setSearch({ page: next }) }}
        empty={q ? `没有标题里含“${q}”的文件。` : '还没有导入过讲话或文件。按右上角的“导入讲话或文件”开始。'}
        columns={[
          { title: '标题', render: ({ id, title }) => <Go to={`/speech/${id}/split`}>{title}</Go> },
          { title: '类别', narrow: true, render: ({ kind }) => directiveKindLabel[kind] },
          { title: '印发单位、会议', render: ({ issuer, meeting }) => [issuer, meeting].filter(Boolean).join(' · ') || '—' },
          { title: '日期', narrow: true, render: ({ issuedOn }) => issuedOn ?? '—' },
          {
            title: '条款有着落',
            narrow: true,
            align: 'end',
            render: ({ accounted, clauses, id }) => <Go to={`/speech/${id}/split`}>{`${accounted}/${clauses}`}</Go>,
          },
          { title: '条目', align: 'end', render: ({ duties, dutyListId }) => <Go to={`/list/${dutyListId}`}>{duties}</Go> },
          { title: '清单', narrow: true, render: ({ listState }) => <StateTag>{stateText(listState)}</StateTag> },
          { title: '导入', narrow: true, render: ({ receivedBy, receivedAt }) => `${receivedBy} ${momentText(receivedAt)}` },
        ]}
      />
    </>
  );
}
