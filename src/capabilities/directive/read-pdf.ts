import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { MessagePort } from 'node:worker_threads';
import { Busy, inThread, TooMuch } from './pdf-thread.ts';
import type { Failure, Reading } from './read-file.ts';
import { type Line, paragraphsOf } from './rules/paragraphs.ts';
import { withoutRadicals } from './rules/radicals.ts';

/** Fewer characters a page than this are no text layer but a stamp or a page number. */
const leastCharacters = 20;

const library = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** No honest file of so many pages takes longer（读取时限）, also where many read at once. */
const mostMilliseconds = 30_000;

/** Read the text layer of a PDF（读取 PDF 文稿）; without one it is a scan, of which only the pages are counted. */
export async function readPdf(bytes: Uint8Array, mostPages: number, milliseconds = mostMilliseconds): Promise<Reading | Failure> {
  try {
    return await inThread(milliseconds, (port) => readThrough(port, bytes, mostPages));
  } catch (error) {
    if (error instanceof TooMuch) return 'too-much';
    if (error instanceof Busy) return 'busy';
    return (error as Error).name === 'PasswordException' ? 'encrypted' : 'torn';
  }
}

async function readThrough(port: MessagePort, bytes: Uint8Array, mostPages: number): Promise<Reading | Failure> {
  const { getDocument, PDFWorker, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({
    // Its types know only the browser's worker; a port of Node answers to the same calls.
    worker: new PDFWorker({ port: port as never }),
    // The library takes its input away: it gets a copy.
    data: new Uint8Array(bytes),
    cMapUrl: `${join(library, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(library, 'standard_fonts')}/`,
    isEvalSupported: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  const document = await task.promise;
  if (document.numPages > mostPages) return 'too-many-pages';
  const pages: Line[][] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(linesOf(items.filter((item) => 'str' in item)));
    page.cleanup();
  }
  const text = withoutRadicals(paragraphsOf(pages).join('\n'));
  const visible = text.replace(/\s/g, '').length;
  return visible < leastCharacters * document.numPages ? { text: '', pages: document.numPages } : { text, pages: 0 };
}

interface Piece {
  str: string;
  transform: number[];
  width: number;
  height: number;
  hasEOL: boolean;
}

/** Pieces of text that stand on one line, from left to right. */
function linesOf(pieces: readonly Piece[]): Line[] {
  const lines: Line[] = [];
  let current: Line | undefined;
  for (const { str, transform, width, height } of pieces) {
    const [, , , , left = 0, bottom = 0] = transform;
    const size = height || Math.abs(transform[3] ?? 0) || 12;
    if (str.trim() === '' && !current) continue;
    if (!current || Math.abs(current.bottom - bottom) > size * 0.5) {
      if (str.trim() === '') continue;
      current = { text: str, left, right: left + width, bottom, size };
      lines.push(current);
      continue;
    }
    const apart = left - current.right > size * 0.25 && /[A-Za-z0-9]$/.test(current.text) && /^[A-Za-z0-9]/.test(str);
    current.text += apart ? ` ${str}` : str;
    if (str.trim() !== '') current.right = Math.max(current.right, left + width);
  }
  return lines;
}
