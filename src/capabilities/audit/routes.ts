import { serving } from '#platform/http';
import { exportJournal, readMarks, searchEntries, verifyJournal } from './actions.ts';
import { contract } from './contract.ts';
import { allKinds } from './kinds.ts';

const os = serving(contract);

export const router = os.router({
  searchEntries: os.searchEntries.handler(({ context, input }) => searchEntries(context, input)),
  listKinds: os.listKinds.handler(() => ({ rows: allKinds })),
  verifyJournal: os.verifyJournal.handler(({ context, input }) => verifyJournal(context, input.mark)),
  exportJournal: os.exportJournal.handler(({ context }) => exportJournal(context)),
  listMarks: os.listMarks.handler(({ context, input }) => readMarks(context, input.limit)),
});
