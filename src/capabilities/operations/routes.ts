import { serving } from '#platform/http';
import { version } from '#platform/program';
import * as actions from './actions.ts';
import { contract } from './contract.ts';
import * as store from './store.ts';
import { viewOf } from './view.ts';

const os = serving(contract);

export const router = os.router({
  readInstallation: os.readInstallation.handler(({ context }) => actions.readInstallation(context, version)),

  listJobs: os.listJobs.handler(async ({ context: { db }, input: { states, kind, page, size } }) => {
    const { rows, total } = await store.jobsIn(db, { states, kind }, { page, size });
    return { rows: rows.map(viewOf), total, page, size, counts: await store.countJobs(db) };
  }),

  retryJob: os.retryJob.handler(({ context, input }) => actions.retryJob(context, input.jobId)),
});
