import { useSuspenseQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Suspense, useDeferredValue, useState } from 'react';
import { OrganizationPath } from '#organization/desk';
import { Go, type PageProps } from '#web/page';
import { ChoiceField, type Column, DataTable, ExportButton, PageHead, PrintButton, QueryBar, SearchField, StateTag } from '#web/parts';
import { useMe } from '#web/session';
import type { UnitRow } from '../../contract.ts';
import { type UnitKind, unitKindLabel } from '../../rules/words.ts';
import { units } from '../queries.ts';
import { AddUnit } from './AddUnit.tsx';
import type { UnitsSearch } from './index.ts';

const columns: readonly Column<UnitRow>[] = [
  { title: '单位', render: ({ name }) => name },
  { title: '类别', narrow: true, render: ({ kind }) => unitKindLabel[kind] },
  { title: '统一社会信用代码', narrow: true, render: ({ creditCode }) => creditCode ?? <span className="quiet">未登记</span> },
  { title: '从业人员', align: 'end', narrow: true, render: ({ employees }) => employees },
  { title: '经营状况', narrow: true, render: ({ inOperation }) => (inOperation ? '正常' : '停业') },
  {
    title: '党组织',
    render: ({ coveredById, coveredByName }) =>
      coveredById && coveredByName ? <Go to={`/org/${coveredById}`}>{coveredByName}</Go> : <StateTag strong>未覆盖</StateTag>,
  },
];

/** 单位名录: where an organization is, or should be, set up. */
export function UnitsPage({ search, setSearch }: PageProps<unknown, UnitsSearch>) {
  const me = useMe();
  const [adding, setAdding] = useState(false);
  const organizationId = search.at ?? me.organizationId;
  const { q, kind, covered, page } = useDeferredValue(search);
  const filters = { organizationId, q, kinds: kind && [kind], covered: covered && covered === 'true' };
  const { data } = useSuspenseQuery(units.listUnits.queryOptions({ input: { ...filters, page, size: 50 } }));
  const filter = (change: Partial<{ [K in keyof UnitsSearch]: UnitsSearch[K] | undefined }>) => setSearch({ page: 1, ...change });

  return (
    <>
      <PageHead
        title="单位名录"
        back={<Go to={`/org/${organizationId}`}>组织与党员</Go>}
        lead={
          <Suspense fallback={null}>
            <OrganizationPath organizationId={organizationId} address={(at) => `/units?at=${at}`} />
          </Suspense>
        }
        actions={
          <>
            <ExportButton fetchFile={() => units.exportUnits.call(filters)} />
            <PrintButton />
            {me.may('unit.edit') && (
              <Button type="primary" onClick={() => setAdding(true)}>
                登记单位
              </Button>
            )}
          </>
        }
      />
      <QueryBar onClear={() => filter({ q: '', kind: undefined, covered: undefined })}>
        <SearchField label="单位名称" value={search.q} onSearch={(words) => filter({ q: words })} />
        <ChoiceField
          label="类别"
          empty="全部"
          options={Object.entries(unitKindLabel)}
          value={search.kind ?? ''}
          onChange={(event) => filter({ kind: (event.target.value || undefined) as UnitKind | undefined })}
        />
        <ChoiceField
          label="组织覆盖"
          empty="全部"
          options={[
            ['true', '已覆盖'],
            ['false', '未覆盖'],
          ]}
          value={search.covered ?? ''}
          onChange={(event) => filter({ covered: event.target.value === 'true' ? 'true' : event.target.value === 'false' ? 'false' : undefined })}
        />
      </QueryBar>
      <DataTable
        caption="单位名录"
        columns={columns}
        rows={data.rows}
        keyOf={({ id }) => id}
        empty="没有符合条件的单位。可以清除条件，或登记一个单位。"
        page={{ page: data.page, size: data.size, total: data.total, onPage: (next) => setSearch({ page: next }) }}
      />
      {adding && <AddUnit organizationId={organizationId} onClose={() => setAdding(false)} />}
    </>
  );
}
