import type { Capability } from '#platform/http';

export const operations = { name: 'operations', contract: {}, router: {}, places: {}, messages: {} } satisfies Capability;
