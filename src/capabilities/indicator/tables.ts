import type { Generated } from 'kysely';
import type { Db } from '#platform/db';

interface ValueTable {
  county_id: Generated<string>;
  organization_id: string;
  path: string;
  indicator: string;
  version: number;
  month: string;
  own_numerator: number;
  own_denominator: number;
  numerator: number;
  denominator: number;
  counted_at: Generated<Date>;
}

interface MarkTable {
  county_id: Generated<string>;
  id: Generated<string>;
  organization_id: string;
  path: string;
  indicator: string;
  month: string;
}

export const own = (db: Db) => db.withTables<{ indicator_value: ValueTable; indicator_mark: MarkTable }>();
