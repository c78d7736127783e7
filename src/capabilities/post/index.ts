import type { Capability } from '#platform/http';
import { contract } from './contract.ts';
import { messages } from './messages.ts';
import { router } from './routes.ts';

export { termFrom, termStatus, termYears } from './rules/term.ts';
export { type Title, titleLabel, titles } from './rules/words.ts';
export { type Holder, holdersOn } from './store.ts';

export const post = { name: 'post', contract, router, places: {}, messages } satisfies Capability;
