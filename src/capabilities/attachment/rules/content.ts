import { accept, type Decision, refuse } from '#kernel/decision';
import { isBlank, isText } from './text.ts';
import { entriesInZip } from './zip.ts';

/** 可接收的文件类型, each with its media type and the ending its name gets. */
export const fileKinds = {
  pdf: { label: 'PDF', mediaType: 'application/pdf', endings: ['pdf'] },
  png: { label: 'PNG 图片', mediaType: 'image/png', endings: ['png'] },
  jpeg: { label: 'JPEG 图片', mediaType: 'image/jpeg', endings: ['jpg', 'jpeg'] },
  docx: { label: 'Word 文档', mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', endings: ['docx'] },
  xlsx: { label: 'Excel 表格', mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', endings: ['xlsx'] },
  txt: { label: '文本', mediaType: 'text/plain', endings: ['txt'] },
} as const;
export type FileKind = keyof typeof fileKinds;

export const acceptedLabels: string = Object.values(fileKinds)
  .map(({ label }) => label)
  .join('、');

const article = '夯基规则：附件按内容识别';

/**
 * Decide what a file is（内容识别）by its bytes alone; its name and what the browser says of it are only claims.
 *
 * A file that begins like a known kind and does not end like one was cut off on its way. An office file with macros is none of ours.
 */
export function decideContent(name: string, bytes: Uint8Array): Decision<FileKind> {
  if (bytes.length === 0 || isBlank(bytes)) return refuse('attachment.empty', { name }, article);
  const whole = (kind: FileKind, isWhole: boolean) => (isWhole ? accept(kind) : refuse('attachment.torn', { name }, article));
  const foreign = refuse('attachment.kind-not-accepted', { name, accepted: acceptedLabels }, article);

  if (startsWith(bytes, ascii('%PDF-'))) return whole('pdf', lastIndexOf(bytes, ascii('%%EOF')) >= Math.max(1, bytes.length - 2_048));
  if (startsWith(bytes, pngStart)) return whole('png', lastIndexOf(bytes, pngEnd) > 0);
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return whole('jpeg', isWholeJpeg(bytes));
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) {
    const names = entriesInZip(bytes)?.map((entry) => entry.name);
    if (!names) return refuse('attachment.torn', { name }, article);
    const office = names.includes('[Content_Types].xml') && !names.some((part) => part.endsWith('vbaProject.bin'));
    if (office && names.includes('word/document.xml')) return accept('docx');
    if (office && names.includes('xl/workbook.xml')) return accept('xlsx');
    return foreign;
  }
  return isText(bytes) ? accept('txt') : foreign;
}

/**
 * Name under which a file is kept（文件名）: without folders, control characters and signs that turn the reading direction, and with the ending
 * of what it is, so that `通知.exe` that holds a PDF is offered as `通知.exe.pdf`.
 */
export function fileNameFor(claimed: string, kind: FileKind): string {
  const last = claimed.split(/[\\/]/).at(-1) ?? '';
  const clean = last.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>:"|?*]/gu, '').trim();
  const { endings } = fileKinds[kind];
  const name = /[^.\s]/.test(clean) ? clean : '附件';
  const right = endings.some((ending) => name.toLowerCase().endsWith(`.${ending}`));
  const ending = right ? name.slice(name.lastIndexOf('.')) : `.${endings[0]}`;
  const stem = right ? name.slice(0, name.lastIndexOf('.')) : name;
  return `${[...stem].slice(0, longestStem).join('')}${ending}`;
}
const longestStem = 100;

const ascii = (text: string): number[] => [...text].map((character) => character.charCodeAt(0));
const pngStart = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const pngEnd = [...ascii('IEND'), 0xae, 0x42, 0x60, 0x82];

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean => start.every((byte, index) => bytes[index] === byte);

function lastIndexOf(bytes: Uint8Array, wanted: readonly number[]): number {
  for (let at = bytes.length - wanted.length; at >= 0; at--) if (wanted.every((byte, index) => bytes[at + index] === byte)) return at;
  return -1;
}

/** Walk to the picture itself: the small preview that cameras put before it has an end of its own. */
function isWholeJpeg(bytes: Uint8Array): boolean {
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] ?? 0;
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    if (marker === 0xda) return lastIndexOf(bytes, [0xff, 0xd9]) > at + length;
    at += marker === 0xff ? 1 : length + 2;
  }
  return false;
}
