import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useLeave } from '#web/page';
import { AreaField, Dialog, shortDayText } from '#web/parts';
import { workItems } from '../queries.ts';
import { draftedSummary } from '../words.ts';
import { EvidenceList } from './EvidenceList.tsx';
import type { StepProps } from './ItemActions.tsx';
import { Stale } from './Stale.tsx';

/** 报结: what goes up is read once more; the sentence is drafted from the evidence. */
export function SubmissionDialog({ item, onChanged, onRefresh, onClose }: StepProps & { onClose(): void }) {
  const [summary, setSummary] = useState(() => draftedSummary(item.evidenceList, shortDayText));
  const leave = useLeave();
  const { mutate, isPending, error } = useMutation(
    workItems.submitWorkItem.mutationOptions({
      onSuccess: (changed) => {
        onChanged(changed);
        leave(`/items/${item.id}?done=submitted`);
      },
    }),
  );
  return (
    <Dialog
      wide
      title={`报结：${item.title}`}
      onClose={onClose}
      submit={{ label: '确认报结', pending: isPending, act: () => mutate({ workItemId: item.id, revision: item.revision, summary }) }}
    >
      <AreaField
        label="报结说明"
        hint="已按佐证写好，可以直接报，也可以改。"
        required
        value={summary}
        maxLength={1_000}
        onChange={(event) => setSummary(event.target.value)}
      />
      <h3>一起报上去的佐证</h3>
      <EvidenceList item={item} />
      <Stale error={error} onRefresh={onRefresh} />
    </Dialog>
  );
}
