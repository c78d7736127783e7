import type { z } from 'zod';
import { Go } from '#web/page';
import { type Column, DataTable, StateTag, shortDayText } from '#web/parts';
import type { IndicatorRecord } from '../../contract.ts';

type Row = z.infer<typeof IndicatorRecord>;

/** Which page shows a record; kinds without a page of their own are shown as words. */
const pageOf: Record<string, (id: string) => string> = { 'work-item': (id) => `/items/${id}`, organization: (id) => `/org/${id}` };

const columns: readonly Column<Row>[] = [
  {
    title: '记录',
    render: ({ id, kind, title }) => {
      const address = pageOf[kind]?.(id);
      return address ? <Go to={address}>{title}</Go> : title;
    },
  },
  { title: '党组织', render: ({ organizationId, organizationName }) => <Go to={`/org/${organizationId}`}>{organizationName}</Go> },
  { title: '日期', narrow: true, render: ({ day }) => shortDayText(day) },
  { title: '计入分子', narrow: true, render: ({ counted }) => <StateTag strong={!counted}>{counted ? '已计入' : '未计入'}</StateTag> },
];

/** 明细: the very records that the number was counted from. */
export function Records({ data, onPage }: { data: { rows: Row[]; total: number; page: number; size: number }; onPage(page: number): void }) {
  return (
    <DataTable
      caption="指标明细"
      columns={columns}
      rows={data.rows}
      keyOf={({ id, organizationId }) => `${id}-${organizationId}`}
      empty="这一部分没有记录。"
      page={{ page: data.page, size: data.size, total: data.total, onPage }}
    />
  );
}
