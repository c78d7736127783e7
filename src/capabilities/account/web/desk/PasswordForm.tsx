import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { Refused, TextField } from '#web/parts';
import { accounts } from '#web/session';
import type { Me } from '../../contract.ts';

export type NextStep = Me['next'];

/** 修改密码. The rule is told before one types; the server judges. */
export function PasswordForm({
  rule,
  first = false,
  onDone,
}: {
  rule: Me['passwordRule'] | undefined;
  first?: boolean;
  onDone(next: NextStep, endedSessions: number): void;
}) {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [differs, setDiffers] = useState(false);
  const { mutate, isPending, error } = useMutation(
    accounts.changePassword.mutationOptions({
      onSuccess: (answer) => {
        setCurrent('');
        setNext('');
        setAgain('');
        onDone(answer.next, answer.endedSessions);
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setDiffers(next !== again);
    if (next === again) mutate({ current, next });
  };

  return (
    <form onSubmit={submit}>
      {first && <p className="form-note">初始密码只能用一次。改好后，其他人就不知道您的密码了。</p>}
      <TextField
        label={first ? '初始密码' : '现在的密码'}
        type="password"
        autoComplete="current-password"
        required
        value={current}
        onChange={(event) => setCurrent(event.target.value)}
      />
      <TextField
        label="新密码"
        hint={rule && `至少 ${rule.length} 位，含大写字母、小写字母、数字、符号中的至少 ${rule.classes} 类，不含登录名和姓名。`}
        type="password"
        autoComplete="new-password"
        required
        value={next}
        onChange={(event) => setNext(event.target.value)}
      />
      <TextField
        label="再输一遍新密码"
        type="password"
        autoComplete="new-password"
        required
        value={again}
        error={differs ? '两遍输入的新密码不一样。' : undefined}
        onChange={(event) => setAgain(event.target.value)}
      />
      <Refused error={error} />
      <Button type="primary" htmlType="submit" loading={isPending}>
        改密码
      </Button>
    </form>
  );
}
