import type { Capability } from '#platform/http';

export const directive = { name: 'directive', contract: {}, router: {}, places: {}, messages: {} } satisfies Capability;
