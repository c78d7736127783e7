import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useLeave } from '#web/page';
import { AreaField, Dialog } from '#web/parts';
import { workItems } from '../queries.ts';
import { targetWords } from '../words.ts';
import { EvidenceList } from './EvidenceList.tsx';
import type { StepProps } from './ItemActions.tsx';
import type { ItemSearch } from './index.ts';
import { Stale } from './Stale.tsx';

export type JudgementWord = 'verify' | 'return' | 'write-off';

const words: Record<JudgementWord, { title: string; button: string; note: string; done: NonNullable<ItemSearch['done']> }> = {
  verify: { title: '核验', button: '核验通过', note: '核验意见（可以不填）', done: 'verified' },
  return: { title: '退回', button: '退回', note: '为什么退回，要补什么', done: 'returned' },
  'write-off': { title: '销号', button: '销号', note: '销号意见（可以不填）', done: 'written-off' },
};

/** 核验、退回、销号, with the target and the evidence beside the button: nobody judges what is not shown. */
export function JudgementDialog({ item, word, onChanged, onRefresh, onClose }: StepProps & { word: JudgementWord; onClose(): void }) {
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const leave = useLeave();
  const { title, button, note: noteLabel, done } = words[word];
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => {
      const input = { workItemId: item.id, revision: item.revision, note };
      return word === 'write-off' ? workItems.writeOffWorkItem.call(input) : workItems.reviewWorkItem.call({ ...input, verdict: word });
    },
    onSuccess: (changed) => {
      onChanged(changed);
      leave(`/items/${item.id}?done=${done}`);
    },
  });
  const lacking = word === 'return' && note.trim() === '' ? '退回须写明理由，承办单位才知道怎么改。' : undefined;
  const act = () => {
    setTried(true);
    if (!lacking) mutate();
  };

  return (
    <Dialog wide title={`${title}：${item.title}`} onClose={onClose} submit={{ label: button, pending: isPending, act }}>
      <dl className="item-facts">
        <div>
          <dt>承办单位</dt>
          <dd>{item.organizationName}</dd>
        </div>
        {item.target && (
          <div>
            <dt>量化目标</dt>
            <dd>{targetWords(item.target)}</dd>
          </div>
        )}
        {item.criterion && (
          <div>
            <dt>成效标准</dt>
            <dd>{item.criterion}</dd>
          </div>
        )}
        <div>
          <dt>报结说明</dt>
          <dd>{item.submission}</dd>
        </div>
      </dl>
      <h3>佐证</h3>
      <EvidenceList item={item} />
      <AreaField label={noteLabel} error={tried ? lacking : undefined} value={note} maxLength={2_000} onChange={(event) => setNote(event.target.value)} />
      <Stale error={error} onRefresh={onRefresh} />
    </Dialog>
  );
}
