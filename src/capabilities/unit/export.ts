import { dayOf } from '#kernel/day';
import { organizationOf } from '#organization';
import type { Context } from '#platform/http';
import { type Cell, type Column, everyRow, workbookFile } from '#platform/spreadsheet';
import { unitKindLabel } from './rules/words.ts';
import { listUnits, type Wanted } from './store.ts';

const columns: Column[] = [
  { title: '单位', width: 36 },
  { title: '类别', width: 14 },
  { title: '统一社会信用代码', width: 24 },
  { title: '从业人员', kind: 'number' },
  { title: '经营状况', width: 10 },
  { title: '党组织', width: 36 },
];

/** The units that the filters find as an Excel file（导出单位名录）. */
export async function exportUnits(ctx: Context, { organizationId, ...wanted }: Wanted & { organizationId: string }): Promise<File> {
  const { db, path } = ctx;
  const { name } = await organizationOf(db, organizationId);
  let units = 0;
  async function* rows() {
    for await (const unit of everyRow(async (window) => (await listUnits(db, path, wanted, window)).rows)) {
      units += 1;
      yield [
        unit.name,
        unitKindLabel[unit.kind],
        unit.credit_code,
        unit.employees,
        unit.in_operation ? '正常' : '停业',
        unit.covered_by_id ? unit.covering_name : '未覆盖',
      ] satisfies Cell[];
    }
  }
  const file = await workbookFile(db, `${name}单位名录 ${dayOf(new Date())}`, [{ name: '单位名录', columns, rows: rows() }]);
  await ctx.record('unit.exported', { subjectId: organizationId, after: { ...wanted, units } });
  return file;
}
