import { useSuspenseQuery } from '@tanstack/react-query';
import { Go, queryText } from '#web/page';
import { DataTable, Lamp, type LampColour } from '#web/parts';
import { lampLabel } from '../../rules/states.ts';
import { workItems } from '../queries.ts';
import type { BoardSearch } from './index.ts';
import { countedLamps } from './LampsBelow.tsx';

interface Props {
  organizationId: string;
  search: BoardSearch;
  setSearch(change: Partial<BoardSearch>): void;
}

/** 按单位: each direct child with the lamps of everything below it; a number opens its items, a name the next level. */
export function ItemsByOrganization({ organizationId, search, setSearch }: Props) {
  const input = { organizationId, dutyListId: search.list, page: search.page, size: 50 };
  const { data } = useSuspenseQuery(workItems.countByOrganization.queryOptions({ input }));
  const itemsOf = (at: string, lamp?: LampColour) =>
    `/board${queryText({ ...search, at, view: 'table', page: 1, lamps: lamp && [lamp], judged: undefined, working: undefined })}`;
  return (
    <DataTable
      caption="按单位看任务"
      rows={data.rows}
      keyOf={(row) => row.organizationId}
      empty="这个党组织下面没有下级党组织。请改看表格。"
      page={{ page: data.page, size: data.size, total: data.total, onPage: (page) => setSearch({ page }) }}
      columns={[
        {
          title: '下级党组织',
          render: ({ organizationId: at, name, children }) =>
            children > 0 ? <Go to={`/board${queryText({ ...search, at, page: 1 })}`}>{name}</Go> : <Go to={itemsOf(at)}>{name}</Go>,
        },
        ...countedLamps.map(([lamp, key]) => ({
          title: lampLabel[lamp],
          align: 'end' as const,
          render: (row: (typeof data.rows)[number]) =>
            row[key] === 0 ? (
              <span className="quiet">0</span>
            ) : (
              <Go to={itemsOf(row.organizationId, lamp)} aria-label={`${row.name}${lampLabel[lamp]} ${row[key]} 件`}>
                <Lamp lamp={lamp} count={row[key]} />
              </Go>
            ),
        })),
        {
          title: '已办结',
          align: 'end',
          render: (row) => (
            <Go
              to={`/board${queryText({ ...search, at: row.organizationId, view: 'table', page: 1, judged: ['written-off', 'effective', 'cancelled'], lamps: undefined })}`}
              aria-label={`${row.name}已办结 ${row.closed} 件`}
            >
              {row.closed}
            </Go>
          ),
        },
      ]}
    />
  );
}
