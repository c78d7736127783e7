import type { ClientBase, ClientConfig } from 'pg';
import { Client } from 'pg';
import { OperatorError } from '#platform/db';

const foundingLock = 20_260_104;

/** Fill a new installation; told how it goes. */
export type Fill = () => Promise<void>;

/**
 * Found the installation（建库）when it is new, as simulated or real, for ever.
 *
 * A simulated one is marked finished after its filling; a filling that was torn is swept away and begun anew. Of processes that
 * start together one fills, the rest wait.
 *
 * @throws {OperatorError} when the place holds an installation of the other sort
 */
export async function found(owner: ClientConfig, wanted: { simulated: boolean; place: string }, fill: Fill): Promise<void> {
  const client = new Client(owner);
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [foundingLock]);
    const found = await foundingOf(client);
    if (found && found.simulated !== wanted.simulated) throw new OperatorError(otherSort(wanted));
    if (found?.finished) return;
    if (found) await sweep(client);
    await client.query('insert into founding (simulated) values ($1)', [wanted.simulated]);
    if (wanted.simulated) await fill();
    await client.query('update founding set finished_at = now()');
  } finally {
    await client.end();
  }
}

const otherSort = ({ simulated, place }: { simulated: boolean; place: string }): string =>
  simulated
    ? `${place}里是真实安装，不能填入模拟数据。要启动它，请用 npm start -- --empty；要试用，请以 HANGJI_DATA 换一个目录。`
    : `${place}里是模拟数据，不能用作真实安装。请以 HANGJI_DATA 换一个空目录，再运行 npm start -- --empty。`;

/** How the installation was founded. One that was filled or set up by another way counts as finished. */
export async function foundingOf(client: ClientBase): Promise<{ simulated: boolean; finished: boolean } | undefined> {
  const { rows } = await client.query<{ simulated: boolean; finished: boolean }>(`
    select simulated, finished_at is not null as finished from founding
    union all select simulated, true from installation where not exists (select from founding)`);
  return rows[0];
}

/** Empty every table but the history of migrations; only ever called on a simulated filling that did not finish. */
async function sweep(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ tables: string }>(`
    select string_agg(format('%I.%I', schemaname, tablename), ', ') as tables from pg_tables
    where schemaname = 'public' and tablename <> 'migration'`);
  await client.query(`truncate ${rows[0]?.tables}, graphile_worker._private_jobs restart identity`);
}
