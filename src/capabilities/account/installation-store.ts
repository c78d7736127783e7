import { sql } from 'kysely';
import type { Db } from '#platform/db';

/** Is there anything here yet, and is it simulated（系统状态）? Answered before anybody signed in. */
export async function installationState(db: Db): Promise<{ accounts: boolean; simulated: boolean | null }> {
  const { rows } = await sql<{ accounts: boolean; simulated: boolean | null }>`select * from installation_state()`.execute(db);
  return rows[0] ?? { accounts: false, simulated: null };
}

/** The county one works in, and whether it is simulated. */
export async function installationOf(db: Db): Promise<{ county: { id: string; name: string; code: string }; simulated: boolean }> {
  const { rows } = await sql<{ id: string; name: string; code: string; simulated: boolean | null }>`
    select id, name, code, (select simulated from installation) as simulated from county`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('the county one works in is not there');
  return { county: { id: row.id, name: row.name, code: row.code }, simulated: row.simulated ?? false };
}

/** Let one set-up at a time through, until the transaction ends. */
export const lockInstallation = (db: Db) => sql`select pg_advisory_xact_lock(hashtext('set up'))`.execute(db);

/** Enter the installation and its county; both stay what they are for ever. */
export async function addInstallation(
  db: Db,
  { simulated, digest }: { simulated: boolean; digest: string },
  county: { id: string; name: string; code: string },
) {
  await sql`insert into installation (simulated, digest) values (${simulated}, ${digest})
    on conflict (single) do update set digest = excluded.digest`.execute(db);
  await sql`insert into county (id, name, code) values (${county.id}, ${county.name}, ${county.code})`.execute(db);
}
