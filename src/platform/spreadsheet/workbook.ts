import { Zip, ZipDeflate } from 'fflate';
import { frameOf, sheetEnd, sheetStart, styles } from './parts.ts';
import { cut, escaped, letters, looksLive, sheetName } from './text.ts';

export type Cell = string | number | null;

export interface Column {
  title: string;
  /** in characters of the screen font; guessed from the title when absent */
  width?: number;
  /** `text` wraps; days are written as text `YYYY-MM-DD` */
  kind?: 'text' | 'number' | 'day';
}

export interface Sheet {
  name: string;
  columns: readonly Column[];
  rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>;
}

export interface Workbook {
  sheets: readonly Sheet[];
  /** a line above every header: `模拟数据` in a simulated installation */
  note?: string | undefined;
}

/** The most rows a sheet may hold, header and note included; what is more goes on in a sheet of its own. */
export const rowLimit = 1_048_576;
const chunk = 64 * 1024;

/**
 * Write an Excel file（导出 Excel）row by row, so that memory holds the packed bytes and not the rows.
 *
 * Every cell is typed: a number is a number, everything else is text. No cell is ever a formula, whatever it begins with:
 * text that starts with `=`, `+`, `-`, `@` or a tab is marked as quoted, so that it stays text when somebody edits it.
 */
export async function writeWorkbook({ sheets, note }: Workbook, limit = rowLimit): Promise<Uint8Array> {
  const archive = new Archive();
  const names: string[] = [];
  for (const sheet of sheets) {
    let writer: SheetWriter | undefined;
    const begin = () => {
      names.push(sheetName(sheet.name, new Set(names.map((name) => name.toLowerCase()))));
      return new SheetWriter(archive.part(`xl/worksheets/sheet${names.length}.xml`), sheet.columns, note);
    };
    writer = begin();
    for await (const row of sheet.rows) {
      if (writer.rows === limit) {
        writer.end();
        writer = begin();
      }
      // Packing is work of this process alone: let others have their turn between two pieces.
      if (writer.add(row)) await new Promise(setImmediate);
    }
    writer.end();
  }
  for (const [path, text] of Object.entries(frameOf(names))) archive.part(path)(text, true);
  return archive.end();
}

type Part = (text: string, last: boolean) => void;

class Archive {
  readonly #pieces: Uint8Array[] = [];
  readonly #zip = new Zip((error, piece) => {
    if (error) throw error;
    this.#pieces.push(piece);
  });
  readonly #encoder = new TextEncoder();

  part(path: string): Part {
    const file = new ZipDeflate(path, { level: 6 });
    this.#zip.add(file);
    return (text, last) => file.push(this.#encoder.encode(text), last);
  }

  end(): Uint8Array {
    this.#zip.end();
    return new Uint8Array(Buffer.concat(this.#pieces));
  }
}

class SheetWriter {
  rows = 0;
  #text: string;
  readonly #part: Part;
  readonly #columns: readonly Column[];
  readonly #header: number;

  constructor(part: Part, columns: readonly Column[], note: string | undefined) {
    this.#part = part;
    this.#columns = columns;
    this.#header = note === undefined ? 1 : 2;
    this.#text = sheetStart(columns.map(widthOf), this.#header);
    if (note !== undefined) this.#row([note], () => styles.note);
    this.#row(
      columns.map((column) => column.title),
      () => styles.header,
    );
  }

  /** @returns whether a piece was packed */
  add(row: readonly Cell[]): boolean {
    this.#row(row, (value, index) => {
      if (typeof value === 'string' && looksLive(value)) return styles.quoted;
      return (this.#columns[index]?.kind ?? 'text') === 'text' ? styles.wrapped : styles.plain;
    });
    if (this.#text.length < chunk) return false;
    this.#part(this.#text, false);
    this.#text = '';
    return true;
  }

  end(): void {
    const last = letters(Math.max(this.#columns.length - 1, 0));
    this.#part(this.#text + sheetEnd(`A${this.#header}:${last}${this.rows}`), true);
  }

  #row(cells: readonly Cell[], styleOf: (value: Cell, index: number) => number): void {
    this.rows++;
    const written = cells.map((value, index) => cellOf(value, `${letters(index)}${this.rows}`, styleOf(value, index)));
    this.#text += `<row r="${this.rows}">${written.join('')}</row>`;
  }
}

function cellOf(value: Cell, reference: string, style: number): string {
  if (value === null || value === '') return '';
  if (typeof value === 'number' && Number.isFinite(value)) return `<c r="${reference}" s="${style}"><v>${value}</v></c>`;
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(cut(String(value)))}</t></is></c>`;
}

/** A Chinese character is two wide. */
function widthOf({ title, width }: Column): number {
  return width ?? Math.min(60, Math.max(8, [...title].reduce((sum, character) => sum + (character > '\u00ff' ? 2 : 1), 0) + 4));
}
