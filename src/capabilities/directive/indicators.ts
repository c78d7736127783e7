import { defineIndicator, markIndicators } from '#indicator';
import type { Db } from '#platform/db';
import { clausePlaces, clauseRecords } from './store.ts';

/** 条款落实率: of the clauses received in a period, those that have become a duty or are marked "no duty" with a reason. */
export const clausesAccounted = defineIndicator({
  key: 'directive.clauses-accounted',
  version: 1,
  name: '条款着落率',
  unit: '%',
  direction: 'up',
  numeratorMeans: '其中已立为责任事项，或写明理由不立项的句子',
  denominatorMeans: '本期收到的讲话、通知、方案里的全部句子',
  article: '夯基规则：讲话逐句有着落',
  records: (db) => clauseRecords(db),
});

/** The clauses behind a list changed: count them again. */
export async function markClauses(db: Db, dutyListId: string): Promise<void> {
  const places = await clausePlaces(db, dutyListId);
  await markIndicators(
    db,
    [clausesAccounted.key],
    places.map(({ organization_id, path, month }) => ({ organizationId: organization_id, path, month })),
  );
}
