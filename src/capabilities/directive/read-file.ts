import { decideContent } from '#attachment';
import { accept, type Decision, refuse } from '#kernel/decision';
import { readDocx } from './read-docx.ts';
import { readPdf } from './read-pdf.ts';
import { decodeText } from './rules/encoding.ts';

/** What a file says（读出的文稿）: its text, or the number of pages of a scan that has none. */
export interface Reading {
  text: string;
  /** 0 where there is text */
  pages: number;
}

/** Longer than any speech or plan we know of; what is longer is sent in parts（字数上限）. */
export const longestText = 100_000;
/** 扫描件页数上限 */
export const mostPages = 300;

const article = '夯基规则：讲话、通知、方案须能读出文字，或是逐页的扫描件';

/**
 * Read a file that somebody brings（读取文稿）: txt, docx, PDF with a text layer; a PDF without one, and a picture, are scans kept page by page.
 * What it is, is told by its content.
 */
export async function readFile(name: string, bytes: Uint8Array): Promise<Decision<Reading>> {
  if (bytes.length === 0) return refuse('directive.file-empty', { name }, article);
  if (isCompound(bytes)) return refuse(/\.docx$/i.test(name) ? 'directive.file-encrypted' : 'directive.file-kind', { name }, article);
  if (hasWideMark(bytes)) return readText(name, bytes);
  const kind = decideContent(name, bytes);
  if (!kind.ok) return refuse(codeFor(kind.refusal.code, name), { name }, article);
  if (kind.value === 'txt') return readText(name, bytes);
  if (kind.value === 'png' || kind.value === 'jpeg') return accept({ text: '', pages: 1 });
  if (kind.value === 'docx') return whole(name, await readDocx(bytes));
  if (kind.value === 'pdf') return whole(name, await readPdf(bytes, mostPages));
  return refuse('directive.file-kind', { name }, article);
}

export type Failure = 'torn' | 'encrypted' | 'too-many-pages' | 'too-much' | 'busy';

function whole(name: string, read: Reading | Failure): Decision<Reading> {
  if (read === 'torn') return refuse('directive.file-torn', { name }, article);
  if (read === 'encrypted') return refuse('directive.file-encrypted', { name }, article);
  if (read === 'busy') return refuse('directive.reading-busy', {}, article);
  if (read === 'too-much') return refuse('directive.file-too-much', { name }, article);
  if (read === 'too-many-pages') return refuse('directive.pages-too-many', { limit: mostPages }, article);
  if (read.pages === 0 && read.text.trim() === '') return refuse('directive.file-empty', { name }, article);
  return accept(read);
}

function readText(name: string, bytes: Uint8Array): Decision<Reading> {
  const text = decodeText(bytes);
  if (text === undefined) return refuse('directive.encoding', { name }, article);
  if (text.trim() === '') return refuse('directive.file-empty', { name }, article);
  return accept({ text, pages: 0 });
}

/** A name that promises text is answered about its encoding, any other about its kind. */
function codeFor(code: string, name: string): string {
  if (code === 'attachment.empty') return 'directive.file-empty';
  if (code === 'attachment.torn') return 'directive.file-torn';
  return /\.(?:txt|text|md)$/i.test(name) ? 'directive.encoding' : 'directive.file-kind';
}

/** The container of old Word files, and of Word files locked by a password. */
const isCompound = (bytes: Uint8Array): boolean => [0xd0, 0xcf, 0x11, 0xe0].every((byte, index) => bytes[index] === byte);
const hasWideMark = (bytes: Uint8Array): boolean => (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
