import type { Capability } from '#platform/http';

export { countMarked, keepCounting, recountCounty } from './count.ts';
export { defineIndicator, type IndicatorDefinition, type IndicatorRow } from './definition.ts';
export { type Mark, markIndicators } from './marks.ts';

export const indicator = { name: 'indicator', contract: {}, router: {}, places: {}, messages: {} } satisfies Capability;
