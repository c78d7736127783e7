import type { Db } from '#platform/db';
import { workbookFile } from '#platform/spreadsheet';
import type { DutyView } from './contract.ts';
import { gapLabel, gapsOf } from './rules/gaps.ts';
import { targetText, timingText } from './rules/timing.ts';
import { dutyFieldLabel } from './rules/words.ts';
import { listOf } from './store.ts';
import { dutiesOf } from './store-duties.ts';
import { dutyViews } from './view.ts';

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
export async function exportOf(db: Db, dutyListId: string, onlyGaps: boolean): Promise<File> {
  const list = await listOf(db, dutyListId);
  const duties = (await dutiesOf(db, dutyListId)).filter((duty) => !onlyGaps || gapsOf(duty).length > 0);
  const rows = (await dutyViews(db, duties)).map((duty) => columns.map((column) => column.of(duty)));
  const sheet = { name: '责任清单', columns: columns.map(({ title, width }) => ({ title, width })), rows };
  return workbookFile(db, `${list.number ?? ''}${list.title}`, [sheet]);
}
