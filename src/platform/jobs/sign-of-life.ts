import { setTimeout as pause } from 'node:timers/promises';
import { Client, type ClientConfig } from 'pg';

const gate = 20_260_103;
const reconnectMilliseconds = 1_000;

// A worker that was killed leaves its jobs locked, and the queue itself would wait four hours. Whoever can take the lock of a
// worker's name has outlived that worker. Reading and freeing is one transaction, so that nobody takes the name between.
const freeDead = `
  with holders as (
    select locked_by from graphile_worker._private_jobs where locked_by is not null
    union select locked_by from graphile_worker._private_job_queues where locked_by is not null
  ), dead as materialized (
    select locked_by from holders where locked_by <> $1 and pg_try_advisory_xact_lock(hashtextextended(locked_by, 0))
  )
  select graphile_worker.force_unlock_workers(array(select locked_by from dead)), (select count(*)::int from dead) as workers`;

/** A connection whose lock says that this worker lives（在世标记）; the server drops the lock when the process dies. */
export interface SignOfLife {
  /** Free what dead workers hold. @returns how many were dead */
  freeDead(): Promise<number>;
  close(): Promise<void>;
}

/**
 * Start a worker and hold a lock in its name for as long as the process lives.
 *
 * Between a worker's first job and its lock it would look dead; so starting and freeing take turns at one gate.
 *
 * @param start - starts the worker and returns its name
 */
export async function showLife(owner: ClientConfig, start: () => Promise<string>): Promise<SignOfLife> {
  let client = await opened(owner);
  let closed = false;
  await client.query('select pg_advisory_lock($1)', [gate]);
  await client.query(freeDead, ['']);
  const name = await start();
  await hold(client, name);
  await client.query('select pg_advisory_unlock($1)', [gate]);

  const renew = async () => {
    while (!closed) {
      await pause(reconnectMilliseconds, undefined, { ref: false });
      try {
        const next = await opened(owner);
        await hold(next, name);
        next.once('end', renew);
        client = next;
        return;
      } catch {
        // The server is away; the jobs' own connections say so in the log.
      }
    }
  };
  client.once('end', renew);

  return {
    freeDead: async () => {
      const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [gate]);
      if (!rows[0]?.mine) return 0;
      const freed = await client.query<{ workers: number }>(freeDead, [name]);
      await client.query('select pg_advisory_unlock($1)', [gate]);
      return freed.rows[0]?.workers ?? 0;
    },
    close: async () => {
      closed = true;
      await client.end();
    },
  };
}

async function opened(owner: ClientConfig): Promise<Client> {
  const client = new Client(owner);
  client.on('error', () => {});
  await client.connect();
  return client;
}

const hold = (client: Client, name: string) => client.query('select pg_advisory_lock(hashtextextended($1, 0))', [name]);
