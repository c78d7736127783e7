import type { Capability } from '#platform/http';
import { contract } from './contract.ts';
import { messages } from './messages.ts';
import { router } from './routes.ts';

export const audit = { name: 'audit', contract, router, places: {}, messages } satisfies Capability;
