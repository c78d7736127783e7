import { creditCheckOf, type UnitKind } from '#unit';
import type { Random } from '../random.ts';
import { societies } from '../words/offices.ts';
import { firmName } from './enterprises.ts';
import type { Planned, Tree } from './tree.ts';

export interface PlannedUnit {
  id: string;
  /** in whose area of responsibility */
  area: Planned;
  coveredBy: Planned | null;
  name: string;
  kind: UnitKind;
  creditCode: string | null;
  inOperation: boolean;
  employees: number;
}

/** Dirty on purpose: of units of the new sector, so many have no organization though they work. */
const uncovered = 0.17;
const closed = 0.04;

const ofOrganization = /(联村)?(机关)?(党委|党总支|党支部|党组)$/;

/**
 * Plan the register of units（单位名录）: every village, office, school, hospital and state firm with its organization; enterprises and
 * social organizations with, and some without.
 */
export function planUnits(tree: Tree): PlannedUnit[] {
  const random = tree.random.fork('units');
  const units: PlannedUnit[] = [];
  const add = (unit: Omit<PlannedUnit, 'id' | 'creditCode' | 'inOperation'>, inOperation = true) =>
    units.push({
      id: tree.id(),
      creditCode: unit.kind === 'village' || unit.kind === 'community' ? null : creditCode(random, unit.kind),
      inOperation,
      ...unit,
    });
  for (const organization of tree.all) {
    const kind = kindOf(organization);
    if (kind)
      add({ area: organization, coveredBy: organization, name: organization.name.replace(ofOrganization, ''), kind, employees: employeesOf(kind, random) });
  }
  const newBranches = tree.all.filter(({ field, kind }) => field === 'new-sector' && (kind === 'branch' || kind === 'joint-branch'));
  for (const branch of newBranches) {
    const kind = /社会组织/.test(branch.parent?.name ?? '') ? 'social-organization' : 'private-enterprise';
    if (branch.kind === 'branch') {
      add({ area: branch, coveredBy: branch, name: branch.name.replace(ofOrganization, ''), kind, employees: random.between(15, 260) });
      continue;
    }
    for (let number = random.between(2, 5); number > 0; number--)
      add({ area: branch, coveredBy: branch, name: nameOf(kind, tree, random), kind, employees: random.between(4, 40) });
  }
  const areas = tree.all.filter(({ field, kind }) => (field === 'town' && kind !== 'branch') || (field === 'new-sector' && kind === 'committee'));
  for (let number = Math.round(newBranches.length * 1.6); number > 0 && areas.length > 0; number--) {
    const kind = random.chance(0.75) ? 'private-enterprise' : 'social-organization';
    const missing = random.chance(uncovered * 2);
    add(
      {
        area: random.pick(areas),
        coveredBy: null,
        name: nameOf(kind, tree, random),
        kind,
        employees: missing ? random.between(50, 300) : random.between(2, 30),
      },
      !random.chance(closed),
    );
  }
  return units;
}

const nameOf = (kind: UnitKind, tree: Tree, random: Random): string =>
  kind === 'private-enterprise' ? firmName({ random, county: tree.county }) : `${tree.county}${random.pick(societies)}`;

/** Which organizations stand for a unit: the highest one in each, not the branches inside it. */
function kindOf({ field, parent, kind }: Planned): UnitKind | undefined {
  if (!parent) return undefined;
  if (field === 'village' || field === 'community') return parent.field === 'town' ? field : undefined;
  if (field === 'office') return parent.kind === 'working-committee' ? 'office' : undefined;
  if (field === 'school' || field === 'hospital') return parent.kind === 'leading-group' ? field : undefined;
  if (field === 'state-enterprise') return parent.field === 'state-enterprise' && !isInside(parent) && kind !== 'joint-branch' ? 'state-enterprise' : undefined;
  return undefined;
}

const isInside = ({ parent }: Planned): boolean => parent?.field === 'state-enterprise';

const employeesOf = (kind: UnitKind, random: Random): number => (kind === 'village' || kind === 'community' ? random.between(5, 12) : random.between(18, 420));

const characters = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
const classes: Partial<Record<UnitKind, string>> = { office: '11', school: '12', hospital: '12', 'social-organization': '51' };

/** A code valid in form, of the area that no place has（统一社会信用代码）. */
function creditCode(random: Random, kind: UnitKind): string {
  const body = `${classes[kind] ?? '91'}999999${Array.from({ length: 9 }, () => random.pick(characters)).join('')}`;
  return body + creditCheckOf(body);
}
