import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLeave } from '#web/page';
import { Dialog, Refused, TextField, today } from '#web/parts';
import { useMe } from '#web/session';
import { duties } from '../queries.ts';

/** 新建清单: for work that no text in the house demands, such as an instruction by word of mouth. */
export function NewListDialog({ onClose }: { onClose(): void }) {
  const { organizationId } = useMe();
  const [title, setTitle] = useState('');
  const [year, setYear] = useState(today().slice(0, 4));
  const cache = useQueryClient();
  const leave = useLeave();
  const { mutate, isPending, error } = useMutation(
    duties.createDutyList.mutationOptions({
      onSuccess: ({ id }) => {
        void cache.invalidateQueries({ queryKey: duties.listDutyLists.key() });
        leave(`/list/${id}`);
      },
    }),
  );
  return (
    <Dialog
      title="新建清单"
      onClose={onClose}
      submit={{ label: '新建', pending: isPending, act: () => mutate({ organizationId, title: title.trim(), year: Number(year) }) }}
    >
      <p>没有讲话稿的事，例如口头交办，从这里一条一条写。有讲话或文件的，到“讲话转清单”导入。</p>
      <TextField label="清单名称" required minLength={2} maxLength={120} autoFocus value={title} onChange={(event) => setTitle(event.target.value)} />
      <TextField label="年份" type="number" min={2000} max={2100} required value={year} onChange={(event) => setYear(event.target.value)} />
      <Refused error={error} />
    </Dialog>
  );
}
