import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { messages } from './messages.ts';
import { readFile } from './read-file.ts';
import { readPdf } from './read-pdf.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) => Uint8Array.from([0xff, 0xfe, ...Buffer.from(text, 'utf16le')]);
const text = '同志们：\n一、抓好队伍\n要推行清单管理。';

/** What old office programs write: found by decoding every pair of bytes once. */
function gb18030(plain: string): Uint8Array {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map<string, number[]>();
  for (let high = 0x81; high <= 0xfe; high++)
    for (let low = 0x40; low <= 0xfe; low++) if (low !== 0x7f) codes.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
  return Uint8Array.from([...plain].flatMap((sign) => (sign < '\x80' ? [sign.charCodeAt(0)] : (codes.get(sign) ?? []))));
}

async function read(name: string, bytes: Uint8Array): Promise<string | number> {
  const decision = await readFile(name, bytes);
  if (!decision.ok) return decision.refusal.code;
  return decision.value.pages > 0 ? decision.value.pages : decision.value.text;
}

test.for([
  ['UTF-8', utf8(text)],
  ['UTF-8 with a mark', Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8(text)])],
  ['GB 18030', gb18030(text)],
  ['UTF-16, little end first', utf16(text)],
  ['UTF-16, big end first', utf16(text).map((_, index, all) => all[index ^ 1] ?? 0)],
] as const)('a text in %s is read as it is', async ([, bytes]) => {
  expect(await read('讲话.txt', bytes)).toBe(text);
});

test('line ends and redactions stay as they are', async () => {
  expect(await read('讲话.txt', utf8('**区委\r\n\u3000\u3000XX年\r\n'))).toBe('**区委\r\n\u3000\u3000XX年\r\n');
});

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const paragraph = (runs: string, properties = '') => `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`;
const run = (words: string) => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`;
const numbered = (level: number) => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`;

function docx(body: string): Uint8Array {
  const level = (index: number, format: string, words: string) =>
    `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${words}"/></w:lvl>`;
  const numbering = `<w:numbering ${w}><w:abstractNum w:abstractNumId="7">${level(0, 'chineseCountingThousand', '%1、')}${level(1, 'chineseCounting', '（%2）')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>`;
  const styles = `<w:styles ${w}><w:style w:styleId="a3"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>`;
  return zipSync({
    '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    'word/document.xml': strToU8(`<?xml version="1.0" encoding="UTF-8"?><w:document ${w}><w:body>${body}</w:body></w:document>`),
    'word/numbering.xml': strToU8(numbering),
    'word/styles.xml': strToU8(styles),
  });
}

test('a Word file is read with the numbers that Word itself writes, and without deleted words', async () => {
  const file = docx(
    [
      paragraph(run('工作') + run('方案')),
      paragraph(run('总体要求'), '<w:pStyle w:val="a3"/>'),
      paragraph(run('建强班子'), numbered(1)),
      paragraph(run('抓实培训'), numbered(1)),
      paragraph(run('重点任务'), numbered(0)),
      paragraph(run('建强队伍'), numbered(1)),
      paragraph(`${run('6月底前完成')}<w:del><w:r><w:delText>删掉</w:delText></w:r></w:del><w:del><w:r><w:t>旧字</w:t></w:r></w:del>${run('换届。')}`),
    ].join(''),
  );
  expect(await read('方案.docx', file)).toBe('工作方案\n一、总体要求\n（一）建强班子\n（二）抓实培训\n二、重点任务\n（一）建强队伍\n6月底前完成换届。');
});

/** A PDF as a printer driver writes it: Chinese text by a standard font, one line an object. */
function pdf(pages: readonly (readonly [number, number, string][])[], more = ''): Uint8Array {
  const objects: string[] = [
    '',
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${6 + index * 2} 0 R`).join(' ')}] >>`,
  ];
  objects.push('<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H /DescendantFonts [4 0 R] >>');
  objects.push(
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 5 0 R >>',
  );
  objects.push(
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>',
  );
  for (const lines of pages) {
    const hex = (words: string) => Buffer.from(words, 'utf16le').swap16().toString('hex');
    const stream = lines.map(([x, y, words]) => `BT /F1 16 Tf 1 0 0 1 ${x} ${y} Tm <${hex(words)}> Tj ET`).join('\n');
    objects.push(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${objects.length + 1} 0 R >>`);
    objects.push(`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`);
  }
  let body = '%PDF-1.7\n';
  const offsets = objects.map((object, number) => {
    const at = body.length;
    if (number > 0) body += `${number} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.slice(1).map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  return utf8(
    `${body}xref\n0 ${objects.length}\n0000000000 65535 f \n${table.join('')}trailer\n<< /Size ${objects.length} /Root 1 0 R ${more}>>\nstartxref\n${body.length}\n%%EOF\n`,
  );
}

test('lines of a PDF become paragraphs again, over the page too, and page numbers go', async () => {
  const file = pdf([
    [
      [187, 760, '基层党建工作方案文稿'],
      [90, 720, '一、抓好基层队伍建设'],
      [90, 690, '六月底前每个行政村配备不少于两名村级后备干部人选'],
      [58, 660, '并由乡镇党委逐村建立后备干部台账实行动态管理一年一'],
      [280, 40, '— 1 —'],
    ],
    [
      [58, 760, '次调整。'],
      [90, 730, '二、管好党员'],
      [280, 40, '— 2 —'],
    ],
  ]);
  expect(await read('方案.pdf', file)).toBe(
    [
      '基层党建工作方案文稿',
      '一、抓好基层队伍建设',
      '六月底前每个行政村配备不少于两名村级后备干部人选并由乡镇党委逐村建立后备干部台账实行动态管理一年一次调整。',
      '二、管好党员',
    ].join('\n'),
  );
});

test('a PDF without a text layer is a scan of so many pages', async () => {
  expect(await read('扫描.pdf', pdf([[], [[280, 40, '2']], []]))).toBe(3);
});

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
test('a picture is a scan of one page', async () => {
  expect(await read('批示.png', png)).toBe(1);
});

const whole = docx(paragraph(run('要推行清单管理。')));
const encrypted = `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >> /ID [<00><00>] `;
const workbook = zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'xl/workbook.xml': strToU8('<workbook/>') });
const program = Uint8Array.from([0x4d, 0x5a, 0x90, 0x00, 0x03, 0x00]);
const compound = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(512)]);

test.for([
  ['空.txt', new Uint8Array(), 'directive.file-empty'],
  ['白.txt', utf8(' \r\n\t'), 'directive.file-empty'],
  ['全角空格.txt', utf8('\u3000\u3000'), 'directive.file-empty'],
  ['空.docx', docx(paragraph('')), 'directive.file-empty'],
  ['程序.exe', program, 'directive.file-kind'],
  ['程序.txt', program, 'directive.encoding'],
  ['坏码.txt', Uint8Array.from([0xff, 0xff, 0x41, 0x80]), 'directive.encoding'],
  ['宽字节.txt', utf16('通知\u0000'), 'directive.encoding'],
  ['断.docx', whole.slice(0, whole.length - 40), 'directive.file-torn'],
  ['坏.docx', docx('<w:p><w:r>'), 'directive.file-torn'],
  ['表.xlsx', workbook, 'directive.file-kind'],
  ['旧.doc', compound, 'directive.file-kind'],
  ['加密.docx', compound, 'directive.file-encrypted'],
  ['断.pdf', pdf([[]]).slice(0, 200), 'directive.file-torn'],
  ['坏.pdf', utf8('%PDF-1.7\nnothing\n%%EOF\n'), 'directive.file-torn'],
  ['加密.pdf', pdf([[[90, 700, '要推行清单管理']]], encrypted), 'directive.file-encrypted'],
  ['长.pdf', pdf(Array.from({ length: 301 }, () => [])), 'directive.pages-too-many'],
  ['断.png', png.subarray(0, 40), 'directive.file-torn'],
] as const)('%s is refused with a sentence', async ([name, bytes, code]) => {
  const decision = await readFile(name, bytes);
  expect(decision.ok ? 'read' : decision.refusal.code).toBe(code);
  const sentences: Record<string, (facts: Record<string, string | number>) => string> = messages;
  if (!decision.ok) expect(sentences[code]?.(decision.refusal.facts)).toMatch(/请/);
});

test('a packed bomb is not unpacked', { timeout: 30_000 }, async () => {
  const bomb = zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': [new Uint8Array(25 * 1024 * 1024).fill(0x20), { level: 1 }] });
  expect(bomb.length).toBeLessThan(1_000_000);
  expect(await read('炸.docx', bomb)).toBe('directive.file-torn');
});

/** The directory of an archive says that every file in it is small. */
function lying(archive: Uint8Array): Uint8Array {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  for (let at = 0; at + 46 <= archive.length; at++) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1_000, true);
  return archive;
}

test('a packed bomb that lies about its size costs no more than an honest file', { timeout: 60_000 }, async () => {
  const content = new Uint8Array(200 * 1024 * 1024).fill(0x20);
  const bomb = lying(zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': [content, { level: 1 }] }));
  const before = performance.now();
  expect(await read('炸.docx', bomb)).toBe('directive.file-torn');
  expect(performance.now() - before).toBeLessThan(2_000);
});

test('a PDF that unpacks without end is left when its time is over, and others are answered meanwhile', { timeout: 60_000 }, async () => {
  const stream = deflateSync(Buffer.alloc(300 * 1024 * 1024, ' '), { level: 9 }).toString('latin1');
  const bomb = Buffer.from(
    `%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n` +
      `3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<<>>>>\nendobj\n` +
      `4 0 obj\n<</Length ${stream.length}/Filter/FlateDecode>>\nstream\n${stream}\nendstream\nendobj\ntrailer\n<</Size 5/Root 1 0 R>>\n%%EOF\n`,
    'latin1',
  );
  expect(bomb.length).toBeLessThan(1_000_000);
  let turns = 0;
  const others = setInterval(() => turns++, 10);
  const before = performance.now();
  expect(await readPdf(bomb, 300, 1_500)).toBe('too-much');
  clearInterval(others);
  expect(performance.now() - before).toBeLessThan(10_000);
  expect(turns).toBeGreaterThan(20);
});

test('of many PDFs at once some are asked to wait, and afterwards there is room again', { timeout: 60_000 }, async () => {
  const file = pdf([[[90, 700, '要推行清单管理，各村党组织要按月对照清单逐项销号。']]]);
  const answers = await Promise.all(Array.from({ length: 6 }, () => readPdf(file, 300)));
  expect(answers.filter((answer) => answer === 'busy')).toHaveLength(2);
  expect(await readPdf(file, 300)).toMatchObject({ pages: 0 });
});

test('a long speech in a Word file reads like its text', async () => {
  const speech = readFileSync('tests/speech/texts/speech-county.txt', 'utf8');
  const body = speech.split('\n').map((line) => paragraph(run(line.replace(/[<&]/g, (sign) => (sign === '<' ? '&lt;' : '&amp;')))));
  expect(await read('讲话.docx', docx(body.join('')))).toBe(speech);
});
