import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { attachmentAddress } from '#attachment/desk';
import { AreaField, Dialog, momentText, Refused, shortDayText } from '#web/parts';
import type { EvidenceView, WorkItemView } from '../../contract.ts';
import { workItems } from '../queries.ts';
import { evidenceKindLabel, restOf } from '../words.ts';

/** 佐证: what proves it, when it happened and when it was recorded; what came late says so, what was withdrawn stays. */
export function EvidenceList({ item, onChanged }: { item: WorkItemView; onChanged?(item: WorkItemView): void }) {
  const [withdrawing, setWithdrawing] = useState<EvidenceView>();
  if (item.evidenceList.length === 0) return <p>还没有登记佐证。</p>;
  const editable = onChanged && item.may.includes('add-evidence');
  return (
    <>
      <ul className="item-proofs">
        {item.evidenceList.map((evidence) => (
          <li key={evidence.id} className={evidence.withdrawn ? 'withdrawn' : undefined}>
            <strong>{evidence.title}</strong> <span className="quiet">{evidenceKindLabel[evidence.kind]}</span>
            {restOf(evidence) && <p className="item-note">{restOf(evidence)}</p>}
            {evidence.beneficiary && <p>确认人：{evidence.beneficiary}</p>}
            {evidence.attachment && (
              <p>
                <a href={attachmentAddress(evidence.attachment.id)} target="_blank" rel="noreferrer">
                  {evidence.attachment.name}
                </a>
                <span className="quiet">（{Math.ceil(evidence.attachment.bytes / 1_000)} KB）</span>
              </p>
            )}
            <p className="quiet">
              {shortDayText(evidence.happenedOn)}发生，{momentText(evidence.recordedAt)}由{evidence.recorderName}
              {evidence.onBehalfOf && `代${evidence.onBehalfOf}`}登记
              {evidence.late && '　▲ 补记：发生一周以后才登记'}
            </p>
            {evidence.withdrawn ? (
              <p>
                已撤回（{momentText(evidence.withdrawn.at)}）：{evidence.withdrawn.reason}
              </p>
            ) : (
              editable && (
                <button type="button" className="text-button no-print" onClick={() => setWithdrawing(evidence)}>
                  撤回<span className="visually-hidden">“{evidence.title}”</span>
                </button>
              )
            )}
          </li>
        ))}
      </ul>
      {withdrawing && onChanged && <Withdrawal evidence={withdrawing} onChanged={onChanged} onClose={() => setWithdrawing(undefined)} />}
    </>
  );
}

function Withdrawal({ evidence, onChanged, onClose }: { evidence: EvidenceView; onChanged(item: WorkItemView): void; onClose(): void }) {
  const [reason, setReason] = useState('');
  const { mutate, isPending, error } = useMutation(
    workItems.withdrawEvidence.mutationOptions({
      onSuccess: (item) => {
        onChanged(item);
        onClose();
      },
    }),
  );
  return (
    <Dialog
      title={`撤回佐证：${evidence.title}`}
      onClose={onClose}
      submit={{ label: '撤回', pending: isPending, act: () => mutate({ evidenceId: evidence.id, reason }) }}
    >
      <p>撤回后这一条仍看得见，划线并附理由。</p>
      <AreaField label="为什么撤回" required rows={2} value={reason} onChange={(event) => setReason(event.target.value)} />
      <Refused error={error} />
    </Dialog>
  );
}
