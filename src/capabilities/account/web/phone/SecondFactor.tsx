import { type FormEvent, useState } from 'react';
import { useSend } from '#phone/api';
import { Button, Problem, TextField } from '#phone/kit';
import type { NextStep } from '../../contract.ts';
import { accounts } from './calls.ts';

/** 动态验证码, for who has an authenticator. */
export function SecondFactor({ onNext }: { onNext: (next: NextStep) => void }) {
  const [code, setCode] = useState('');
  const { send, busy, error } = useSend(accounts.verifySecondFactor, ({ next }) => onNext(next));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send({ code });
  };
  return (
    <form className="card" onSubmit={submit}>
      <TextField
        label="动态验证码"
        hint="打开验证器，输入 6 位数字。"
        value={code}
        onChange={setCode}
        inputMode="numeric"
        autoComplete="one-time-code"
        pattern="\d{6}"
        required
        maxLength={6}
      />
      <Problem error={error} />
      <Button look="main" type="submit" busy={busy}>
        确定
      </Button>
    </form>
  );
}
