import type { Capability } from '#platform/http';

export const workItem = { name: 'work-item', contract: {}, router: {}, places: {}, messages: {} } satisfies Capability;
