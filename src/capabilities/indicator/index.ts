import type { Capability } from '#platform/http';
import { contract } from './contract.ts';
import { messages } from './messages.ts';
import { router } from './routes.ts';

export { countMarked, keepCounting, recountCounty } from './count.ts';
export { defineIndicator, type IndicatorDefinition, type IndicatorRow } from './definition.ts';
export { type Mark, markIndicators } from './marks.ts';

export const indicator = { name: 'indicator', contract, router, places: {}, messages } satisfies Capability;
