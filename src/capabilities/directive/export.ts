import { listStateLabel, listStates } from '#duty';
import { dayOf } from '#kernel/day';
import { organizationOf } from '#organization';
import type { Context } from '#platform/http';
import { type Cell, type Column, everyRow, workbookFile } from '#platform/spreadsheet';
import { directiveKindLabel } from './rules/words.ts';
import { pageOfDirectives } from './store.ts';
import { summaries } from './view.ts';

const columns: Column[] = [
  { title: '标题', width: 48 },
  { title: '类别', width: 8 },
  { title: '印发单位', width: 24 },
  { title: '会议', width: 36 },
  { title: '日期', width: 12, kind: 'day' },
  { title: '年份', kind: 'number' },
  { title: '条款', kind: 'number' },
  { title: '有着落的条款', kind: 'number' },
  { title: '条目', kind: 'number' },
  { title: '清单状态', width: 10 },
  { title: '导入人', width: 10 },
  { title: '导入日期', width: 12, kind: 'day' },
  { title: '原文校验值（SHA-256）', width: 40 },
];

/** The words for a state; the contract says it as text. */
const stateText = (state: string): string => listStateLabel[listStates.find((one) => one === state) ?? 'drafting'];

/** Directives that the words find as an Excel file（导出部署文件列表）, the newest first. */
export async function exportDirectives(ctx: Context, { organizationId, q }: { organizationId: string; q: string }): Promise<File> {
  const { db, path } = ctx;
  const { name } = await organizationOf(db, organizationId);
  let directives = 0;
  async function* rows() {
    for await (const row of everyRow(async (window) => summaries(db, (await pageOfDirectives(db, path, { q, ...window })).rows))) {
      directives += 1;
      yield [
        row.title,
        directiveKindLabel[row.kind],
        row.issuer,
        row.meeting,
        row.issuedOn,
        row.year,
        row.clauses,
        row.accounted,
        row.duties,
        stateText(row.listState),
        row.receivedBy,
        dayOf(new Date(row.receivedAt)),
        row.sha256,
      ] satisfies Cell[];
    }
  }
  const file = await workbookFile(db, `${name}部署文件 ${dayOf(new Date())}`, [{ name: '部署文件', columns, rows: rows() }]);
  await ctx.record('directive.exported', { subjectId: organizationId, after: { q, directives } });
  return file;
}
