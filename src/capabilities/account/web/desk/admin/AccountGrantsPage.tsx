import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Go, type PageProps } from '#web/page';
import { type Column, DataTable, Dialog, dayText, PageHead, Refused, StateTag, TextField, today } from '#web/parts';
import { accounts } from '#web/session';
import type { GrantView } from '../../views.ts';
import { NewGrant } from './NewGrant.tsx';

type Row = GrantView & { state: 'future' | 'current' | 'ended'; may: 'end'[] };

const stateLabel: Record<Row['state'], string> = { future: '未开始', current: '有效', ended: '已结束' };

/** 账号的授权: every role it had, has and will have, with the days. */
export function AccountGrantsPage({ params }: PageProps<{ id: string }>) {
  const [granting, setGranting] = useState(false);
  const [ending, setEnding] = useState<Row>();
  const [unbinding, setUnbinding] = useState(false);
  const cache = useQueryClient();
  const refresh = () => void cache.invalidateQueries({ queryKey: accounts.listGrants.key() });
  const { data } = useSuspenseQuery(accounts.listGrants.queryOptions({ input: { accountId: params.id } }));
  const { account, rows } = data;

  const columns: readonly Column<Row>[] = [
    { title: '角色', narrow: true, render: ({ roleLabel }) => roleLabel },
    { title: '党组织', render: ({ organizationName }) => organizationName },
    { title: '起', narrow: true, render: ({ fromDay }) => dayText(fromDay) },
    { title: '止', narrow: true, render: ({ toDay }) => (toDay ? dayText(toDay) : '长期') },
    { title: '状态', narrow: true, render: ({ state }) => <StateTag strong={state === 'current'}>{stateLabel[state]}</StateTag> },
    {
      title: '办理',
      screenOnly: true,
      render: (row) =>
        row.may.includes('end') && (
          <button type="button" className="text-button" onClick={() => setEnding(row)}>
            收回<span className="visually-hidden">：{row.roleLabel}</span>
          </button>
        ),
    },
  ];

  return (
    <>
      <PageHead
        title={`${account.name}的授权`}
        lead={`登录名 ${account.signInName}`}
        back={<Go to="/admin/grants">授权管理</Go>}
        actions={
          <>
            {account.may.includes('reset-second-factor') && <Button onClick={() => setUnbinding(true)}>解除验证器绑定</Button>}
            {account.may.includes('grant') && (
              <Button type="primary" onClick={() => setGranting(true)}>
                授予角色
              </Button>
            )}
          </>
        }
      />
      <DataTable caption="授权" columns={columns} rows={rows} keyOf={({ id }) => id} empty="还没有授权，登录后办不了事。" />
      {granting && <NewGrant accountId={account.id} onClose={() => setGranting(false)} onDone={refresh} />}
      {ending && <EndGrant grant={ending} onClose={() => setEnding(undefined)} onDone={refresh} />}
      {unbinding && <Unbinding accountId={account.id} name={account.name} onClose={() => setUnbinding(false)} onDone={refresh} />}
    </>
  );
}

function EndGrant({ grant, onClose, onDone }: { grant: Row; onClose(): void; onDone(): void }) {
  const [toDay, setToDay] = useState(today);
  const { mutate, isPending, error } = useMutation(
    accounts.endGrant.mutationOptions({
      onSuccess: () => {
        onDone();
        onClose();
      },
    }),
  );
  return (
    <Dialog
      title={`收回：${grant.organizationName}的${grant.roleLabel}`}
      onClose={onClose}
      submit={{ label: '收回', pending: isPending, act: () => mutate({ grantId: grant.id, toDay }) }}
    >
      <TextField label="从哪一天起不再有效" type="date" required value={toDay} onChange={(event) => setToDay(event.target.value)} />
      <p className="quiet">办过的事都留着，仍记在本人名下。</p>
      <Refused error={error} />
    </Dialog>
  );
}

function Unbinding({ accountId, name, onClose, onDone }: { accountId: string; name: string; onClose(): void; onDone(): void }) {
  const { mutate, isPending, error } = useMutation(
    accounts.resetSecondFactor.mutationOptions({
      onSuccess: () => {
        onDone();
        onClose();
      },
    }),
  );
  return (
    <Dialog title={`解除${name}的验证器绑定`} onClose={onClose} submit={{ label: '解除', pending: isPending, act: () => mutate({ accountId }) }}>
      <p>请先当面确认是本人。解除后，本人下次登录须重新绑定。</p>
      <Refused error={error} />
    </Dialog>
  );
}
