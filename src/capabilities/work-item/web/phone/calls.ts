import { callsOf } from '#phone/api';
import { contract } from '../../contract.ts';

export const workItems = callsOf(contract);

/** Under which name the browser remembers an item, so that every step replaces what the pages show. */
export const itemKey = (workItemId: string) => `work-item/${workItemId}`;
