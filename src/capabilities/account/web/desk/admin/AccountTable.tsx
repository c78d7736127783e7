import { useSuspenseQuery } from '@tanstack/react-query';
import { type ReactNode, useDeferredValue } from 'react';
import { ChoiceField, type Column, DataTable, momentText, QueryBar, SearchField, StateTag } from '#web/parts';
import { accounts } from '#web/session';
import type { AccountView } from '../../views.ts';
import type { AccountsSearch } from './index.ts';

interface Props {
  search: AccountsSearch;
  setSearch(change: { [K in keyof AccountsSearch]?: AccountsSearch[K] | undefined }): void;
  /** what may be done with one */
  actions(account: AccountView): ReactNode;
  onOpen?(account: AccountView): void;
}

const stateOf = ({ disabled, lockedUntil, mustChangePassword }: AccountView): string =>
  disabled ? '已停用' : lockedUntil ? `已锁定，到${momentText(lockedUntil)}` : mustChangePassword ? '待改初始密码' : '正常';

const columns: readonly Column<AccountView>[] = [
  { title: '姓名', narrow: true, render: ({ name }) => name },
  { title: '登录名', narrow: true, render: ({ signInName }) => signInName },
  { title: '工号', narrow: true, render: ({ staffNumber }) => staffNumber ?? <span className="quiet">没有</span> },
  { title: '状态', narrow: true, render: (account) => <StateTag strong={account.disabled || account.lockedUntil !== null}>{stateOf(account)}</StateTag> },
  { title: '验证器', narrow: true, render: ({ secondFactorEnrolled }) => (secondFactorEnrolled ? '已绑定' : '未绑定') },
  { title: '建立', narrow: true, render: ({ createdAt }) => momentText(createdAt) },
];

/** What the address asks for, for the list and its export. */
export const accountFilters = ({ q, disabled }: AccountsSearch) => ({ q, disabled: disabled && disabled === 'true' });

/** 账号列表: who can sign in, and nothing of what they do. */
export function AccountTable({ search, setSearch, actions, onOpen }: Props) {
  const shown = useDeferredValue(search);
  const input = { ...accountFilters(shown), page: shown.page, size: 50 };
  const { data } = useSuspenseQuery(accounts.listAccounts.queryOptions({ input }));
  return (
    <>
      <QueryBar onClear={() => setSearch({ q: '', disabled: undefined, page: 1 })}>
        <SearchField label="姓名、登录名或工号" value={search.q} onSearch={(words) => setSearch({ q: words, page: 1 })} />
        <ChoiceField
          label="状态"
          empty="全部"
          options={[
            ['false', '在用'],
            ['true', '已停用'],
          ]}
          value={search.disabled ?? ''}
          onChange={(event) => setSearch({ disabled: event.target.value === 'true' ? 'true' : event.target.value === 'false' ? 'false' : undefined, page: 1 })}
        />
      </QueryBar>
      <DataTable
        caption="账号"
        columns={[...columns, { title: '办理', screenOnly: true, render: actions }]}
        rows={data.rows}
        keyOf={({ id }) => id}
        empty="没有符合条件的账号。"
        page={{ page: data.page, size: data.size, total: data.total, onPage: (next) => setSearch({ page: next }) }}
        {...(onOpen && { onOpen })}
      />
    </>
  );
}
