import { dayOf } from '#kernel/day';
import { settle } from '#kernel/decision';
import type { Context } from '#platform/http';
import { newId } from '#platform/id';
import type { AddInput, OrganizationView } from './contract.ts';
import { decideAddition } from './rules/place.ts';
import * as store from './store.ts';
import { viewOf } from './view.ts';

/** Enter an organization below another（登记下级党组织）. */
export async function addOrganization(ctx: Context, { organizationId, ...fresh }: AddInput): Promise<OrganizationView> {
  const parent = await store.lockOrganization(ctx.db, organizationId);
  const around = await store.surroundingsOf(ctx.db, organizationId, fresh.name);
  const path = settle(decideAddition({ kind: parent.kind, path: parent.path, ...around }, fresh, dayOf(new Date())));
  const { hasCommittee, setUpOn, ...same } = fresh;
  const row = { ...same, id: newId(), parent_id: organizationId, path, has_committee: hasCommittee, set_up_on: setUpOn };
  await store.addOrganizations(ctx.db, [row]);
  await ctx.record('organization.added', { subjectId: row.id, path, after: row });
  return viewOf(await store.listedOrganization(ctx.db, row.id));
}
