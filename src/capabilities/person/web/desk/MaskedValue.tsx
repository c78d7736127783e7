import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { AreaField, Dialog, Refused } from '#web/parts';
import { useMe } from '#web/session';
import type { OpenInput } from '../../contract.ts';
import { people } from '../queries.ts';

interface Props {
  personId: string;
  /** whose it is, for the dialog's title */
  name: string;
  field: OpenInput['field'];
  mask: string | null;
}

const words: Record<OpenInput['field'], string> = { 'id-number': '身份证号', phone: '手机号' };

/** 敏感信息: masked; one value opens for a stated reason, is shown until the dialog closes, and the opening is in the journal. */
export function MaskedValue({ personId, name, field, mask }: Props) {
  const { may } = useMe();
  const [asking, setAsking] = useState(false);
  if (!mask) return <span className="quiet">未登记</span>;
  if (!may('person.open')) return mask;
  return (
    <>
      <button type="button" className="text-button" onClick={() => setAsking(true)} aria-label={`查看${name}的${words[field]}`}>
        {mask}
      </button>
      {asking && <Opening personId={personId} name={name} field={field} onClose={() => setAsking(false)} />}
    </>
  );
}

function Opening({ personId, name, field, onClose }: Omit<Props, 'mask'> & { onClose(): void }) {
  const [reason, setReason] = useState('');
  const { mutate, isPending, error, data } = useMutation(people.openValue.mutationOptions({ gcTime: 0 }));
  if (data) {
    return (
      <Dialog title={`${name}的${words[field]}`} onClose={onClose}>
        <p className="opened-value" role="status">
          <strong>{data.value}</strong>
        </p>
        <p className="quiet">关闭后不再显示。这次查看已记入日志，本人可以查到。</p>
      </Dialog>
    );
  }
  return (
    <Dialog
      title={`查看${name}的${words[field]}`}
      onClose={onClose}
      submit={{ label: '查看', pending: isPending, act: () => mutate({ personId, field, reason }) }}
    >
      <AreaField
        label="为什么要看"
        hint="至少 4 个字。理由会记入日志，本人可以查到。"
        required
        rows={2}
        maxLength={200}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <Refused error={error} />
    </Dialog>
  );
}
