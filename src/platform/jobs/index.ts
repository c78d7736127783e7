export { enqueue, type Job, type JobContext, type Services } from './job.ts';
export { type JobSettings, runJobs } from './run.ts';
