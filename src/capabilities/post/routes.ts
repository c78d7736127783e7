import { serving } from '#platform/http';
import * as actions from './actions.ts';
import { contract } from './contract.ts';
import { bodyView } from './view.ts';

const os = serving(contract);

export const router = os.router({
  readBody: os.readBody.handler(({ context, input: { organizationId, on } }) => bodyView(context, organizationId, on)),

  appoint: os.appoint.handler(({ context, input }) => actions.appoint(context, input)),

  leave: os.leave.handler(({ context, input }) => actions.leave(context, input)),
});
