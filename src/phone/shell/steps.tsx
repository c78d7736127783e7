import { upload } from '#attachment/phone';
import { Page } from '#phone/kit';
import { EvidenceForm, type Judgement, JudgementForm, SubmissionForm } from '#work-item/phone';

const backTo = (id: string) => ({ to: `/m/todo/${id}`, label: '这件任务' });

export const EvidencePage = ({ id }: { id: string }) => (
  <Page title="登记佐证" back={backTo(id)}>
    <EvidenceForm workItemId={id} upload={upload} />
  </Page>
);

export const SubmissionPage = ({ id }: { id: string }) => (
  <Page title="报结" back={backTo(id)}>
    <SubmissionForm workItemId={id} />
  </Page>
);

const titles: Record<Judgement, string> = { verification: '核验', return: '退回', 'write-off': '销号' };

export const JudgementPage = ({ id, judgement }: { id: string; judgement: Judgement }) => (
  <Page title={titles[judgement]} back={backTo(id)}>
    <JudgementForm key={judgement} workItemId={id} judgement={judgement} />
  </Page>
);
