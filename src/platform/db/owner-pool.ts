import { type ClientConfig, Pool } from 'pg';

/** Connections as the owner, for what serves no request: the job queue, back-up and restore. */
export function ownerPool(owner: ClientConfig, connections: number): Pool {
  const pool = new Pool({ ...owner, max: connections });
  // A broken connection is replaced by the pool, and its query fails; unheard, its event would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}
