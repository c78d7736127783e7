import type { Capability } from '#platform/http';

export const unit = { name: 'unit', contract: {}, router: {}, places: {}, messages: {} } satisfies Capability;
