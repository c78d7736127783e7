import { accept, type Decision, refuse } from '#kernel/decision';
import { type JobState, jobStateLabel } from './words.ts';

const article = '夯基规则：只有失败的作业可以重试';

/** Decide whether a job is tried again（重试）: only one that gave up; what runs or waits needs nobody. */
export function decideRetry(state: JobState | undefined): Decision<'retry'> {
  if (state === undefined) return refuse('operations.job-unknown', {}, article);
  if (state !== 'failed') return refuse('operations.job-not-failed', { state: jobStateLabel[state] }, article);
  return accept('retry');
}
