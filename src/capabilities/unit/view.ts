import type { UnitRow } from './contract.ts';
import type { ListedUnit } from './store.ts';

/** A unit as a list shows it（单位）. */
export const viewOf = (unit: ListedUnit): UnitRow => ({
  id: unit.id,
  name: unit.name,
  kind: unit.kind,
  creditCode: unit.credit_code,
  inOperation: unit.in_operation,
  employees: unit.employees,
  coveredById: unit.covered_by_id,
  coveredByName: unit.covering_name,
});
