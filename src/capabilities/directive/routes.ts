import { serving } from '#platform/http';
import * as actions from './actions.ts';
import { importDirective } from './actions-import.ts';
import { contract } from './contract.ts';
import { exportDirectives } from './export.ts';
import { directiveOf, pageOfDirectives } from './store.ts';
import { clauseViews, directiveView, summaries } from './view.ts';

const os = serving(contract);

export const router = os.router({
  listDirectives: os.listDirectives.handler(async ({ context: { db, path }, input }) => {
    const { rows, total } = await pageOfDirectives(db, path, input);
    return { rows: await summaries(db, rows), total, page: input.page, size: input.size };
  }),

  exportDirectives: os.exportDirectives.handler(({ context, input }) => exportDirectives(context, input)),

  importDirective: os.importDirective.handler(({ context, input }) => importDirective(context, input)),

  readDirective: os.readDirective.handler(({ context, input }) => directiveView(context, input.directiveId)),

  listClauses: os.listClauses.handler(async ({ context: { db }, input: { directiveId } }) => {
    const { duty_list_id } = await directiveOf(db, directiveId);
    return clauseViews(db, directiveId, duty_list_id);
  }),

  makeDuty: os.makeDuty.handler(({ context, input }) => actions.makeDuty(context, input)),
  typeClause: os.typeClause.handler(({ context, input }) => actions.typeClause(context, input)),
  settleClauses: os.settleClauses.handler(({ context, input }) => actions.settleClauses(context, input)),
  reopenClauses: os.reopenClauses.handler(({ context, input }) => actions.reopenClauses(context, input)),
});
