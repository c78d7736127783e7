import { queriesOf } from '#web/api';
import { contract, type DirectiveView } from '../contract.ts';

export const directives = queriesOf(contract);

export type { ClauseView, DirectiveSummary, DirectiveView } from '../contract.ts';
export type SectionView = DirectiveView['sections'][number];
