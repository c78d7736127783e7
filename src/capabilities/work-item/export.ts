import type { Actor } from '#platform/access';
import type { Db } from '#platform/db';
import type { Cell, Column } from '#platform/spreadsheet';
import type { Condition } from './conditions.ts';
import { type Listing, pageOfItems } from './listing.ts';
import { lampLabel, stateLabel } from './rules/states.ts';
import { rowOf } from './view.ts';

const batch = 2_000;

/** Columns of the exported list（导出列）. */
export const columns: Column[] = [
  { title: '编号', width: 22 },
  { title: '任务事项', width: 44 },
  { title: '承办单位', width: 24 },
  { title: '牵头单位', width: 20 },
  { title: '责任岗位', width: 18 },
  { title: '开始日期', width: 12, kind: 'day' },
  { title: '时限', width: 12, kind: 'day' },
  { title: '状态', width: 10 },
  { title: '灯色', width: 8 },
  { title: '灯色说明', width: 50 },
  { title: '佐证数', kind: 'number' },
];

/** Every item that the conditions find, read piece by piece（导出行）. */
export async function* exportedRows(db: Db, actor: Actor, conditions: readonly Condition[], listing: Omit<Listing, 'page' | 'size'>, today: string) {
  for (let page = 1, found = batch; found === batch; page++) {
    const items = await pageOfItems(db, actor, conditions, { ...listing, page, size: batch }, today);
    for (const item of items) {
      const row = rowOf(item, actor, today);
      yield [
        row.number,
        row.title,
        row.organizationName,
        row.leadNames,
        row.posts.join('、'),
        row.startsOn,
        row.dueOn,
        stateLabel(row.working, row.judged),
        row.lamp ? lampLabel[row.lamp.lamp] : '—',
        row.lamp?.because ?? '',
        row.evidence,
      ] satisfies Cell[];
    }
    found = items.length;
  }
}
