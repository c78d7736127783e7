import { strFromU8, unzipSync } from 'fflate';

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

/** The first sheet of an Excel file, as a reader would see it: rows of text, an empty cell as `''`. @throws when a cell is a formula */
export function rowsOfSheet(workbook: Uint8Array): string[][] {
  const sheet = strFromU8(unzipSync(new Uint8Array(workbook))['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  if (/<f[ />]/.test(sheet)) throw new Error('the sheet holds a live formula');
  return [...sheet.matchAll(/<row r="\d+">(.*?)<\/row>/gs)].map(([, row = '']) => {
    const cells: string[] = [];
    for (const [, column = 'A', inside = ''] of row.matchAll(/<c r="([A-Z]+)\d+"[^>]*>(.*?)<\/c>/gs)) {
      while (cells.length < column.charCodeAt(0) - 65) cells.push('');
      cells.push(inside.replace(/<[^>]+>/g, '').replace(/&\w+;/g, (entity) => entities[entity] ?? entity));
    }
    return cells;
  });
}
