import { Go, type PageProps, useLeave } from '#web/page';
import { ExportButton, PageHead } from '#web/parts';
import { accounts } from '#web/session';
import { AccountTable, accountFilters } from './AccountTable.tsx';
import type { AccountsSearch } from './index.ts';

/** 授权管理（安全保密管理员）: chooses an account, then what it may be and where. */
export function GrantsPage({ search, setSearch }: PageProps<unknown, AccountsSearch>) {
  const leave = useLeave();
  return (
    <>
      <PageHead
        title="授权管理"
        lead="选一个账号，看它的角色，授予或收回。"
        actions={<ExportButton fetchFile={() => accounts.exportAccounts.call(accountFilters(search))} />}
      />
      <AccountTable
        search={search}
        setSearch={setSearch}
        onOpen={({ id }) => leave(`/admin/grants/${id}`)}
        actions={({ id, name }) => (
          <Go to={`/admin/grants/${id}`}>
            看授权<span className="visually-hidden">：{name}</span>
          </Go>
        )}
      />
    </>
  );
}
