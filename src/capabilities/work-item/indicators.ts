import { sql } from 'kysely';
import { defineIndicator, markIndicators } from '#indicator';
import { monthOf } from '#kernel/day';
import type { Db } from '#platform/db';
import { own } from './tables.ts';

/** Every item that is not cancelled, in the month of its deadline; what it is and where it lies. */
const items = (db: Db) =>
  own(db)
    .selectFrom('work_item')
    .select(['id', sql<string>`'work-item'`.as('kind'), 'title', 'organization_id', 'path', 'due_on as day'])
    .where('judged', '<>', 'cancelled');

const over = sql<boolean>`judged in ('written-off', 'effective')`;
const submittedOn = sql<string>`(submitted_at at time zone 'Asia/Shanghai')::date`;

/** 销号率: of the items due in a period, those written off or found effective. */
export const closingRate = defineIndicator({
  key: 'work-item.closing-rate',
  version: 1,
  name: '销号率',
  unit: '%',
  direction: 'up',
  numeratorMeans: '时限在本期、已销号或已见效的任务',
  denominatorMeans: '时限在本期的全部任务，已取消的不计',
  article: '夯基规则：销号须经核验，按时限所在月份统计',
  records: (db) => items(db).select(over.as('counted')),
});

/**
 * 按期率: of the items whose deadline has come (today included) or that are already written off, those verified whose last
 * submission was not later than the deadline. Days that a judge takes are not the doer's: an item submitted in time counts as soon as it is
 * verified, however late that is; one that was returned counts by its resubmission.
 */
export const onTimeRate = defineIndicator({
  key: 'work-item.on-time-rate',
  version: 1,
  name: '按期率',
  unit: '%',
  direction: 'up',
  numeratorMeans: '其中最后一次报结不晚于时限，且已核验、销号或见效的任务；核验所用的时间不计在承办单位头上',
  denominatorMeans: '时限在本期、时限已到（含当天）或已销号的任务，已取消的不计',
  article: '夯基规则：按期以最后一次报结日为准',
  turnsWithDay: true,
  records: (db, today) =>
    items(db)
      .select(sql<boolean>`(judged in ('verified', 'written-off', 'effective') and ${submittedOn} <= due_on)`.as('counted'))
      .where(sql<boolean>`(due_on <= ${today} or ${over})`),
});

const keys = [closingRate.key, onTimeRate.key];

interface Due {
  organization_id: string;
  path: string;
  due_on: string;
}

/** Whatever changes an item changes these two indicators in the month of its deadline. */
export const markItems = (db: Db, changed: readonly Due[]): Promise<void> =>
  markIndicators(
    db,
    keys,
    changed.map((item) => ({ organizationId: item.organization_id, path: item.path, month: monthOf(item.due_on) })),
  );
