import { dayOf } from '#kernel/day';
import { organizationOf } from '#organization';
import { type Context, serving } from '#platform/http';
import { workbookFile } from '#platform/spreadsheet';
import * as actions from './actions.ts';
import type { Condition } from './conditions.ts';
import { contract } from './contract.ts';
import { recordEvidence, withdrawEvidence } from './evidence-actions.ts';
import { columns, exportedRows } from './export.ts';
import { countByChild, countLamps, itemsIn, itemsOfList, type Listing, pageOfItems, totalOf } from './listing.ts';
import { rowOf, viewOf } from './view.ts';

const os = serving(contract);
const now = () => dayOf(new Date());

export const router = os.router({
  listWorkItems: os.listWorkItems.handler(({ context, input }) => listed(context, itemsIn(context.actor, context.path, input), input)),

  listItemsOfList: os.listItemsOfList.handler(({ context, input }) => listed(context, itemsOfList(context.actor, input.dutyListId, input), input)),

  countByOrganization: os.countByOrganization.handler(async ({ context: { db }, input: { organizationId, page, size, dutyListId } }) => {
    const rows = await countByChild(db, organizationId, { dutyListId, page, size }, now());
    return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0, page, size };
  }),

  readWorkItem: os.readWorkItem.handler(({ context: { db, actor }, input }) => viewOf(db, input.workItemId, actor, now())),

  acceptWorkItem: os.acceptWorkItem.handler(({ context, input }) => actions.acceptWorkItem(context, input)),
  acceptWorkItems: os.acceptWorkItems.handler(({ context, input }) => actions.acceptWorkItems(context, input)),
  beginWorkItem: os.beginWorkItem.handler(({ context, input }) => actions.beginWorkItem(context, input)),
  addEvidence: os.addEvidence.handler(({ context, input }) => recordEvidence(context, input)),
  withdrawEvidence: os.withdrawEvidence.handler(({ context, input }) => withdrawEvidence(context, input)),
  submitWorkItem: os.submitWorkItem.handler(({ context, input }) => actions.submitWorkItem(context, input)),
  withdrawSubmission: os.withdrawSubmission.handler(({ context, input }) => actions.withdrawSubmission(context, input)),
  reviewWorkItem: os.reviewWorkItem.handler(({ context, input }) => actions.reviewWorkItem(context, input)),
  writeOffWorkItem: os.writeOffWorkItem.handler(({ context, input }) => actions.writeOffWorkItem(context, input)),

  exportWorkItems: os.exportWorkItems.handler(async ({ context: { db, actor, path, record }, input }) => {
    const { name } = await organizationOf(db, input.organizationId);
    await record('work-item.exported', { subjectId: input.organizationId, after: input });
    const rows = exportedRows(db, actor, itemsIn(actor, path, input), input, now());
    return workbookFile(db, `${name}任务 ${now()}`, [{ name: '任务', columns, rows }]);
  }),
});

async function listed({ db, actor }: Context, conditions: Condition[], listing: Listing) {
  const today = now();
  const lampCounts = await countLamps(db, conditions, today);
  const items = await pageOfItems(db, actor, conditions, listing, today);
  const rows = items.map((item) => rowOf(item, actor, today));
  return { rows, total: totalOf(lampCounts, listing.lamps), page: listing.page, size: listing.size, lampCounts };
}
