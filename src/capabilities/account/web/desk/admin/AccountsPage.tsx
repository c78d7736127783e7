import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { PageProps } from '#web/page';
import { Dialog, ExportButton, PageHead, Refused } from '#web/parts';
import { accounts } from '#web/session';
import type { AccountView } from '../../views.ts';
import { AccountTable, accountFilters } from './AccountTable.tsx';
import { InitialPassword } from './InitialPassword.tsx';
import type { AccountsSearch } from './index.ts';
import { NewAccount } from './NewAccount.tsx';

interface Told {
  account: AccountView;
  initialPassword: string;
}

/** 账号管理（系统管理员）: opens accounts, resets passwords, stops and restores; grants nothing and reads no business data. */
export function AccountsPage({ search, setSearch }: PageProps<unknown, AccountsSearch>) {
  const [creating, setCreating] = useState(false);
  const [resetting, setResetting] = useState<AccountView>();
  const [switching, setSwitching] = useState<AccountView>();
  const [told, setTold] = useState<Told>();
  const cache = useQueryClient();
  const refresh = () => cache.invalidateQueries({ queryKey: accounts.listAccounts.key() });
  const tell = (answer: Told) => {
    setTold(answer);
    void refresh();
  };

  return (
    <>
      <PageHead
        title="账号管理"
        lead="新账号由安全保密管理员授予角色后才能办事。"
        actions={
          <>
            <ExportButton fetchFile={() => accounts.exportAccounts.call(accountFilters(search))} />
            <Button type="primary" onClick={() => setCreating(true)}>
              新建账号
            </Button>
          </>
        }
      />
      <AccountTable
        search={search}
        setSearch={setSearch}
        actions={(account) => (
          <>
            {account.may.includes('reset-password') && (
              <button type="button" className="text-button" onClick={() => setResetting(account)}>
                重置密码<span className="visually-hidden">：{account.name}</span>
              </button>
            )}
            {(account.may.includes('disable') || account.may.includes('enable')) && (
              <button type="button" className="text-button" onClick={() => setSwitching(account)}>
                {account.disabled ? '恢复' : '停用'}
                <span className="visually-hidden">：{account.name}</span>
              </button>
            )}
          </>
        )}
      />
      {creating && (
        <NewAccount
          onClose={() => setCreating(false)}
          onCreated={(answer) => {
            setCreating(false);
            tell(answer);
          }}
        />
      )}
      {resetting && (
        <Reset
          account={resetting}
          onClose={() => setResetting(undefined)}
          onDone={(answer) => {
            setResetting(undefined);
            tell(answer);
          }}
        />
      )}
      {switching && (
        <Availability
          account={switching}
          onClose={() => setSwitching(undefined)}
          onDone={() => {
            setSwitching(undefined);
            void refresh();
          }}
        />
      )}
      {told && (
        <InitialPassword name={told.account.name} signInName={told.account.signInName} password={told.initialPassword} onClose={() => setTold(undefined)} />
      )}
    </>
  );
}

function Reset({ account, onClose, onDone }: { account: AccountView; onClose(): void; onDone(answer: Told): void }) {
  const { mutate, isPending, error } = useMutation(accounts.resetPassword.mutationOptions({ onSuccess: onDone }));
  return (
    <Dialog title={`重置${account.name}的密码`} onClose={onClose} submit={{ label: '重置', pending: isPending, act: () => mutate({ accountId: account.id }) }}>
      <p>原密码作废，正在使用的登录全部退出。系统给出一个初始密码，本人第一次登录时必须改掉。</p>
      <Refused error={error} />
    </Dialog>
  );
}

function Availability({ account, onClose, onDone }: { account: AccountView; onClose(): void; onDone(): void }) {
  const { mutate, isPending, error } = useMutation(accounts.setAvailability.mutationOptions({ onSuccess: onDone }));
  const word = account.disabled ? '恢复' : '停用';
  return (
    <Dialog
      title={`${word}账号：${account.name}`}
      onClose={onClose}
      submit={{ label: word, pending: isPending, act: () => mutate({ accountId: account.id, available: account.disabled }) }}
    >
      <p>{account.disabled ? '恢复后，本人可以用原来的密码登录。' : '停用后不能登录，正在使用的登录全部退出；办过的事都留着。'}</p>
      <Refused error={error} />
    </Dialog>
  );
}
