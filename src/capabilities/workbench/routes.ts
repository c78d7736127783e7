import { dayOf } from '#kernel/day';
import { serving } from '#platform/http';
import { contract } from './contract.ts';
import { workbenchOf } from './view.ts';

const os = serving(contract);

export const router = os.router({
  readWorkbench: os.readWorkbench.handler(({ context, input }) => workbenchOf(context, input.organizationId, dayOf(new Date()))),
});
