import type { ClauseView } from '../../queries.ts';

/** On which page of a scan a clause was typed（所在页）; nothing for a clause of a text. */
export function pageOf({ kind, heading }: Pick<ClauseView, 'kind' | 'heading'>): number | undefined {
  const number = kind === 'typed' ? heading[0]?.match(/^第 (\d+) 页$/)?.[1] : undefined;
  return number === undefined ? undefined : Number(number);
}
