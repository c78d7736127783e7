import { serving } from '#platform/http';
import * as actions from './actions.ts';
import { contract } from './contract.ts';
import { exportRegister } from './register.ts';
import * as store from './store.ts';
import { viewOf } from './view.ts';

const os = serving(contract);

export const router = os.router({
  listMembers: os.listMembers.handler(async ({ context: { db, path, actor }, input: { page, size, sort, ...wanted } }) => {
    const { rows, total } = await store.listMembers(db, path, wanted, { page, size, sort });
    return { rows: rows.map((row) => viewOf(row, actor)), total, page, size };
  }),

  countMembers: os.countMembers.handler(({ context: { db, path } }) => store.countMembers(db, path)),

  addMember: os.addMember.handler(({ context, input }) => actions.addMember(context, input)),

  exportMembers: os.exportMembers.handler(({ context, input }) => exportRegister(context, input)),
});
