export { workbookFile } from './file.ts';
export { type Cell, type Column, type Sheet, type Workbook, writeWorkbook } from './workbook.ts';
