import type { Capability } from '#platform/http';

export const person = { name: 'person', contract: {}, router: {}, places: {}, messages: {} } satisfies Capability;
