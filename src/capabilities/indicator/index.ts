import type { Capability } from '#platform/http';

export const indicator = { name: 'indicator', contract: {}, router: {}, places: {}, messages: {} } satisfies Capability;
