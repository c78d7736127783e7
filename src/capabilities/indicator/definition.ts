import type { SelectQueryBuilder } from 'kysely';
import type { Db } from '#platform/db';

/** One thing that an indicator counts: in the denominator always, in the numerator when `counted`. */
export interface IndicatorRow {
  id: string;
  /** which page shows it: work-item, clause */
  kind: string;
  title: string;
  organization_id: string;
  path: string;
  /** decides the month it is counted in */
  day: string;
  counted: boolean;
}

/** A query with exactly the columns of `IndicatorRow`; the engine narrows it by organization, path and day. */
// biome-ignore lint/suspicious/noExplicitAny: whose tables the query reads is its owner's secret; only its columns matter here
export type RecordsQuery = SelectQueryBuilder<any, any, IndicatorRow>;

/** What an indicator counts and why（指标定义）. A changed meaning is a new version. */
export interface IndicatorDefinition {
  /** `work-item.closing-rate` */
  key: string;
  version: number;
  name: string;
  unit: string;
  /** which way is better */
  direction: 'up' | 'down';
  numeratorMeans: string;
  denominatorMeans: string;
  article: string;
  /**
   * The one source of the number and of the list behind it: every record that belongs to the denominator as of `today`.
   * No grouping and no limit, so that the engine's conditions reach the owner's index.
   */
  records: (db: Db, today: string) => RecordsQuery;
  /** the number changes by the mere passing of a record's day, as a deadline does */
  turnsWithDay?: boolean;
}

const definitions = new Map<string, IndicatorDefinition>();

/** Register an indicator（登记指标）when its capability is loaded. @throws when the key is taken */
export function defineIndicator(definition: IndicatorDefinition): IndicatorDefinition {
  if (definitions.has(definition.key)) throw new Error(`the indicator ${definition.key} is defined twice`);
  definitions.set(definition.key, definition);
  return definition;
}

/** Every indicator, in the order of registration（全部指标）. */
export const allDefinitions = (): readonly IndicatorDefinition[] => [...definitions.values()];

export const definitionOf = (key: string): IndicatorDefinition | undefined => definitions.get(key);
