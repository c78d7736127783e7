import { useMutation, useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import type { PageProps } from '#web/page';
import { Refused, TextField } from '#web/parts';
import { accounts, enterDesk } from '#web/session';
import { Bare } from './Bare.tsx';
import { EnrolSecondFactor } from './EnrolSecondFactor.tsx';
import type { NextStep } from './PasswordForm.tsx';
import { PasswordForm } from './PasswordForm.tsx';

/** 登录: name and password, then whatever the account still owes: the second factor, a password of its own. */
export function SignInPage({ search }: PageProps<unknown, { back: string | undefined; resume: boolean | undefined }>) {
  const { data: installation } = useQuery(accounts.readInstallation.queryOptions());
  const { data: me } = useQuery(accounts.me.queryOptions({ retry: false, staleTime: 0, enabled: search.resume === true }));
  const [told, setTold] = useState<NextStep>();
  const next = told ?? (me && me.next !== 'ready' ? me.next : undefined);

  const proceed = (step: NextStep) => (step === 'ready' ? enterDesk(search.back) : setTold(step));
  if (installation?.state === 'empty') return <Navigate to="/set-up" replace />;

  return (
    <Bare title={titles[next ?? 'ready']} simulated={installation?.simulated ?? false}>
      {next === 'verify-second-factor' ? (
        <CodeForm onDone={proceed} />
      ) : next === 'change-password' ? (
        <PasswordForm rule={installation?.passwordRule} first onDone={proceed} />
      ) : next === 'enrol-second-factor' ? (
        <EnrolSecondFactor onDone={proceed} />
      ) : (
        <NameForm onDone={proceed} />
      )}
      {installation?.simulated && next === undefined && <p className="quiet bare-hint">这里是模拟数据。演示账号和密码，启动系统时已显示在命令行窗口里。</p>}
    </Bare>
  );
}

const titles: Record<NextStep, string> = {
  ready: '登录',
  'verify-second-factor': '输入动态验证码',
  'change-password': '请先改掉初始密码',
  'enrol-second-factor': '绑定验证器',
};

function NameForm({ onDone }: { onDone(next: NextStep): void }) {
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const { mutate, isPending, error } = useMutation(accounts.signIn.mutationOptions({ onSuccess: ({ next }) => onDone(next) }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    mutate({ name, password });
  };

  return (
    <form onSubmit={submit}>
      <TextField label="登录名或工号" autoComplete="username" autoFocus required value={name} onChange={(event) => setName(event.target.value)} />
      <TextField label="密码" type="password" autoComplete="current-password" required value={password} onChange={(event) => setPassword(event.target.value)} />
      <Refused error={error} />
      <Button type="primary" htmlType="submit" block loading={isPending}>
        登录
      </Button>
    </form>
  );
}

function CodeForm({ onDone }: { onDone(next: NextStep): void }) {
  const [code, setCode] = useState('');
  const { mutate, isPending, error } = useMutation(accounts.verifySecondFactor.mutationOptions({ onSuccess: ({ next }) => onDone(next) }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    mutate({ code });
  };
  return (
    <form onSubmit={submit}>
      <TextField
        label="动态验证码"
        hint="打开手机上的验证器，输入“夯基”下面的 6 位数字。"
        inputMode="numeric"
        autoComplete="one-time-code"
        pattern="\d{6}"
        maxLength={6}
        autoFocus
        required
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
      <Refused error={error} />
      <Button type="primary" htmlType="submit" block loading={isPending}>
        确定
      </Button>
    </form>
  );
}
