import { sql } from 'kysely';
import type { Db } from '#platform/db';
import { type Sheet, writeWorkbook } from './workbook.ts';

const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Excel 文件 of some sheets, for an endpoint to answer with; an export of a simulated installation says so above every header. */
export async function workbookFile(db: Db, name: string, sheets: readonly Sheet[]): Promise<File> {
  const { rows } = await sql<{ simulated: boolean }>`select simulated from installation`.execute(db);
  const bytes = await writeWorkbook({ sheets, note: rows[0]?.simulated ? '模拟数据' : undefined });
  return new File([new Uint8Array(bytes)], `${name}.xlsx`, { type: mediaType });
}
