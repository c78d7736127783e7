import { accountFor } from '#duty';
import type { Capability } from '#platform/http';
import { contract } from './contract.ts';
import { markClauses } from './indicators.ts';
import { messages } from './messages.ts';
import { router } from './routes.ts';
import { openClausesOf } from './store.ts';
import { placeOfDirective } from './view.ts';

export { clausesAccounted } from './indicators.ts';
export { type Decomposition, decompose } from './rules/decomposition/index.ts';
export { directivesOfLists } from './store.ts';

accountFor({ open: openClausesOf, changed: markClauses });

export const directive = { name: 'directive', contract, router, places: { directiveId: placeOfDirective }, messages } satisfies Capability;
