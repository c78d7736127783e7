import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { Refused, TextField } from '#web/parts';
import { accounts } from '#web/session';
import type { NextStep } from './PasswordForm.tsx';

/** 绑定验证器: scan the code, or type the key, then prove it with the first six digits. */
export function EnrolSecondFactor({ onDone }: { onDone(next: NextStep): void }) {
  const enrolment = useQuery({
    queryKey: ['enrolment'],
    queryFn: () => accounts.enrolSecondFactor.call(),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
  const [code, setCode] = useState('');
  const { mutate, isPending, error } = useMutation(accounts.confirmSecondFactor.mutationOptions({ onSuccess: ({ next }) => onDone(next) }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    mutate({ code });
  };
  if (enrolment.error) return <Refused error={enrolment.error} />;
  if (!enrolment.data) return <p role="status">正在生成密钥…</p>;
  const { secret, svg } = enrolment.data;

  return (
    <form onSubmit={submit}>
      <p>管理员登录须有第二道验证。用手机上的验证器（支持 TOTP 的都可以）扫下面的码：</p>
      <img className="qr" alt="验证器二维码。不能扫码的，请手工输入下面的密钥。" src={`data:image/svg+xml;utf8,${encodeURIComponent(svg)}`} />
      <p>
        不能扫码的，手工输入密钥：<span className="secret">{secret}</span>
      </p>
      <TextField
        label="验证器显示的 6 位数字"
        inputMode="numeric"
        autoComplete="one-time-code"
        pattern="\d{6}"
        maxLength={6}
        required
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
      <Refused error={error} />
      <Button type="primary" htmlType="submit" loading={isPending}>
        绑定
      </Button>
    </form>
  );
}
