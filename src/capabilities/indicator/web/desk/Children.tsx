import { useSuspenseQuery } from '@tanstack/react-query';
import { Go } from '#web/page';
import { DataTable } from '#web/parts';
import { indicators } from '../queries.ts';
import { countedText, percentText } from './Frame.tsx';
import type { IndicatorSearch } from './index.ts';

interface Props {
  of: { organizationId: string; key: string; period: string };
  page: number;
  onPage(page: number): void;
  address(at: string, view: IndicatorSearch['view']): string;
}

/** 下级指标值, in the order of the tree: a list to look things up in, not a league table. */
export function Children({ of, page, onPage, address }: Props) {
  const { data } = useSuspenseQuery(indicators.listChildValues.queryOptions({ input: { ...of, page, size: 50 } }));
  return (
    <DataTable
      caption="下级指标值"
      rows={data.rows}
      keyOf={({ organizationId }) => organizationId}
      empty="这个党组织下面没有下级党组织。"
      page={{ page: data.page, size: data.size, total: data.total, onPage }}
      columns={[
        {
          title: '下级党组织',
          render: ({ organizationId, name, children }) => <Go to={address(organizationId, children > 0 ? 'children' : 'denominator')}>{name}</Go>,
        },
        {
          title: '已计',
          align: 'end',
          render: ({ organizationId, name, numerator }) => (
            <Go to={address(organizationId, 'numerator')} aria-label={`${name}已计 ${numerator}`}>
              {numerator}
            </Go>
          ),
        },
        {
          title: '应计',
          align: 'end',
          render: ({ organizationId, name, denominator }) => (
            <Go to={address(organizationId, 'denominator')} aria-label={`${name}应计 ${denominator}`}>
              {denominator}
            </Go>
          ),
        },
        { title: '比率', align: 'end', render: (row) => percentText(row) },
        { title: '统计时间', narrow: true, render: (row) => countedText(row) },
      ]}
    />
  );
}
