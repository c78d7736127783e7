import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Dialog, Refused } from '#web/parts';
import type { WorkItemView } from '../../contract.ts';
import { workItems } from '../queries.ts';
import { EvidenceDialog } from './EvidenceDialog.tsx';
import { JudgementDialog, type JudgementWord } from './JudgementDialog.tsx';
import { SubmissionDialog } from './SubmissionDialog.tsx';

export interface StepProps {
  item: WorkItemView;
  onChanged(item: WorkItemView): void;
  /** read it again: somebody else was quicker; what was typed stays */
  onRefresh(): void;
}

type Asking = 'evidence' | 'submission' | JudgementWord;

/** 办理: what the server says may be done now; the likeliest next step is the page's one main button. */
export function ItemActions({ item, onChanged, onRefresh }: StepProps) {
  const [asking, setAsking] = useState<Asking>();
  const may = new Set(item.may);
  const close = () => setAsking(undefined);
  const step = { item, onChanged, onRefresh, onClose: close };
  const proven = item.evidenceList.some(({ withdrawn }) => !withdrawn);

  const plain = { onSuccess: onChanged };
  const accept = useMutation(workItems.acceptWorkItem.mutationOptions(plain));
  const begin = useMutation(workItems.beginWorkItem.mutationOptions(plain));
  const withdraw = useMutation(workItems.withdrawSubmission.mutationOptions(plain));
  const input = { workItemId: item.id, revision: item.revision };
  const failed = [accept, begin, withdraw].find(({ error }) => error);

  return (
    <>
      {may.has('withdraw-submission') && (
        <Button loading={withdraw.isPending} onClick={() => withdraw.mutate(input)}>
          撤回报结
        </Button>
      )}
      {may.has('begin') && (
        <Button loading={begin.isPending} onClick={() => begin.mutate(input)}>
          开始办理
        </Button>
      )}
      {may.has('accept') && (
        <Button type="primary" loading={accept.isPending} onClick={() => accept.mutate(input)}>
          签收
        </Button>
      )}
      {may.has('return') && <Button onClick={() => setAsking('return')}>退回</Button>}
      {may.has('add-evidence') && (
        <Button type={proven && may.has('submit') ? 'default' : 'primary'} onClick={() => setAsking('evidence')}>
          登记佐证
        </Button>
      )}
      {may.has('submit') && proven && (
        <Button type="primary" onClick={() => setAsking('submission')}>
          报结
        </Button>
      )}
      {may.has('verify') && (
        <Button type="primary" onClick={() => setAsking('verify')}>
          核验
        </Button>
      )}
      {may.has('write-off') && (
        <Button type="primary" onClick={() => setAsking('write-off')}>
          销号
        </Button>
      )}
      {asking === 'evidence' && <EvidenceDialog {...step} />}
      {asking === 'submission' && <SubmissionDialog {...step} />}
      {(asking === 'verify' || asking === 'return' || asking === 'write-off') && <JudgementDialog {...step} word={asking} />}
      {failed && (
        <Dialog
          title="没有办成"
          onClose={() => {
            failed.reset();
            onRefresh();
          }}
        >
          <Refused error={failed.error} />
        </Dialog>
      )}
    </>
  );
}
