import type { Capability } from '#platform/http';

export { directivesOfLists } from './published.ts';

export const directive = { name: 'directive', contract: {}, router: {}, places: {}, messages: {} } satisfies Capability;
