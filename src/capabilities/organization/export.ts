import { dayOf } from '#kernel/day';
import type { Context } from '#platform/http';
import { type Cell, type Column, everyRow, workbookFile } from '#platform/spreadsheet';
import { fieldLabel, formLabel, kindLabel } from './rules/words.ts';
import { organizationOf, searchIn, type Wanted } from './store.ts';

const columns: Column[] = [
  { title: '编码', width: 18 },
  { title: '名称', width: 36 },
  { title: '上级党组织', width: 36 },
  { title: '层级', kind: 'number' },
  { title: '类别', width: 12 },
  { title: '形式', width: 14 },
  { title: '领域', width: 14 },
  { title: '委员会', width: 12 },
  { title: '成立日期', width: 12, kind: 'day' },
  { title: '直接下级', kind: 'number' },
];

/** The organizations that a search finds as an Excel file（导出党组织）, in the order of their codes. */
export async function exportOrganizations(ctx: Context, { organizationId, ...wanted }: Wanted & { organizationId: string }): Promise<File> {
  const { db, path } = ctx;
  const { name } = await organizationOf(db, organizationId);
  let organizations = 0;
  async function* rows() {
    for await (const row of everyRow(async (window) => (await searchIn(db, path, wanted, window)).rows)) {
      organizations += 1;
      yield [
        row.path,
        row.name,
        row.parent_name,
        row.level,
        kindLabel[row.kind],
        formLabel[row.form],
        fieldLabel[row.field],
        row.has_committee ? '设委员会' : '不设委员会',
        row.set_up_on,
        row.children,
      ] satisfies Cell[];
    }
  }
  const file = await workbookFile(db, `${name}党组织 ${dayOf(new Date())}`, [{ name: '党组织', columns, rows: rows() }]);
  await ctx.record('organization.exported', { subjectId: organizationId, after: { ...wanted, organizations } });
  return file;
}
