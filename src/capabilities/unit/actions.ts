import { refuse, settle } from '#kernel/decision';
import { placeOfOrganization } from '#organization';
import type { Context } from '#platform/http';
import { newId } from '#platform/id';
import type { AddInput, UnitRow } from './contract.ts';
import { decideCreditCode } from './rules/credit-code.ts';
import * as store from './store.ts';
import { viewOf } from './view.ts';

/** Enter a unit in an organization's area of responsibility（登记单位）. */
export async function addUnit(ctx: Context, { organizationId, creditCode, coveredById, ...same }: AddInput): Promise<UnitRow> {
  const code = creditCode ? settle(decideCreditCode(creditCode)) : null;
  const covered = coveredById === null || (await placeOfOrganization(ctx.db, coveredById)) !== undefined;
  if (!covered) settle(refuse('unit.organization-not-found', {}, '夯基规则：只能填管辖范围内的党组织'));
  const row = { ...same, id: newId(), organization_id: organizationId, path: ctx.path, credit_code: code, covered_by_id: coveredById };
  await store.addUnit(ctx.db, row);
  await ctx.record('unit.added', { subjectId: row.id, after: row });
  return viewOf(await store.unitOf(ctx.db, row.id));
}
