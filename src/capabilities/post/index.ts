import type { Capability } from '#platform/http';

export const post = { name: 'post', contract: {}, router: {}, places: {}, messages: {} } satisfies Capability;
