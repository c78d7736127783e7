import { type FormEvent, useState } from 'react';
import { useSend } from '#phone/api';
import { Button, PasswordField, Problem } from '#phone/kit';
import type { Me, NextStep } from '../../contract.ts';
import { accounts } from './calls.ts';

/** 修改密码: the first one must be changed before anything else. */
export function PasswordForm({ rule, onNext }: { rule: Me['passwordRule']; onNext: (next: NextStep) => void }) {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [differs, setDiffers] = useState(false);
  const { send, busy, error } = useSend(accounts.changePassword, (answer) => onNext(answer.next));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setDiffers(next !== again);
    if (next === again) send({ current, next });
  };
  return (
    <form className="card" onSubmit={submit}>
      <PasswordField label="现在的密码" value={current} onChange={setCurrent} autoComplete="current-password" required />
      <PasswordField
        label="新密码"
        hint={`至少 ${rule.length} 位，大写字母、小写字母、数字、符号至少用 ${rule.classes} 类。`}
        value={next}
        onChange={setNext}
        autoComplete="new-password"
        required
      />
      <PasswordField
        label="再输一遍新密码"
        value={again}
        onChange={setAgain}
        autoComplete="new-password"
        required
        problem={differs ? '两遍输入的不一样。' : undefined}
      />
      <Problem error={error} />
      <Button look="main" type="submit" busy={busy}>
        改密码
      </Button>
    </form>
  );
}
