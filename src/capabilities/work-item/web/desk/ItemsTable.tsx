import { Go, useLeave } from '#web/page';
import { type Column, DataTable, Lamp, StateTag, shortDayText } from '#web/parts';
import type { WorkItemRow } from '../../contract.ts';
import { stateLabel } from '../../rules/states.ts';

export interface Items {
  rows: WorkItemRow[];
  total: number;
  page: number;
  size: number;
}

export const TitleCell = ({ id, title, organizationName }: WorkItemRow) => (
  <div className="item-title">
    <Go to={`/items/${id}`}>{title}</Go>
    <br />
    <span className="quiet">{organizationName}</span>
  </div>
);

export const LampCell = ({ lamp }: Pick<WorkItemRow, 'lamp'>) =>
  lamp ? <Lamp lamp={lamp.lamp} because={lamp.because} /> : <span className="quiet">已办结</span>;

/** What is urgent stands first, so that it is seen in the largest type and on the narrowest window. */
const columns: readonly Column<WorkItemRow>[] = [
  { title: '灯', narrow: true, render: LampCell },
  { title: '任务事项 / 承办单位', sort: 'organization', render: TitleCell },
  { title: '时限', sort: 'due', narrow: true, render: ({ dueOn }) => shortDayText(dueOn) },
  { title: '状态', narrow: true, render: (row) => <StateTag strong={row.judged === 'returned'}>{stateLabel(row.working, row.judged)}</StateTag> },
  {
    title: '佐证',
    align: 'end',
    narrow: true,
    render: ({ id, evidence }) => (
      <Go to={`/items/${id}`} aria-label={`看 ${evidence} 条佐证`}>
        {evidence}
      </Go>
    ),
  },
  { title: '牵头单位', render: ({ leadNames }) => leadNames },
  { title: '责任岗位', render: ({ posts }) => posts.join('、') },
  { title: '编号', sort: 'number', narrow: true, render: ({ number }) => number },
];

export function ItemsTable({ data, sort, onPage }: { data: Items; sort: { by: string; onSort(by: string): void }; onPage(page: number): void }) {
  const leave = useLeave();
  return (
    <DataTable
      caption="任务"
      columns={columns}
      rows={data.rows}
      keyOf={({ id }) => id}
      empty="没有符合条件的任务。可以清除条件再看。"
      page={{ page: data.page, size: data.size, total: data.total, onPage }}
      sort={sort}
      onOpen={({ id }) => leave(`/items/${id}`)}
    />
  );
}
