import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decideContent, fileNameFor } from './content.ts';

const bytes = (...parts: (string | readonly number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part)] : [...part])));
const number = (value: number, length: number) => Array.from({ length }, (_, index) => (value >> (8 * index)) & 0xff);
const named = (name: string) => [...number(name.length, 2), 0, 0];

/** A ZIP archive of empty files, as APPNOTE.TXT sections 4.3.7, 4.3.12 and 4.3.16 lay it out. */
function zip(...names: string[]): Uint8Array {
  const files = names.map((name) => bytes('PK', [3, 4], number(0, 22), named(name), name));
  const entries = names.map((name) => bytes('PK', [1, 2], number(0, 24), named(name), number(0, 14), name));
  const [data, directory] = [files, entries].map((list) => bytes(...list.map((one) => [...one])));
  const counts = [...number(names.length, 2), ...number(names.length, 2)];
  return bytes(
    [...(data ?? [])],
    [...(directory ?? [])],
    'PK',
    [5, 6, 0, 0, 0, 0],
    counts,
    number(directory?.length ?? 0, 4),
    number(data?.length ?? 0, 4),
    [0, 0],
  );
}
const png = bytes([0x89], 'PNG\r\n', [0x1a, 0x0a], 'pixels', 'IEND', [0xae, 0x42, 0x60, 0x82]);
const preview = [0xff, 0xe1, 0x00, 0x06, 0xff, 0xd8, 0xff, 0xd9];
const jpeg = bytes([0xff, 0xd8], preview, [0xff, 0xda, 0x00, 0x02], 'picture', [0xff, 0xd9]);
const docx = zip('[Content_Types].xml', 'word/document.xml');

test.for([
  ['a PDF', 'pdf', bytes('%PDF-1.7\n…\n%%EOF\n')],
  ['a PNG', 'png', png],
  ['a JPEG with a preview', 'jpeg', jpeg],
  ['a Word file', 'docx', docx],
  ['an Excel file', 'xlsx', zip('[Content_Types].xml', 'xl/workbook.xml')],
  ['text in UTF-8', 'txt', bytes('会议纪要\r\n一、')],
  ['text with a byte order mark', 'txt', bytes('\uFEFF会议纪要')],
  ['text in GB 18030', 'txt', bytes([0xbb, 0xe1, 0xd2, 0xe9], ' 2026')],
] as const)('%s is told by its content', ([, kind, content]) => {
  expect(decideContent('x.bin', content)).toEqual({ ok: true, value: kind });
});

test.for([
  ['nothing', 'attachment.empty', bytes('')],
  ['nothing but white space', 'attachment.empty', bytes(' \r\n\t')],
  ['a PDF cut off', 'attachment.torn', bytes('%PDF-1.7\n…')],
  ['a PNG cut off', 'attachment.torn', png.subarray(0, -6)],
  ['a JPEG cut off after its preview', 'attachment.torn', jpeg.subarray(0, -2)],
  ['a Word file cut off', 'attachment.torn', docx.subarray(0, -10)],
  ['a program', 'attachment.kind-not-accepted', bytes('MZ', [0x90, 0x00, 0x03, 0x00])],
  ['an archive of anything', 'attachment.kind-not-accepted', zip('malware.exe')],
  ['a Word file with macros', 'attachment.kind-not-accepted', zip('[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin')],
  ['an old Word file', 'attachment.kind-not-accepted', bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
] as const)('%s is refused', ([, code, content]) => {
  expect(decideContent('x.pdf', content)).toMatchObject({ ok: false, refusal: { code } });
});

test('any bytes at all are decided', () => {
  const starts = fc.constantFrom('', '%PDF-', '\u0089PNG\r\n\u001a\n', '\u00ff\u00d8\u00ff', 'PK\u0003\u0004');
  fc.assert(
    fc.property(starts, fc.uint8Array({ maxLength: 400 }), (start, rest) => {
      const { ok } = decideContent('x', Uint8Array.from([...Buffer.from(start, 'latin1'), ...rest]));
      expect(typeof ok).toBe('boolean');
    }),
  );
});

test.for([
  ['report.pdf', 'pdf', 'report.pdf'],
  ['照片.JPEG', 'jpeg', '照片.JPEG'],
  ['通知.exe', 'pdf', '通知.exe.pdf'],
  ['../../etc/passwd', 'txt', 'passwd.txt'],
  ['C:\\资料\\清单.xlsx', 'xlsx', '清单.xlsx'],
  ['gpj.\u202Etxt', 'txt', 'gpj.txt'],
  ['..', 'pdf', '附件.pdf'],
  ['', 'png', '附件.png'],
] as const)('the name %s of a %s is kept as %s', ([claimed, kind, kept]) => {
  expect(fileNameFor(claimed, kind)).toBe(kept);
});

test('a long name loses its middle and keeps its ending', () => {
  expect(fileNameFor(`${'长'.repeat(300)}.pdf`, 'pdf')).toBe(`${'长'.repeat(100)}.pdf`);
});
