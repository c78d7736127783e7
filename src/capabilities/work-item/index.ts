import type { Capability } from '#platform/http';
import { contract } from './contract.ts';
import { messages } from './messages.ts';
import { placeOfEvidence, placeOfWorkItem } from './published.ts';
import { router } from './routes.ts';

export { type Demand, type Dispatcher, dispatchItems } from './dispatch.ts';
export { countByChild } from './listing.ts';
export { dispatchedAlready, itemCountsByList, itemCountsByOrigin, originOf, placeOfWorkItem } from './published.ts';
export { checkpointOf, dueOf } from './rules/demand.ts';
export { toVerifyByList, waitingCounts } from './waiting.ts';

export const workItem = {
  name: 'work-item',
  contract,
  router,
  places: { workItemId: placeOfWorkItem, evidenceId: placeOfEvidence },
  messages,
} satisfies Capability;
