import type { Capability } from '#platform/http';

export const member = { name: 'member', contract: {}, router: {}, places: {}, messages: {} } satisfies Capability;
