import { Random } from '../random.ts';
import { countyName } from '../words/places.ts';
import { type PlannedAccount, planAccounts } from './accounts.ts';
import { type Bodies, formBodies } from './bodies.ts';
import { growTree } from './grow.ts';
import { type Human, People } from './people.ts';
import { planSizes } from './sizes.ts';
import type { Planned, Tree } from './tree.ts';
import { type PlannedUnit, planUnits } from './units.ts';

export interface CountySize {
  seed: string;
  /** which county of the province; the first is 0 */
  index: number;
  organizations: number;
  members: number;
  today: string;
}

/** A whole county as plain values（模拟县）: the same seed and day give the same county. */
export interface ComposedCounty {
  id: string;
  name: string;
  code: string;
  tree: Tree;
  people: readonly Human[];
  members: ReadonlyMap<Planned, readonly Human[]>;
  bodies: Bodies;
  units: readonly PlannedUnit[];
  accounts: readonly PlannedAccount[];
}

export function composeCounty({ seed, index, organizations, members, today }: CountySize): ComposedCounty {
  const random = new Random(seed).fork(index);
  const name = countyName(index);
  const tree = growTree(random.fork('tree'), name, organizations);
  const id = tree.id();
  planSizes(tree, members);
  const people = [...new People(tree, today).all()];
  const byBranch = new Map<Planned, Human[]>();
  for (const human of people) {
    const list = byBranch.get(human.branch);
    if (list) list.push(human);
    else byBranch.set(human.branch, [human]);
  }
  const bodies = formBodies(tree, byBranch, today);
  const units = planUnits(tree);
  const accounts = planAccounts(tree, bodies, byBranch, index === 0 ? '' : `x${index + 1}-`);
  return { id, name, code: String(999_999 - index), tree, people, members: byBranch, bodies, units, accounts };
}
