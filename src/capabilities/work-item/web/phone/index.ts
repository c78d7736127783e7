export { EvidenceForm, type Upload } from './EvidenceForm.tsx';
export { Item } from './Item.tsx';
export { type Judgement, JudgementForm, judgements } from './JudgementForm.tsx';
export { SubmissionForm } from './SubmissionForm.tsx';
export { type Counts, partOf, Todo } from './Todo.tsx';
