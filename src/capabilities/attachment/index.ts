import type { Capability } from '#platform/http';

export { allAttachments, shareWithList } from './published.ts';

export const attachment = { name: 'attachment', contract: {}, router: {}, places: {}, messages: {} } satisfies Capability;
