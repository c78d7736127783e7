export { clearDraft, clearDrafts, type Draft, useDraft } from './draft.ts';
