import { Client, type ClientConfig } from 'pg';
import { hashPassword } from '#account';
import { dayOf } from '#kernel/day';
import { OperatorError } from '#platform/db';
import type { Services } from '#platform/jobs';
import { copyInto, type Table } from './copy.ts';
import { type DemoAccount, demoAccounts, demoPassword } from './county/accounts.ts';
import { type ComposedCounty, composeCounty } from './county/compose.ts';
import { sealingWith, tablesOf } from './county/tables.ts';
import { type Course, composeCourse } from './course/lists.ts';
import { courseTables } from './course/tables.ts';

/** How far the filling has come（进度）. */
export interface Progress {
  /** the table being written */
  table: string;
  rows: number;
  total: number;
}

export interface FillOptions {
  services: Services;
  seed?: string;
  organizations?: number;
  members?: number;
  /** `YYYY-MM-DD`; everything that depends on today is composed for this day */
  today?: string;
  /** which county of a province; each has a name and a code of its own */
  index?: number;
  /** last year's responsibility list with its course */
  withCourse?: boolean;
  onProgress?: (progress: Progress) => void;
}

/** A county that was filled in, and what people and tests need of it. */
export interface SimulatedCounty {
  countyId: string;
  name: string;
  organizations: number;
  members: number;
  rows: number;
  bytes: number;
  /** by key: department, reviewer, leader, townSecretary, townAffairs, villageSecretary, member, jiaoyu, system, security, audit, ... */
  demo: DemoAccount[];
  /** by the same keys: ids of the account, its grant, and the organization it works at */
  ids: Record<string, { accountId: string; grantId: string; organizationId: string; path: string }>;
}

const defaults = { seed: 'hangji', organizations: 1_500, members: 30_000, index: 0, withCourse: true };

/**
 * Fill a migrated database with one simulated county（填充模拟县）: all of it, or nothing.
 *
 * @param owner - the owner's sign-in: rows go in by COPY, with every constraint on
 * @throws {OperatorError} when the installation is a real one, or the county is there already
 */
export async function fillSimulatedCounty(owner: ClientConfig, options: FillOptions): Promise<SimulatedCounty> {
  const client = new Client(owner);
  // A server that goes away fails the query that waits; unheard, its event would end the process without a sentence.
  client.on('error', () => {});
  await client.connect();
  try {
    const county = await fillCounty(client, options, await hashPassword(demoPassword));
    await settleTables(client);
    return county;
  } finally {
    await client.end();
  }
}

/**
 * After so many new rows（整理统计）: without figures the first lists would be planned for empty tables, and without visibility every count would
 * read the table and not its index.
 */
export const settleTables = (client: Client) => client.query('vacuum (analyze)');

/** The same over an open connection, with the one hash of all demo passwords at hand. */
export async function fillCounty(
  client: Client,
  { services, onProgress, today = dayOf(new Date()), ...chosen }: FillOptions,
  passwordHash: string,
): Promise<SimulatedCounty> {
  const { seed, organizations, members, index, withCourse } = { ...defaults, ...chosen };
  const county = composeCounty({ seed, index, organizations, members, today });
  const tables = tablesOf(county, sealingWith(services.keyring, passwordHash));
  const course = withCourse ? composeCourse(county, today) : undefined;
  if (course) tables.push(...courseTables(county, course, await paperOf(county, services)));
  const total = totalOf(county) + (course ? rowsOf(course) : 0);
  let [rows, bytes] = [0, 0];
  await client.query('begin');
  try {
    await enter(client, county);
    for (const table of tables) {
      const written = await copyInto(
        client,
        counted(table, (inTable) => onProgress?.({ table: table.name, rows: rows + inTable, total })),
      );
      rows += written.rows;
      bytes += written.bytes;
    }
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
  return { ...summaryOf(county), rows, bytes };
}

/** The paper behind the documents of a course is one file, kept before the rows that name it. */
async function paperOf({ name }: ComposedCounty, { files }: Services): Promise<{ sha256: string; bytes: number }> {
  const paper = Buffer.from(`会议记录（模拟数据）\n${name}\n参会人员、议定事项见纸质记录本。\n`);
  return { sha256: await files.put(paper), bytes: paper.length };
}

const rowsOf = ({ lists }: Course): number =>
  lists
    .flatMap(({ duties }) => duties.flatMap(({ items }) => items))
    .reduce((sum, { life }) => sum + 1 + life.steps.length + life.proofs.length, lists.length * 80);

/** The installation becomes, or is, a simulated one; the county's own row; and its settings for what follows. */
async function enter(client: Client, { id, name, code }: ComposedCounty): Promise<void> {
  await client.query('insert into installation (simulated) values (true) on conflict do nothing');
  const { rows } = await client.query<{ simulated: boolean }>('select simulated from installation');
  if (!rows[0]?.simulated) throw new OperatorError('这是正式使用的系统，不能填入模拟数据。请换一个数据目录（HANGJI_DATA）或数据库。');
  // Nobody grants to himself: whoever fills in is nobody's account.
  await client.query(`select set_config('app.county', $1, true), set_config('app.actor', $2, true)`, [id, id]);
  const known = await client.query('select from county where code = $1', [code]);
  if (known.rows.length > 0) throw new OperatorError(`代码为 ${code} 的模拟县已经在这个数据库里。请换一个空的数据目录或数据库。`);
  await client.query('insert into county (id, name, code) values ($1, $2, $3)', [id, name, code]);
}

function totalOf({ tree, people, bodies, units, accounts }: ComposedCounty): number {
  const holdings = bodies.posts.reduce((sum, post) => sum + post.holdings.length, 0);
  return tree.all.length + people.length * 2 + bodies.posts.length + holdings + bodies.terms.length + units.length + accounts.length * 2;
}

const every = 1_000;

function counted(table: Table, tell: (rows: number) => void): Table {
  function* rows() {
    let count = 0;
    for (const row of table.rows) {
      yield row;
      if (++count % every === 0) tell(count);
    }
    tell(count);
  }
  return { ...table, rows: rows() };
}

function summaryOf({ id, name, tree, people, accounts }: ComposedCounty): Omit<SimulatedCounty, 'rows' | 'bytes'> {
  const named = accounts.flatMap((one) =>
    one.key === null ? [] : [[one.key, { accountId: one.id, grantId: one.grantId, organizationId: one.at.id, path: one.at.path }] as const],
  );
  return { countyId: id, name, organizations: tree.all.length, members: people.length, demo: demoAccounts(accounts), ids: Object.fromEntries(named) };
}
