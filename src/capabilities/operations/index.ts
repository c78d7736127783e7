import type { Capability } from '#platform/http';
import { contract } from './contract.ts';
import { messages } from './messages.ts';
import { router } from './routes.ts';

export const operations = { name: 'operations', contract, router, places: {}, messages } satisfies Capability;
