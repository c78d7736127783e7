import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { letters, sheetName } from './text.ts';
import { type Cell, type Column, writeWorkbook } from './workbook.ts';

const columns: Column[] = [
  { title: '名称', width: 30 },
  { title: '数量', kind: 'number' },
];

async function written(rows: readonly (readonly Cell[])[], note?: string, limit?: number): Promise<Record<string, string>> {
  const bytes = await writeWorkbook({ sheets: [{ name: '任务', columns, rows }], note }, limit);
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, piece]) => [path, strFromU8(piece)]));
}

const sheetOf = async (rows: readonly (readonly Cell[])[], note?: string) => (await written(rows, note))['xl/worksheets/sheet1.xml'] ?? '';
const cells = (sheet: string) => [...sheet.matchAll(/<c r="([A-Z]+\d+)" s="(\d)"(?: t="(\w+)")?>(.*?)<\/c>/gs)];

test.for(['=1+1', '+8613', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("http://x","y")'])('%j is text, quoted, and no formula', async (value) => {
  const sheet = await sheetOf([[value, 1]]);
  expect(sheet).not.toContain('<f');
  const cell = cells(sheet).find(([, reference]) => reference === 'A2');
  expect([cell?.[2], cell?.[3]]).toEqual(['3', 'inlineStr']);
});

test('numbers are numbers, days and everything else are text', async () => {
  const sheet = await sheetOf([
    ['2026-12-31', -7.5],
    ['x', Number.NaN],
  ]);
  expect(sheet).toContain('<v>-7.5</v>');
  expect(sheet).toContain('<t xml:space="preserve">2026-12-31</t>');
  expect(sheet).not.toContain('<v>NaN');
});

test('header is bold, frozen and filtered; the note stands above it', async () => {
  const plain = await sheetOf([['a', 1]]);
  expect(plain).toContain('ySplit="1"');
  expect(plain).toContain('<autoFilter ref="A1:B2"/>');
  const noted = await sheetOf([['a', 1]], '模拟数据');
  expect(noted).toContain('ySplit="2"');
  expect(noted).toContain('<autoFilter ref="A2:B3"/>');
  expect(noted.indexOf('模拟数据')).toBeLessThan(noted.indexOf('名称'));
  expect(plain).toContain('<col min="1" max="1" width="30" customWidth="1"/>');
});

test('what XML forbids is stripped, what it reserves is escaped, what is too long is cut', async () => {
  const sheet = await sheetOf([
    ['a\u0000\u0008b\ud800c <&"> _x0041_ 🙂', 0],
    ['长'.repeat(40_000), 0],
  ]);
  expect(sheet).toContain('abc &lt;&amp;&quot;&gt; _x005F_x0041_ 🙂');
  expect(sheet).toContain(`>${'长'.repeat(32_766)}…<`);
  expect(sheet).not.toContain('长'.repeat(32_767));
});

test('rows beyond the limit of a sheet go on in the next', async () => {
  const parts = await written(
    [
      ['a', 1],
      ['b', 2],
      ['c', 3],
    ],
    undefined,
    3,
  );
  expect(parts['xl/worksheets/sheet2.xml']).toContain('>c<');
  expect(parts['xl/workbook.xml']).toContain('name="任务 (2)"');
});

test('rows may come as they are read', async () => {
  async function* rows() {
    for (let number = 1; number <= 3_000; number++) yield [`第 ${number} 件 ${'事'.repeat(30)}`, number];
  }
  const bytes = await writeWorkbook({ sheets: [{ name: '任务', columns, rows: rows() }] });
  const sheet = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  expect(cells(sheet)).toHaveLength(6_002);
  expect(sheet.endsWith('</worksheet>')).toBe(true);
});

test.for([
  ['a/b\\c[d]:e*f?g', [], 'a b c d  e f g'],
  ["''", [], '工作表'],
  ['清单', ['清单'], '清单 (2)'],
  ['长'.repeat(40), [], '长'.repeat(31)],
] as const)('sheet name %j', ([wanted, taken, name]) => {
  expect(sheetName(wanted, new Set(taken))).toBe(name);
});

test.for([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
] as const)('column %i is %s', ([index, name]) => {
  expect(letters(index)).toBe(name);
});
