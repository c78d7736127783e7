import type { Capability } from '#platform/http';
import { contract } from './contract.ts';
import { messages } from './messages.ts';
import { router } from './routes.ts';

export { countMembers, memberCounts } from './store.ts';

export const member = { name: 'member', contract, router, places: {}, messages } satisfies Capability;
