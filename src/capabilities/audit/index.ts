import type { Capability } from '#platform/http';

export const audit = { name: 'audit', contract: {}, router: {}, places: {}, messages: {} } satisfies Capability;
