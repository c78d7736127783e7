import { serving } from '#platform/http';
import * as actions from './actions.ts';
import { contract } from './contract.ts';
import { exportUnits } from './export.ts';
import * as store from './store.ts';
import { viewOf } from './view.ts';

const os = serving(contract);

export const router = os.router({
  listUnits: os.listUnits.handler(async ({ context: { db, path }, input: { page, size, ...wanted } }) => {
    const { rows, total } = await store.listUnits(db, path, wanted, { page, size });
    return { rows: rows.map(viewOf), total, page, size };
  }),

  addUnit: os.addUnit.handler(({ context, input }) => actions.addUnit(context, input)),

  exportUnits: os.exportUnits.handler(({ context, input }) => exportUnits(context, input)),
});
