import type { Capability } from '#platform/http';

export const duty = { name: 'duty', contract: {}, router: {}, places: {}, messages: {} } satisfies Capability;
