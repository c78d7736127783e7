import { useSuspenseQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Suspense, useDeferredValue } from 'react';
import { OrganizationPath } from '#organization/desk';
import { MaskedValue } from '#person/desk';
import { Go, type PageProps, useLeave } from '#web/page';
import { ChoiceField, type Column, DataTable, dayText, ExportButton, PageHead, PrintButton, QueryBar, SearchField } from '#web/parts';
import { useMe } from '#web/session';
import type { MemberRow } from '../../contract.ts';
import { kindLabel, type MemberKind, occupationLabel, type Situation, type Sort, situationLabel } from '../../rules/words.ts';
import { members } from '../queries.ts';
import type { MembersSearch } from './index.ts';

const columns: readonly Column<MemberRow>[] = [
  { title: '姓名', sort: 'name', narrow: true, render: ({ name }) => name },
  { title: '所在党组织', sort: 'organization', render: ({ organizationName }) => organizationName },
  { title: '性别', narrow: true, render: ({ sex }) => (sex === '1' ? '男' : sex === '2' ? '女' : '未说明') },
  { title: '出生日期', sort: 'born', narrow: true, render: ({ bornOn }) => dayText(bornOn) },
  { title: '类别', narrow: true, render: ({ kind }) => kindLabel[kind] },
  { title: '入党日期', sort: 'joined', narrow: true, render: ({ joinedOn }) => dayText(joinedOn) },
  { title: '职业', render: ({ occupation }) => occupationLabel[occupation] },
  { title: '在岗状态', narrow: true, render: ({ situation }) => situationLabel[situation] },
  {
    title: '身份证号',
    narrow: true,
    render: ({ personId, name, idNumberMask }) => <MaskedValue personId={personId} name={name} field="id-number" mask={idNumberMask} />,
  },
  { title: '手机号', narrow: true, render: ({ personId, name, phoneMask }) => <MaskedValue personId={personId} name={name} field="phone" mask={phoneMask} /> },
];

/** 党员名册: masked; one value opens at a time, for a reason. */
export function MembersPage({ search, setSearch }: PageProps<unknown, MembersSearch>) {
  const me = useMe();
  const leave = useLeave();
  const organizationId = search.at ?? me.organizationId;
  const { q, kind, situation, sort, page } = useDeferredValue(search);
  const filters = { organizationId, q, kinds: kind && [kind], situations: situation && [situation] };
  const { data } = useSuspenseQuery(members.listMembers.queryOptions({ input: { ...filters, sort, page, size: 50 } }));
  const filter = (change: Partial<{ [K in keyof MembersSearch]: MembersSearch[K] | undefined }>) => setSearch({ page: 1, ...change });

  return (
    <>
      <PageHead
        title="党员名册"
        back={<Go to={`/org/${organizationId}`}>组织与党员</Go>}
        lead={
          <Suspense fallback={null}>
            <OrganizationPath organizationId={organizationId} address={(at) => `/members?at=${at}`} />
          </Suspense>
        }
        actions={
          <>
            {me.may('member.export') && <ExportButton fetchFile={() => members.exportMembers.call(filters)} />}
            <PrintButton />
            {me.may('member.edit') && (
              <Button type="primary" onClick={() => leave(`/members/new?at=${organizationId}`)}>
                登记党员
              </Button>
            )}
          </>
        }
      />
      <QueryBar onClear={() => filter({ q: '', kind: undefined, situation: undefined })}>
        <SearchField label="姓名" value={search.q} onSearch={(words) => filter({ q: words })} />
        <ChoiceField
          label="类别"
          empty="全部"
          options={Object.entries(kindLabel)}
          value={search.kind ?? ''}
          onChange={(event) => filter({ kind: (event.target.value || undefined) as MemberKind | undefined })}
        />
        <ChoiceField
          label="在岗状态"
          empty="全部"
          options={Object.entries(situationLabel)}
          value={search.situation ?? ''}
          onChange={(event) => filter({ situation: (event.target.value || undefined) as Situation | undefined })}
        />
      </QueryBar>
      <DataTable
        caption="党员名册"
        columns={columns}
        rows={data.rows}
        keyOf={({ id }) => id}
        empty="没有符合条件的党员。可以清除条件，或在党支部下登记党员。"
        page={{ page: data.page, size: data.size, total: data.total, onPage: (next) => setSearch({ page: next }) }}
        sort={{ by: search.sort, onSort: (by) => filter({ sort: by as Sort }) }}
      />
    </>
  );
}
