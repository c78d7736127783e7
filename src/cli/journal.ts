import { once } from 'node:events';
import { createWriteStream, existsSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import { Client, type ClientConfig } from 'pg';
import { wholeCounty } from '#kernel/scope';
import { connect, type Db, OperatorError, transaction } from '#platform/db';
import { newId } from '#platform/id';
import { type ExportHeader, exportLines, type Inspection, inspect, NotAnExport, type SealMark, sentenceOf, verifyExport } from '#platform/journal';
import { withDatabase } from './with-database.ts';

type County = ExportHeader['county'];

/** 核验日志, of every county in the database or of an exported file. @param mark - `12:9f86d0…`, a seal noted down outside */
export async function verifyJournal(file: string | undefined, mark?: string): Promise<void> {
  const known = mark === undefined ? undefined : markOf(mark);
  if (file) return report(file, await fileInspected(file, known));
  await withDatabase(async (owner) => {
    const counties = await countiesOf(owner);
    if (known && counties.length > 1) throw new OperatorError('库里有多个县，封条不知属于哪一个。请先导出该县日志，再用 --file 核验。');
    await reading(owner, async (db) => {
      for (const county of counties) report(county.name, await inside(db, county, (trx) => inspect(trx, known)));
    });
  });
}

function report(name: string, { findings, seals, entries, last }: Inspection): void {
  if (findings.length > 0) throw new OperatorError(findings.map((finding) => `${name}：${sentenceOf(finding)}`).join('\n'));
  console.log(`${name}：${entries} 条日志、${seals} 道封条，核验通过。`);
  if (last) console.log(`  最新封条 ${last.number}:${last.digest}（抄录到库外，日后可用 --mark 查出日志末尾是否被截断）`);
}

async function fileInspected(file: string, mark: SealMark | undefined): Promise<Inspection> {
  if (!existsSync(file)) throw new OperatorError(`没有文件 ${file}。请检查文件名。`);
  try {
    return await verifyExport(file, mark);
  } catch (error) {
    throw error instanceof NotAnExport ? new OperatorError(`${file}：${error.message}`) : error;
  }
}

function markOf(text: string): SealMark {
  const [, number, digest] = text.match(/^(\d+):([0-9a-f]{64})$/) ?? [];
  if (!number || !digest) throw new OperatorError('封条的写法是“序号:摘要”，例如 12:9f86d081…（64 位十六进制）。');
  return { number: Number(number), digest };
}

/** 导出日志 of every county: into one file, or beside it one for each when there are several. */
export async function exportJournal(file: string): Promise<void> {
  await withDatabase(async (owner) => {
    const counties = await countiesOf(owner);
    const simulated = await isSimulated(owner);
    await reading(owner, async (db) => {
      for (const county of counties) {
        const name = counties.length === 1 ? file : `${file}.${county.code}`;
        if (existsSync(name)) throw new OperatorError(`文件 ${name} 已经在那里，没有覆盖。请换一个文件名。`);
        const header = { county, simulated, exportedAt: new Date().toISOString() };
        const lines = await inside(db, county, (trx) => write(name, exportLines(trx, header)));
        console.log(`${county.name}：${lines} 行，写入 ${name}`);
      }
    });
  });
}

async function write(name: string, lines: AsyncIterable<string>): Promise<number> {
  const out = createWriteStream(name, { flags: 'wx', mode: 0o600 });
  let written = 0;
  for await (const line of lines) {
    written += 1;
    if (!out.write(`${line}\n`)) await once(out, 'drain');
  }
  out.end();
  await finished(out);
  return written;
}

/** What is wrong with the journals of a database, as sentences; empty when each stands as it was sealed. */
export const findingsIn = async (owner: ClientConfig): Promise<string[]> => {
  const sentences: string[] = [];
  const counties = await countiesOf(owner);
  await reading(owner, async (db) => {
    for (const county of counties) {
      const { findings } = await inside(db, county, (trx) => inspect(trx));
      sentences.push(...findings.map((finding) => `${county.name}：${sentenceOf(finding)}`));
    }
  });
  return sentences;
};

const inside = <T>(db: Db, { id }: County, work: (db: Db) => Promise<T>): Promise<T> =>
  transaction(db, { role: 'hangji_reader', scope: wholeCounty(id), actorId: newId() }, work);

async function reading(owner: ClientConfig, work: (db: Db) => Promise<void>): Promise<void> {
  const { db, close } = connect(owner, 2);
  try {
    await work(db);
  } finally {
    await close();
  }
}

const countiesOf = (owner: ClientConfig): Promise<County[]> => asked<County>(owner, 'select id, name, code from county order by code');

const isSimulated = async (owner: ClientConfig): Promise<boolean> =>
  (await asked<{ simulated: boolean }>(owner, 'select simulated from installation'))[0]?.simulated ?? false;

async function asked<Row>(owner: ClientConfig, statement: string): Promise<Row[]> {
  const client = new Client(owner);
  await client.connect();
  try {
    const { rows } = await client.query(statement);
    return rows;
  } finally {
    await client.end();
  }
}
