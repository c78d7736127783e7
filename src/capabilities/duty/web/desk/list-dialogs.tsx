import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { AreaField, Dialog, Refused, TextField, today } from '#web/parts';
import type { DutyListView } from '../../contract.ts';
import { duties } from '../queries.ts';

/** 审核: by somebody else than the one who submitted it; a return says why. */
export function ReviewDialog({ list, onClose }: { list: DutyListView; onClose(): void }) {
  const [verdict, setVerdict] = useState<'approve' | 'return'>('approve');
  const [note, setNote] = useState('');
  const cache = useQueryClient();
  const { mutate, isPending, error } = useMutation(
    duties.reviewDutyList.mutationOptions({
      onSuccess: () => {
        void cache.invalidateQueries({ queryKey: duties.key() });
        onClose();
      },
    }),
  );
  return (
    <Dialog
      title={`审核《${list.title}》`}
      onClose={onClose}
      submit={{ label: verdict === 'approve' ? '审核通过' : '退回', pending: isPending, act: () => mutate({ dutyListId: list.id, verdict, note }) }}
    >
      <p>
        {list.submittedBy}提交，共 {list.duties} 条。
      </p>
      <fieldset className="choices">
        <legend>审核意见</legend>
        {(
          [
            ['approve', '通过，可以印发'],
            ['return', '退回修改'],
          ] as const
        ).map(([value, label]) => (
          <label key={value} className="check">
            <input type="radio" name="verdict" checked={verdict === value} onChange={() => setVerdict(value)} />
            <span>{label}</span>
          </label>
        ))}
      </fieldset>
      <AreaField
        label={verdict === 'return' ? '退回的理由' : '说明（可以不填）'}
        hint={verdict === 'return' ? '写清楚哪一条、怎么改，起草的同志才知道从哪里改起。' : undefined}
        rows={3}
        maxLength={1000}
        required={verdict === 'return'}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <Refused error={error} />
    </Dialog>
  );
}

/** 印发 with a number; from then on the list does not change. */
export function IssueDialog({ list, onClose }: { list: DutyListView; onClose(): void }) {
  const [number, setNumber] = useState('');
  const cache = useQueryClient();
  const { mutate, isPending, error } = useMutation(
    duties.issueDutyList.mutationOptions({
      onSuccess: () => {
        void cache.invalidateQueries({ queryKey: duties.key() });
        onClose();
      },
    }),
  );
  return (
    <Dialog
      title={`印发《${list.title}》`}
      onClose={onClose}
      submit={{ label: '印发', pending: isPending, act: () => mutate({ dutyListId: list.id, number }) }}
    >
      <p>印发以后清单不能再改；下级单位可以看到，并能从任务点回这份清单和讲话原文。</p>
      <TextField
        label="文号"
        hint={`例如 组通〔${list.year ?? today().slice(0, 4)}〕12号`}
        required
        minLength={2}
        maxLength={40}
        autoFocus
        value={number}
        onChange={(event) => setNumber(event.target.value)}
      />
      <Refused error={error} />
    </Dialog>
  );
}
