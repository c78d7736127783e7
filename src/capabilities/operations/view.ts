import type { JobView } from './contract.ts';
import type { Job } from './store.ts';

/** A job as the page shows it（后台作业）. */
export const viewOf = ({ id, kind, state, attempts, max_attempts, last_error, created_at, run_at, started_at }: Job): JobView => ({
  id: String(id),
  kind,
  state,
  attempts,
  maxAttempts: max_attempts,
  lastError: last_error,
  createdAt: created_at.toISOString(),
  runAt: run_at.toISOString(),
  startedAt: started_at?.toISOString() ?? null,
  may: state === 'failed' ? ['retry'] : [],
});
