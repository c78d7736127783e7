import { type FormEvent, useState } from 'react';
import { keep, useRead, useSend } from '#phone/api';
import { useDraft } from '#phone/draft';
import { Actions, Button, Done, Facts, Loaded, Problem, Section, stepForm, TextArea } from '#phone/kit';
import { Link } from '#phone/place';
import type { WorkItemView } from '../../contract.ts';
import { targetWords } from '../words.ts';
import { itemKey, workItems } from './calls.ts';
import { EvidenceList } from './EvidenceList.tsx';

/** 核验、退回、销号: the three judgements, each by somebody else than the doer. */
export const judgements = ['verification', 'return', 'write-off'] as const;
export type Judgement = (typeof judgements)[number];

const words: Record<Judgement, { button: string; note: string; done: string; next: string }> = {
  verification: { button: '确认核验通过', note: '核验意见（可以不填）', done: '核验通过', next: '接下来由另一位同志销号。' },
  return: { button: '确认退回', note: '为什么退回，要补什么', done: '已退回', next: '承办单位的待办里会出现这件任务和您写的理由。' },
  'write-off': { button: '确认销号', note: '销号意见（可以不填）', done: '已销号', next: '这件任务办结了。全部经过都留着，随时可以查。' },
};

const judge = (judgement: Judgement, input: { workItemId: string; revision: number; note: string }) =>
  judgement === 'write-off' ? workItems.writeOffWorkItem(input) : workItems.reviewWorkItem({ ...input, verdict: judgement === 'return' ? 'return' : 'verify' });

export function JudgementForm({ workItemId, judgement }: { workItemId: string; judgement: Judgement }) {
  const found = useRead(itemKey(workItemId), () => workItems.readWorkItem({ workItemId }));
  return <Loaded of={found}>{(item) => <Form item={item} judgement={judgement} onRefresh={found.reload} />}</Loaded>;
}

function Form({ item, judgement, onRefresh }: { item: WorkItemView; judgement: Judgement; onRefresh: () => void }) {
  const draft = useDraft(`${judgement}.${item.id}`, () => ({ note: '' }));
  const [done, setDone] = useState(false);
  const [missing, setMissing] = useState<string>();
  const { send, busy, error } = useSend(
    (note: string) => judge(judgement, { workItemId: item.id, revision: item.revision, note }),
    (answer) => {
      keep(itemKey(item.id), answer);
      draft.clear();
      setDone(true);
    },
  );

  if (done) {
    return (
      <>
        <Done title={words[judgement].done}>
          <p>编号 {item.number}</p>
          <p>{item.title}</p>
          <p>{words[judgement].next}</p>
        </Done>
        <Actions>
          <Link className="button main" to="/m/todo">
            回到待办
          </Link>
        </Actions>
      </>
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const note = draft.value.note.trim();
    const lacking = judgement === 'return' && note.length < 2;
    setMissing(lacking ? '请写明理由，承办单位才知道怎么改。' : undefined);
    if (!lacking) send(note);
  };
  return (
    <form id={stepForm} noValidate onSubmit={submit} onBlur={draft.save} className="fields">
      <section>
        <h2>{item.title}</h2>
        <Facts
          of={[
            ['承办', item.organizationName],
            ['目标', item.target && targetWords(item.target)],
            ['怎样算好', item.criterion],
            ['报结说明', item.submission],
          ]}
        />
      </section>
      <Section title="佐证">
        <EvidenceList item={{ ...item, may: [] }} />
      </Section>
      <div className="card">
        <TextArea
          label={words[judgement].note}
          value={draft.value.note}
          onChange={(note) => draft.change({ note })}
          problem={missing}
          rows={3}
          maxLength={2_000}
        />
      </div>
      <Problem error={error} onRefresh={onRefresh} />
      <Actions>
        <Button look="main" type="submit" form={stepForm} busy={busy}>
          {words[judgement].button}
        </Button>
      </Actions>
    </form>
  );
}
