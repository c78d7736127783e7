import { sql } from 'kysely';
import { serving } from '#platform/http';
import { originOf } from '#work-item';
import * as actions from './actions.ts';
import * as sending from './actions-dispatch.ts';
import * as lists from './actions-list.ts';
import * as structure from './actions-structure.ts';
import { contract } from './contract.ts';
import { exportLists, exportOf } from './export.ts';
import { receiversOf } from './organizations.ts';
import * as store from './store.ts';
import { basesOf } from './store-bases.ts';
import { dispatchesOf, dispatchOf } from './store-dispatches.ts';
import * as duties from './store-duties.ts';
import { suggestionsOf } from './suggestions.ts';
import { basisView, dispatchView, dutyViews, listViews } from './view.ts';

const os = serving(contract);

export const router = os.router({
  listDutyLists: os.listDutyLists.handler(async ({ context: { db, actor, path }, input }) => {
    const { rows, total } = await store.pageOfLists(db, path, input);
    return { rows: await listViews(db, rows, actor), total, page: input.page, size: input.size };
  }),

  exportDutyLists: os.exportDutyLists.handler(({ context, input }) => exportLists(context, input)),

  createDutyList: os.createDutyList.handler(({ context, input }) => lists.createDutyList(context, input)),

  readDutyList: os.readDutyList.handler(({ context, input }) => lists.viewOf(context, input.dutyListId)),

  listDuties: os.listDuties.handler(async ({ context: { db }, input: { dutyListId, since } }) => {
    // The revision is read first: a save in between is shown now and once more with the next question, never missed.
    const { revision } = await store.listOf(db, dutyListId);
    const found = since === undefined ? await duties.dutiesOf(db, dutyListId) : await duties.dutiesSince(db, dutyListId, since);
    return { revision, duties: await dutyViews(db, found) };
  }),

  setYear: os.setYear.handler(({ context, input }) => lists.setYear(context, input)),
  addDuty: os.addDuty.handler(({ context, input }) => actions.addDuty(context, input)),
  saveDuty: os.saveDuty.handler(({ context, input }) => actions.saveDuty(context, input)),
  fillDuties: os.fillDuties.handler(({ context, input }) => actions.fillDuties(context, input)),
  confirmDuties: os.confirmDuties.handler(({ context, input }) => actions.confirmDuties(context, input)),
  mergeDuties: os.mergeDuties.handler(({ context, input }) => structure.mergeDuties(context, input)),
  splitDuty: os.splitDuty.handler(({ context, input }) => structure.splitDuty(context, input)),
  moveDuty: os.moveDuty.handler(({ context, input }) => structure.moveDuty(context, input)),
  removeDuty: os.removeDuty.handler(({ context, input }) => structure.removeDuty(context, input)),
  restoreDuty: os.restoreDuty.handler(({ context, input }) => structure.restoreDuty(context, input)),

  listSuggestions: os.listSuggestions.handler(({ context, input }) => suggestionsOf(context.db, input.dutyListId)),

  submitDutyList: os.submitDutyList.handler(({ context, input }) => lists.submitDutyList(context, input)),
  reviewDutyList: os.reviewDutyList.handler(({ context, input }) => lists.reviewDutyList(context, input)),
  issueDutyList: os.issueDutyList.handler(({ context, input }) => lists.issueDutyList(context, input)),

  countReceivers: os.countReceivers.handler(async ({ context: { db, path }, input: { receivers } }) => {
    const found = receiversOf(db, path, receivers);
    const count = sql<number>`count(*)::int`.as('count');
    const byLevel = await found.select(['organization.level', count]).groupBy('organization.level').orderBy('organization.level').execute();
    const byField = await found.select(['organization.field', count]).groupBy('organization.field').orderBy('organization.field').execute();
    const first = await found.select(['organization.id', 'organization.name']).orderBy('organization.path').limit(20).execute();
    return { total: byLevel.reduce((sum, row) => sum + row.count, 0), byLevel, byField, first };
  }),

  dispatchDutyList: os.dispatchDutyList.handler(({ context, input }) => sending.dispatchDutyList(context, input)),

  listDispatches: os.listDispatches.handler(async ({ context: { db }, input }) => (await dispatchesOf(db, input.dutyListId)).map(dispatchView)),

  readDispatch: os.readDispatch.handler(async ({ context: { db }, input }) => dispatchView(await dispatchOf(db, input.dispatchId))),

  readTrace: os.readTrace.handler(async ({ context: { db }, input }) => {
    const origin = await originOf(db, input.workItemId);
    if (origin.kind !== 'duty') return null;
    const duty = await duties.dutyOf(db, origin.id);
    const list = await store.listOf(db, duty.dutyListId);
    return {
      dutyId: duty.id,
      ordinal: duty.ordinal,
      goal: duty.goal,
      dutyListId: list.id,
      listTitle: list.title,
      listNumber: list.number,
      issuedAt: list.issued_at?.toISOString() ?? null,
      issuer: list.organization_name,
      bases: (await basesOf(db, [duty.id])).map(basisView),
    };
  }),

  exportDutyList: os.exportDutyList.handler(({ context, input }) => exportOf(context, input.dutyListId, input.onlyGaps ?? false)),
});
