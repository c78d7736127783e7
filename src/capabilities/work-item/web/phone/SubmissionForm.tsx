import { type FormEvent, useState } from 'react';
import { keep, useRead, useSend } from '#phone/api';
import { useDraft } from '#phone/draft';
import { Actions, Button, Done, dayWords, Loaded, Problem, Section, stepForm, TextArea } from '#phone/kit';
import { Link } from '#phone/place';
import type { WorkItemView } from '../../contract.ts';
import { draftedSummary } from '../words.ts';
import { itemKey, workItems } from './calls.ts';
import { EvidenceList } from './EvidenceList.tsx';

/** 报结: check what goes up, then send it. The sentence is drafted from the evidence, so that nothing need be typed. */
export function SubmissionForm({ workItemId }: { workItemId: string }) {
  const found = useRead(itemKey(workItemId), () => workItems.readWorkItem({ workItemId }));
  return <Loaded of={found}>{(item) => <Form key={item.id} item={item} onRefresh={found.reload} />}</Loaded>;
}

function Form({ item, onRefresh }: { item: WorkItemView; onRefresh: () => void }) {
  const draft = useDraft(`submission.${item.id}`, () => ({ summary: draftedSummary(item.evidenceList, dayWords) }));
  const [done, setDone] = useState(false);
  const [missing, setMissing] = useState<string>();
  const { send, busy, error } = useSend(workItems.submitWorkItem, (answer) => {
    keep(itemKey(item.id), answer);
    draft.clear();
    setDone(true);
  });

  if (done) return <Sent item={item} />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const summary = draft.value.summary.trim();
    setMissing(summary.length < 2 ? '请写一句话，两个字以上。' : undefined);
    if (summary.length >= 2) send({ workItemId: item.id, revision: item.revision, summary });
  };
  return (
    <form id={stepForm} noValidate onSubmit={submit} onBlur={draft.save} className="fields">
      <div className="card">
        <p className="what">{item.title}</p>
        <TextArea
          label="报结说明"
          hint="已按佐证写好，可以直接报，也可以改。"
          value={draft.value.summary}
          onChange={(summary) => draft.change({ summary })}
          problem={missing}
          maxLength={1_000}
        />
      </div>
      <Section title="一起报上去的佐证">
        <EvidenceList item={{ ...item, may: [] }} />
      </Section>
      <Problem error={error} onRefresh={onRefresh} />
      <Actions>
        <Button look="main" type="submit" form={stepForm} busy={busy}>
          确认报结
        </Button>
      </Actions>
    </form>
  );
}

function Sent({ item }: { item: WorkItemView }) {
  return (
    <>
      <Done title="已报结">
        <p>编号 {item.number}</p>
        <p>{item.title}</p>
      </Done>
      <Section title="接下来">
        <ol className="steps">
          <li>{item.leadNames || item.issuerName}会派另一位同志核验，不会是您本人。</li>
          <li>核验通过后销号；要补材料的会写明理由退回，出现在您的待办里。</li>
          <li>有疑问，请问{item.issuerName}。</li>
        </ol>
      </Section>
      <Actions>
        <Link className="button main" to="/m/todo">
          回到待办
        </Link>
        <Link className="button plain" to={`/m/todo/${item.id}`}>
          看这件任务
        </Link>
      </Actions>
    </>
  );
}
