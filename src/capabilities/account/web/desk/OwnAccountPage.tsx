import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { DataTable, Dialog, momentText, PageHead, Refused, StateTag } from '#web/parts';
import { accounts, enterDesk, useMe } from '#web/session';
import type { SessionView } from '../../contract.ts';
import { EnrolSecondFactor } from './EnrolSecondFactor.tsx';
import { PasswordForm } from './PasswordForm.tsx';
import './account.css';

/** 我的登录和密码: where one is signed in, the password, the second factor. */
export function OwnAccountPage() {
  const me = useMe();
  const cache = useQueryClient();
  const [ended, setEnded] = useState<number>();
  const [enrolling, setEnrolling] = useState(false);

  return (
    <>
      <PageHead title="我的登录和密码" lead={`${me.organizationName} · ${me.name} · ${me.grant.roleLabel}`} />
      <div className="account-panels">
        <Sessions />
        <section className="panel">
          <h2>修改密码</h2>
          {ended !== undefined && <p role="status">密码已改好{ended > 0 && `，另外 ${ended} 处登录已经结束`}。</p>}
          <PasswordForm rule={me.passwordRule} onDone={(_, count) => setEnded(count)} />
        </section>
        <section className="panel">
          <h2>第二道验证</h2>
          {me.secondFactor.enrolled ? (
            <p>已绑定验证器，登录时要输入动态验证码。更换手机的，请联系安全保密管理员解除绑定。</p>
          ) : (
            <>
              <p>还没有绑定验证器。绑定以后，别人知道了密码也登录不了。</p>
              <Button onClick={() => setEnrolling(true)}>绑定验证器</Button>
            </>
          )}
        </section>
      </div>
      {enrolling && (
        <Dialog title="绑定验证器" onClose={() => setEnrolling(false)} plain>
          <EnrolSecondFactor
            onDone={() => {
              setEnrolling(false);
              void cache.invalidateQueries({ queryKey: accounts.me.key() });
            }}
          />
        </Dialog>
      )}
    </>
  );
}

function Sessions() {
  const { data } = useSuspenseQuery(accounts.listSessions.queryOptions());
  const cache = useQueryClient();
  const { mutate, error, isPending } = useMutation(
    accounts.endSession.mutationOptions({ onSuccess: () => cache.invalidateQueries({ queryKey: accounts.listSessions.key() }) }),
  );
  const [ending, setEnding] = useState<SessionView>();

  return (
    <section>
      <Refused error={error} />
      <DataTable
        caption="我的登录"
        summary={<h2>我的登录</h2>}
        rows={data.rows}
        keyOf={({ id }) => id}
        empty="没有登录记录。"
        columns={[
          { title: '登录时间', narrow: true, render: ({ openedAt }) => momentText(openedAt) },
          { title: '最近使用', narrow: true, render: ({ lastSeenAt }) => momentText(lastSeenAt) },
          { title: '地址', render: ({ address }) => address },
          { title: '浏览器', render: ({ agent }) => browserOf(agent) },
          {
            title: '操作',
            narrow: true,
            render: (session) => (session.own ? <StateTag>就是这一处</StateTag> : <Button onClick={() => setEnding(session)}>结束</Button>),
          },
        ]}
      />
      {ending && (
        <Dialog
          title="结束这一处登录？"
          onClose={() => setEnding(undefined)}
          submit={{
            label: '结束',
            pending: isPending,
            act: () => mutate({ sessionId: ending.id }, { onSettled: () => (ending.own ? enterDesk('/sign-in') : setEnding(undefined)) }),
          }}
        >
          <p>
            {momentText(ending.openedAt)} 从 {ending.address} 的登录将立即失效，那边没有保存的内容会丢失。
          </p>
        </Dialog>
      )}
    </section>
  );
}

/** Names of browsers as people know them; the rest as it came. */
function browserOf(agent: string): string {
  const known = [
    ['Edg/', 'Edge'],
    ['MicroMessenger', '微信'],
    ['Firefox/', 'Firefox'],
    ['Chrome/', 'Chrome 内核'],
    ['Safari/', 'Safari'],
  ].find(([mark = '']) => agent.includes(mark));
  const machine = /Android|iPhone|iPad/.test(agent) ? '手机' : /Windows|Macintosh|Linux/.test(agent) ? '电脑' : '';
  return known ? [known[1], machine].filter(Boolean).join(' · ') : agent.slice(0, 40);
}
