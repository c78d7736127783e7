import { useSuspenseQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Go, type PageProps, useLeave } from '#web/page';
import { ChoiceField, DataTable, dayText, ExportButton, PageHead, PrintButton, QueryBar, SearchField, StateTag, TextField } from '#web/parts';
import { useMe } from '#web/session';
import { listStateLabel, listStates } from '../../rules/words.ts';
import { duties } from '../queries.ts';
import type { ListSearch } from './index.ts';
import { NewListDialog } from './NewListDialog.tsx';

/** 责任清单: every list of one's own subtree; those issued above are a filter away. */
export function DutyListsPage({ search, setSearch }: PageProps<unknown, ListSearch>) {
  const { organizationId, may } = useMe();
  const [making, setMaking] = useState(false);
  const leave = useLeave();
  const { states, year, q, page, above } = search;
  const filters = { organizationId, q, ...(states ? { states } : {}), ...(year ? { year } : {}), ...(above ? { above } : {}) };
  const { data } = useSuspenseQuery(duties.listDutyLists.queryOptions({ input: { ...filters, page } }));
  const filtered = q !== '' || states !== undefined || year !== undefined || above;

  return (
    <>
      <PageHead
        title="责任清单"
        lead="起草、审核、印发、下达。每个数都能点开，每一条都能点回它的依据。"
        actions={
          <>
            <ExportButton fetchFile={() => duties.exportDutyLists.call(filters)} />
            <PrintButton />
            {may('duty.edit') && <Button onClick={() => setMaking(true)}>新建清单</Button>}
          </>
        }
      />
      <QueryBar onClear={filtered ? () => setSearch({ states: undefined, year: undefined, q: undefined, page: undefined, above: undefined }) : undefined}>
        <SearchField label="清单名称" value={q} onSearch={(words) => setSearch({ q: words || undefined, page: undefined })} />
        <ChoiceField
          label="状态"
          empty="全部"
          options={listStates.map((state) => [state, listStateLabel[state]])}
          value={states?.[0] ?? ''}
          onChange={(event) => setSearch({ states: listStates.filter((state) => state === event.target.value), page: undefined })}
        />
        <TextField
          label="年份"
          type="number"
          min={2000}
          max={2100}
          value={year ?? ''}
          onChange={(event) =>
            (event.target.value === '' || event.target.value.length === 4) && setSearch({ year: Number(event.target.value) || undefined, page: undefined })
          }
        />
        <ChoiceField
          label="来源"
          options={[
            ['', '本级和下级起草的'],
            ['true', '上级印发的'],
          ]}
          value={above ? 'true' : ''}
          onChange={(event) => setSearch({ above: event.target.value === 'true' || undefined, page: undefined })}
        />
      </QueryBar>
      <DataTable
        caption="责任清单"
        rows={data.rows}
        keyOf={({ id }) => id}
        onOpen={({ id }) => leave(`/list/${id}`)}
        page={{ ...data, onPage: (next) => setSearch({ page: next }) }}
        empty={filtered ? '没有符合条件的清单。可以放宽条件。' : '还没有责任清单。导入一份讲话或文件，就会分解出一份草稿；口头交办的，可以新建清单。'}
        columns={[
          { title: '清单', render: ({ id, title }) => <Go to={`/list/${id}`}>{title}</Go> },
          { title: '文号', narrow: true, render: ({ number }) => number ?? '—' },
          { title: '年份', narrow: true, render: ({ year: of }) => of ?? '未定' },
          { title: '单位', render: ({ organizationName }) => organizationName },
          { title: '状态', narrow: true, render: ({ state }) => <StateTag strong={state === 'in-review'}>{listStateLabel[state]}</StateTag> },
          { title: '条目', align: 'end', render: ({ id, duties: count }) => <Go to={`/list/${id}`}>{count}</Go> },
          { title: '要素不全', align: 'end', narrow: true, render: ({ id, withGaps }) => (withGaps > 0 ? <Go to={`/list/${id}`}>{withGaps}</Go> : '—') },
          {
            title: '销号/下达',
            align: 'end',
            narrow: true,
            render: ({ id, items, writtenOff }) => (items > 0 ? <Go to={`/board?list=${id}&closed=true`}>{`${writtenOff}/${items}`}</Go> : '—'),
          },
          { title: '印发', narrow: true, render: ({ issuedAt }) => (issuedAt ? dayText(issuedAt.slice(0, 10)) : '—') },
        ]}
      />
      {making && <NewListDialog onClose={() => setMaking(false)} />}
    </>
  );
}
