import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/** What a cell may hold. Lists are arrays of text or ids; objects become jsonb. */
export type Cell = string | number | boolean | null | Buffer | readonly string[] | { readonly json: unknown };

/** Columns of a table in order, and its rows. */
export interface Table {
  name: string;
  columns: readonly string[];
  rows: Iterable<readonly Cell[]>;
}

const piece = 1 << 16;

/** Stream rows into a table by COPY（批量写入）. @returns how many rows went in, and how many bytes they were */
export async function copyInto(client: Client, { name, columns, rows }: Table): Promise<{ rows: number; bytes: number }> {
  const counted = { rows: 0, bytes: 0 };
  function* lines(): Generator<Buffer> {
    let text = '';
    for (const row of rows) {
      text += `${row.map(cellText).join('\t')}\n`;
      counted.rows++;
      if (text.length < piece) continue;
      const bytes = Buffer.from(text);
      counted.bytes += bytes.length;
      yield bytes;
      text = '';
    }
    const bytes = Buffer.from(text);
    counted.bytes += bytes.length;
    if (bytes.length > 0) yield bytes;
  }
  await pipeline(Readable.from(lines(), { objectMode: true, highWaterMark: 4 }), client.query(copyFrom(`copy ${name} (${columns.join(', ')}) from stdin`)));
  return counted;
}

const special = /[\\\t\n\r]/g;
const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
const escaped = (text: string): string => (special.test(text) ? text.replace(special, (character) => escapes[character] ?? character) : text);

function cellText(cell: Cell): string {
  if (cell === null) return '\\N';
  if (typeof cell === 'string') return escaped(cell);
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'boolean') return cell ? 't' : 'f';
  if (Buffer.isBuffer(cell)) return `\\\\x${cell.toString('hex')}`;
  if ('json' in cell) return escaped(JSON.stringify(cell.json));
  return escaped(`{${(cell as readonly string[]).map((text) => `"${text.replace(/["\\]/g, '\\$&')}"`).join(',')}}`);
}
