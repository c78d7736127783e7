import type { Capability } from '#platform/http';

export const attachment = { name: 'attachment', contract: {}, router: {}, places: {}, messages: {} } satisfies Capability;
