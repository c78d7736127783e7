import { Client } from 'pg';
import { withDatabase } from './with-database.ts';

interface JobRow {
  id: string;
  kind: string;
  state: 'running' | 'failed' | 'waiting';
  attempts: number;
  max_attempts: number;
  last_error: string | null;
}

const label = { running: '正在运行', failed: '已失败', waiting: '正在等待' };

/** 后台作业: what has not succeeded yet, running first. */
export async function listJobs(): Promise<void> {
  const rows = await withDatabase(async (owner) => {
    const client = new Client(owner);
    await client.connect();
    try {
      const found = await client.query<JobRow>(`select id, kind, state, attempts, max_attempts, last_error from job
        order by array_position(array['running', 'failed', 'waiting'], state), id`);
      return found.rows;
    } finally {
      await client.end();
    }
  });
  if (rows.length === 0) console.log('没有未完成的后台作业。');
  for (const { id, kind, state, attempts, max_attempts, last_error } of rows)
    console.log([id, label[state], kind, `${attempts}/${max_attempts} 次`, last_error ?? ''].join('\t').trimEnd());
}
