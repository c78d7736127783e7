import { serving } from '#platform/http';
import * as actions from './actions.ts';
import { contract } from './contract.ts';
import { exportOrganizations } from './export.ts';
import * as store from './store.ts';
import { mayDo, viewOf } from './view.ts';

const os = serving(contract);

export const router = os.router({
  readOrganization: os.readOrganization.handler(async ({ context: { db, actor }, input }) => {
    const organization = await store.listedOrganization(db, input.organizationId);
    return { ...viewOf(organization), ancestors: await store.ancestorsOf(db, organization.path), may: mayDo(actor, organization) };
  }),

  listChildren: os.listChildren.handler(async ({ context: { db }, input: { organizationId, page, size } }) => {
    const { rows, total } = await store.childrenOf(db, organizationId, { page, size });
    return { rows: rows.map(viewOf), total, page, size };
  }),

  searchOrganizations: os.searchOrganizations.handler(async ({ context: { db, path }, input: { page, size, ...wanted } }) => {
    const { rows, total } = await store.searchIn(db, path, wanted, { page, size });
    return { rows: rows.map(({ parent_name, ...row }) => ({ ...viewOf(row), parentName: parent_name ?? '' })), total, page, size };
  }),

  addOrganization: os.addOrganization.handler(({ context, input }) => actions.addOrganization(context, input)),

  exportOrganizations: os.exportOrganizations.handler(({ context, input }) => exportOrganizations(context, input)),
});
