import { dayOf } from '#kernel/day';
import { organizationOf } from '#organization';
import type { Context } from '#platform/http';
import { everyRow, workbookFile } from '#platform/spreadsheet';
import type { DutyListView, DutyView } from './contract.ts';
import { gapLabel, gapsOf } from './rules/gaps.ts';
import { targetText, timingText } from './rules/timing.ts';
import { dutyFieldLabel, listStateLabel } from './rules/words.ts';
import { type ListFilters, listOf, pageOfLists } from './store.ts';
import { dutiesOf } from './store-duties.ts';
import { dutyViews, listViews } from './view.ts';

const columns = [
  { title: '序号', width: 6, of: (duty: DutyView) => duty.ordinal },
  { title: '任务事项', width: 36, of: (duty: DutyView) => duty.goal },
  { title: '措施', width: 60, of: (duty: DutyView) => duty.measures },
  { title: '量化目标', width: 18, of: (duty: DutyView) => targetText(duty.target) },
  { title: '牵头单位', width: 24, of: (duty: DutyView) => duty.leads.map(({ name }) => name).join('、') },
  { title: '配合单位', width: 24, of: (duty: DutyView) => duty.partners.map(({ name }) => name).join('、') },
  { title: '责任职务', width: 18, of: (duty: DutyView) => duty.posts.join('、') },
  { title: '时限或频次', width: 22, of: (duty: DutyView) => timingText(duty.timing) },
  { title: '领域', width: 12, of: (duty: DutyView) => (duty.field ? dutyFieldLabel[duty.field] : '') },
  { title: '见效标准', width: 30, of: (duty: DutyView) => duty.criterion },
  { title: '出处', width: 40, of: (duty: DutyView) => duty.bases.map(({ source, heading, quote }) => [source, ...heading, quote].join(' ／ ')).join('\n') },
  { title: '还缺', width: 16, of: (duty: DutyView) => duty.gaps.map((gap) => gapLabel[gap]).join('、') },
  { title: '已下达', width: 8, of: (duty: DutyView) => duty.items },
  { title: '已销号', width: 8, of: (duty: DutyView) => duty.writtenOff },
];

/** A list as an Excel file（导出责任清单）. @param onlyGaps - only duties with something missing */
export async function exportOf(ctx: Context, dutyListId: string, onlyGaps: boolean): Promise<File> {
  const { db } = ctx;
  const list = await listOf(db, dutyListId);
  const duties = (await dutiesOf(db, dutyListId)).filter((duty) => !onlyGaps || gapsOf(duty).length > 0);
  const rows = (await dutyViews(db, duties)).map((duty) => columns.map((column) => column.of(duty)));
  const sheet = { name: '责任清单', columns: columns.map(({ title, width }) => ({ title, width })), rows };
  await ctx.record('duty-list.exported', { subjectId: dutyListId, after: { duties: rows.length, onlyGaps } });
  return workbookFile(db, `${list.number ?? ''}${list.title}`, [sheet]);
}

const listColumns = [
  { title: '清单', width: 44, of: (list: DutyListView) => list.title },
  { title: '文号', width: 24, of: (list: DutyListView) => list.number },
  { title: '年份', width: 8, of: (list: DutyListView) => list.year },
  { title: '单位', width: 28, of: (list: DutyListView) => list.organizationName },
  { title: '状态', width: 10, of: (list: DutyListView) => listStateLabel[list.state] },
  { title: '条目', width: 8, of: (list: DutyListView) => list.duties },
  { title: '要素不全', width: 10, of: (list: DutyListView) => list.withGaps },
  { title: '已下达', width: 8, of: (list: DutyListView) => list.items },
  { title: '已销号', width: 8, of: (list: DutyListView) => list.writtenOff },
  { title: '起草人', width: 10, of: (list: DutyListView) => list.createdBy },
  { title: '起草日期', width: 12, of: (list: DutyListView) => dayOf(new Date(list.createdAt)) },
  { title: '印发日期', width: 12, of: (list: DutyListView) => list.issuedAt && dayOf(new Date(list.issuedAt)) },
];

/** The lists that the filters find as an Excel file（导出责任清单列表）, the newest first. */
export async function exportLists(ctx: Context, input: Omit<ListFilters, 'page' | 'size'> & { organizationId: string }): Promise<File> {
  const { db, path, actor } = ctx;
  const { organizationId, ...filters } = input;
  const { name } = await organizationOf(db, organizationId);
  let lists = 0;
  async function* rows() {
    for await (const list of everyRow(async (window) => listViews(db, (await pageOfLists(db, path, { ...filters, ...window })).rows, actor))) {
      lists += 1;
      yield listColumns.map((column) => column.of(list));
    }
  }
  const columns = listColumns.map(({ title, width }) => ({ title, width }));
  const file = await workbookFile(db, `${name}责任清单 ${dayOf(new Date())}`, [{ name: '责任清单', columns, rows: rows() }]);
  await ctx.record('duty-list.overview-exported', { subjectId: organizationId, after: { ...filters, lists } });
  return file;
}
