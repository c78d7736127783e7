import { useState } from 'react';
import { keep, useSend } from '#phone/api';
import { Button, dayWords, instantWords, Problem, sizeWords, TextArea } from '#phone/kit';
import type { EvidenceView, WorkItemView } from '../../contract.ts';
import { evidenceKindLabel, restOf } from '../words.ts';
import { itemKey, workItems } from './calls.ts';

/** 佐证: what, when it happened, when and by whom it was recorded; late ones say so. */
export function EvidenceList({ item }: { item: WorkItemView }) {
  if (item.evidenceList.length === 0) return <p>还没有登记佐证。</p>;
  const editable = item.may.includes('add-evidence');
  return (
    <ul className="proofs">
      {item.evidenceList.map((evidence) => (
        <li key={evidence.id} className={evidence.withdrawn ? 'gone' : undefined}>
          <span className="what">{evidence.title}</span>
          {restOf(evidence) && <span className="pre">{restOf(evidence)}</span>}
          <span>
            {evidenceKindLabel[evidence.kind]}
            {evidence.beneficiary && `：${evidence.beneficiary}`}，{dayWords(evidence.happenedOn)}
          </span>
          <span className="small">
            {evidence.recorderName}
            {evidence.onBehalfOf && `代${evidence.onBehalfOf}`}登记，{instantWords(evidence.recordedAt)}
          </span>
          {evidence.late && <span className="small">▲ 补记：发生一周以后才登记</span>}
          {evidence.attachment && (
            <a className="button link" href={`/api/attachments/${evidence.attachment.id}/content`} target="_blank" rel="noreferrer">
              打开 {evidence.attachment.name}（{sizeWords(evidence.attachment.bytes)}）
            </a>
          )}
          {evidence.withdrawn ? <span>已撤回：{evidence.withdrawn.reason}</span> : editable && <Withdrawal evidence={evidence} workItemId={item.id} />}
        </li>
      ))}
    </ul>
  );
}

/** 撤回佐证: it stays to be seen, struck through, with its reason. */
function Withdrawal({ evidence, workItemId }: { evidence: EvidenceView; workItemId: string }) {
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const { send, busy, error } = useSend(workItems.withdrawEvidence, (answer) => {
    keep(itemKey(workItemId), answer);
    setAsking(false);
  });
  if (!asking) {
    return (
      <Button look="link" onClick={() => setAsking(true)}>
        撤回这一条<span className="unseen">：{evidence.title}</span>
      </Button>
    );
  }
  return (
    <>
      <TextArea label="为什么撤回" value={reason} onChange={setReason} rows={2} />
      <Problem error={error} />
      <div className="line">
        <Button busy={busy} onClick={() => send({ evidenceId: evidence.id, reason })}>
          确定撤回
        </Button>
        <Button onClick={() => setAsking(false)}>不撤了</Button>
      </div>
    </>
  );
}
