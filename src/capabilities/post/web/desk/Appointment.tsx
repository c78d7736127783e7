import { useMutation } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { MemberPicker } from '#member/desk';
import { ChoiceField, Dialog, Refused, TextField, today } from '#web/parts';
import type { BodyView } from '../../contract.ts';
import { type Title, titleLabel } from '../../rules/words.ts';
import { posts } from '../queries.ts';

/** 登记任职: which post, who, from which day. */
export function Appointment({ organizationId, onDone, onClose }: { organizationId: string; onDone(body: BodyView): void; onClose(): void }) {
  const [title, setTitle] = useState<Title>('secretary');
  const [personId, setPersonId] = useState('');
  const [from, setFrom] = useState(today);
  const [tried, setTried] = useState(false);
  const { mutate, isPending, error } = useMutation(
    posts.appoint.mutationOptions({
      onSuccess: (body) => {
        onDone(body);
        onClose();
      },
    }),
  );
  const act = () => {
    setTried(true);
    if (personId) mutate({ organizationId, title, personId, from });
  };
  return (
    <Dialog title="登记任职" onClose={onClose} submit={{ label: '登记', pending: isPending, act }}>
      <ChoiceField label="职务" options={Object.entries(titleLabel)} value={title} onChange={(event) => setTitle(event.target.value as Title)} />
      <Suspense fallback={<p>正在读取党员……</p>}>
        <MemberPicker organizationId={organizationId} value={personId} onChange={setPersonId} />
      </Suspense>
      {tried && !personId && (
        <p className="field-error" role="alert">
          请选择一位党员。
        </p>
      )}
      <TextField label="任职日期" type="date" required value={from} onChange={(event) => setFrom(event.target.value)} />
      <Refused error={error} />
    </Dialog>
  );
}
