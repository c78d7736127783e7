export { workbookFile } from './file.ts';
export { everyRow } from './rows.ts';
export { type Cell, type Column, type Sheet, type Workbook, writeWorkbook } from './workbook.ts';
