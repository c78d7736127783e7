import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Db } from '#platform/db';
import { checker, type Inspection, type SealMark } from './check.ts';
import { algorithms } from './merkle.ts';
import { readSeals } from './verify.ts';

/** Whose journal a file holds. */
export interface ExportHeader {
  county: { id: string; name: string; code: string };
  simulated: boolean;
  exportedAt: string;
}

const hex = z
  .string()
  .regex(/^([0-9a-f]{2})+$/)
  .transform((text) => Buffer.from(text, 'hex'));
const HeaderLine = z.object({
  journal: z.literal('hangji'),
  version: z.literal(1),
  county: z.object({ id: z.string(), name: z.string(), code: z.string() }),
  simulated: z.boolean(),
  exportedAt: z.string(),
});
const SealLine = z.object({ seal: z.int(), entries: z.int(), algorithm: z.enum(algorithms), root: hex, digest: hex, sealedAt: z.string() });
const EndLine = z.object({ end: z.literal(true), seals: z.int(), entries: z.int() });

/**
 * Write a county's journal as lines（导出日志）: a header; each entry exactly as it was hashed; after a seal's entries the seal;
 * and an end, so that a cut file shows. Whoever holds the file verifies it without us: `docs/` says how.
 *
 * @param db - a transaction whose scope is the whole county
 */
export async function* exportLines(db: Db, header: ExportHeader): AsyncGenerator<string> {
  yield JSON.stringify({ journal: 'hangji', version: 1, ...header });
  let seals = 0;
  let entries = 0;
  for await (const { seal, lines } of readSeals(db)) {
    yield* lines;
    const { number, algorithm, root, digest, sealedAt } = seal;
    yield JSON.stringify({ seal: number, entries: seal.entries, algorithm, root: root.toString('hex'), digest: digest.toString('hex'), sealedAt });
    seals += 1;
    entries += lines.length;
  }
  yield JSON.stringify({ end: true, seals, entries });
}

/** The file is no export of a journal. */
export class NotAnExport extends Error {}

/**
 * Verify an exported file alone（核验导出文件）: no database, no key, only the file, and a seal noted down outside if there is one.
 *
 * @throws {NotAnExport} when it does not begin like one
 */
export async function verifyExport(file: string, mark?: SealMark): Promise<Inspection & { header: ExportHeader }> {
  return verifyLines(createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY }), mark);
}

/** The same over lines from anywhere. */
export async function verifyLines(lines: AsyncIterable<string>, mark?: SealMark): Promise<Inspection & { header: ExportHeader }> {
  const check = checker(mark);
  let header: ExportHeader | undefined;
  let held: string[] = [];
  let last = 0;
  let ended: z.infer<typeof EndLine> | undefined;

  for await (const line of lines) {
    if (!header) {
      header = headerOf(line);
    } else if (line.startsWith('[')) {
      held.push(line);
    } else {
      const value = jsonOf(line);
      const seal = SealLine.safeParse(value);
      const end = EndLine.safeParse(value);
      if (seal.success) {
        check.add({ ...seal.data, number: seal.data.seal }, held);
        last = seal.data.seal;
        held = [];
      } else if (end.success) {
        ended = end.data;
      } else if (line !== '') {
        check.find({ seal: last + 1, problem: 'seal altered' });
      }
    }
  }
  if (!header) throw new NotAnExport('文件是空的，不是日志导出文件。');
  if (held.length > 0) check.find({ seal: last + 1, problem: 'entries without a seal' });
  const found = check.finish();
  if (!ended || ended.seals !== found.seals || ended.entries !== found.entries) found.findings.push({ seal: last + 1, problem: 'file torn' });
  return { ...found, header };
}

function headerOf(line: string): ExportHeader {
  const parsed = HeaderLine.safeParse(jsonOf(line));
  if (!parsed.success) throw new NotAnExport('这不是日志导出文件：第一行不是它的文件头。');
  const { county, simulated, exportedAt } = parsed.data;
  return { county, simulated, exportedAt };
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
