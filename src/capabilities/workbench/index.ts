import type { Capability } from '#platform/http';

export const workbench = { name: 'workbench', contract: {}, router: {}, places: {}, messages: {} } satisfies Capability;
