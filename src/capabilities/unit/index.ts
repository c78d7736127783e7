import type { Capability } from '#platform/http';
import { contract } from './contract.ts';
import { messages } from './messages.ts';
import { router } from './routes.ts';

export { creditCheckOf } from './rules/credit-code.ts';
export { type UnitKind, unitKindLabel, unitKinds } from './rules/words.ts';

export const unit = { name: 'unit', contract, router, places: {}, messages } satisfies Capability;
