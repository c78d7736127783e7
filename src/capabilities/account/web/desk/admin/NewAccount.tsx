import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Dialog, Refused, TextField } from '#web/parts';
import { accounts } from '#web/session';
import type { AccountView } from '../../views.ts';

/** 新建账号: a name and a sign-in name; the password is made by the system. */
export function NewAccount({ onClose, onCreated }: { onClose(): void; onCreated(answer: { account: AccountView; initialPassword: string }): void }) {
  const [name, setName] = useState('');
  const [signInName, setSignInName] = useState('');
  const [staffNumber, setStaffNumber] = useState('');
  const { mutate, isPending, error } = useMutation(accounts.createAccount.mutationOptions({ onSuccess: onCreated }));
  const act = () => mutate({ name, signInName, ...(staffNumber && { staffNumber }) });
  return (
    <Dialog title="新建账号" onClose={onClose} submit={{ label: '新建', pending: isPending, act }}>
      <TextField label="姓名" required maxLength={40} autoComplete="off" value={name} onChange={(event) => setName(event.target.value)} />
      <TextField
        label="登录名"
        hint="2 到 40 个字母、数字或汉字，本人登录时用。"
        required
        maxLength={40}
        autoComplete="off"
        value={signInName}
        onChange={(event) => setSignInName(event.target.value)}
      />
      <TextField
        label="工号"
        hint="没有就留空；填了也可以用它登录。"
        maxLength={40}
        autoComplete="off"
        value={staffNumber}
        onChange={(event) => setStaffNumber(event.target.value)}
      />
      <Refused error={error} />
    </Dialog>
  );
}
