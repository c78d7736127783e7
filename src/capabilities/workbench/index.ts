import type { Capability } from '#platform/http';
import { contract } from './contract.ts';
import { router } from './routes.ts';

export const workbench = { name: 'workbench', contract, router, places: {}, messages: {} } satisfies Capability;
