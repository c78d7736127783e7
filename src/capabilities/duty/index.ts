import type { Capability } from '#platform/http';
import { dispatchJob } from './actions-dispatch.ts';
import { contract } from './contract.ts';
import { messages } from './messages.ts';
import { router } from './routes.ts';
import { placeOfList } from './store.ts';
import { placeOfDispatch } from './store-dispatches.ts';
import { placeOfDuty } from './store-duties.ts';

export { accountFor, type ClauseSource } from './accounting.ts';
export { type Edit, editList, onlyRead } from './actions.ts';
export { openList } from './actions-list.ts';
export { addDrafts, bindToDuty, type Draft, type NewBasis } from './drafts.ts';
export type { DutyFacts, FieldName, Party } from './rules/duty.ts';
export { isEditable } from './rules/list.ts';
export { type DutyField, dutyFields, type ListState, listStateLabel, listStates } from './rules/words.ts';
export { allDutyLists, type DutyList, listOf, listsOf } from './store.ts';
export { clausesWithDuties, dutiesPerClause } from './store-bases.ts';
export { listsNaming } from './store-dispatches.ts';
export { standingOfLists } from './store-duties.ts';
export { listViews } from './view.ts';

export const duty = {
  name: 'duty',
  contract,
  router,
  places: { dutyListId: placeOfList, dutyId: placeOfDuty, dispatchId: placeOfDispatch },
  messages,
  jobs: { 'duty.dispatch': dispatchJob },
} satisfies Capability;
