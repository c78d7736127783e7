// Filling in a simulated county: rows a second with every constraint, index and policy on, against a raw COPY of the same rows into
// bare tables of the same columns, in the same run. `npx tsx bench/simulate.ts [counties] [organizations] [members]`
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { migrate, startEmbedded } from '#platform/db';
import { folderStore } from '#platform/files';
import { openKeyring } from '#platform/keyring';
import { simulate } from '#simulation';

const [counties = 2, organizationsPerCounty = 1_500, membersPerCounty = 30_000] = process.argv.slice(2).map(Number);
const tables = ['organization', 'person', 'member', 'post', 'post_holding', 'term', 'unit', 'account', 'role_grant'];

const folder = await mkdtemp(join(tmpdir(), 'hangji-bench-'));
const server = await startEmbedded(folder);
try {
  await migrate(server.owner, 'migrations');
  const services = { files: folderStore(folder), keyring: await openKeyring(folder) };
  const report = await simulate(server.owner, {
    services,
    counties,
    organizationsPerCounty,
    membersPerCounty,
    onProgress: ({ counties, of, rows, rowsPerSecond }) => console.log(`${counties}/${of} 县，${rows} 行，${rowsPerSecond} 行/秒`),
  });
  const floor = await rawCopy();
  const perSecond = Math.round(floor.rows / floor.seconds);
  console.log(
    `模拟        ${report.rows} 行，${report.seconds.toFixed(1)} 秒，${report.rowsPerSecond} 行/秒，内存峰值 ${Math.round(report.peakMemoryBytes / 1e6)} MB`,
  );
  console.log(`裸 COPY     ${floor.rows} 行，${floor.seconds.toFixed(1)} 秒，${perSecond} 行/秒`);
  console.log(`比值        ${(perSecond / report.rowsPerSecond).toFixed(1)} 倍于裸 COPY 的时间`);
} finally {
  await server.stop();
  await rm(folder, { recursive: true });
}

/** The floor: the bytes are there already, the tables have no index, no key and no check. One table at a time, so that memory holds one. */
async function rawCopy(): Promise<{ rows: number; seconds: number }> {
  const client = new Client(server.owner);
  await client.connect();
  const sum = { rows: 0, seconds: 0 };
  for (const table of tables) {
    await client.query(`create table floor as select * from ${table} with no data`);
    const bytes = await buffer(client.query(copyTo(`copy (select * from ${table}) to stdout`)));
    const start = performance.now();
    await pipeline(Readable.from(pieces(bytes)), client.query(copyFrom('copy floor from stdin')));
    sum.seconds += (performance.now() - start) / 1_000;
    const { rows } = await client.query<{ count: number }>('select count(*)::int as count from floor');
    sum.rows += rows[0]?.count ?? 0;
    await client.query('drop table floor');
  }
  await client.end();
  return sum;
}

function* pieces(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}
