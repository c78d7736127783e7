import { type FormEvent, useState } from 'react';
import { useSend } from '#phone/api';
import { Button, PasswordField, Problem, TextField } from '#phone/kit';
import type { NextStep } from '../../contract.ts';
import { accounts } from './calls.ts';

/** 登录, by sign-in name or staff number; the name is remembered on this phone, the password never. */
export function SignIn({ onNext }: { onNext: (next: NextStep) => void }) {
  const [name, setName] = useState(() => localStorage.getItem(remembered) ?? '');
  const [password, setPassword] = useState('');
  const { send, busy, error } = useSend(accounts.signIn, ({ next }) => {
    localStorage.setItem(remembered, name);
    onNext(next);
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send({ name, password });
  };
  return (
    <form className="card" onSubmit={submit}>
      <TextField label="登录名或工号" value={name} onChange={setName} autoComplete="username" autoCapitalize="off" spellCheck={false} required maxLength={60} />
      <PasswordField label="密码" value={password} onChange={setPassword} autoComplete="current-password" required maxLength={200} />
      <Problem error={error} />
      <Button look="main" type="submit" busy={busy}>
        登录
      </Button>
    </form>
  );
}

const remembered = 'hangji.sign-in-name';
