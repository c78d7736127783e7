import type { Random } from '../random.ts';
import { growEnterprises } from './enterprises.ts';
import { growOffices } from './offices.ts';
import { growHospitals, growSchools } from './schools.ts';
import { Tree } from './tree.ts';
import { growVillages } from './villages.ts';

/** How many organizations each system of a county has, of every thousand. */
const shares = { offices: 150, schools: 100, hospitals: 40, stateFirms: 35, newSector: 75 };

const villagesOf1500 = 230;
const townsOf1500 = 14;

/**
 * Plan a county（组织体系）: its committee, towns and streets with villages and communities, offices, schools, hospitals, state and
 * private enterprises. The number of organizations is met exactly.
 *
 * @param count - at least 60
 */
export function growTree(random: Random, county: string, count: number): Tree {
  const tree = new Tree(random, county.replace(/县$/, ''));
  const root = tree.add(null, { name: `中共${county}委员会`, kind: 'committee', field: 'county', setUpOn: '1949-10-01' });
  const towns = Math.max(2, Math.min(60, Math.round((count * townsOf1500) / 1500)));
  const streets = Math.max(1, Math.round(towns * 0.21));
  const places = Array.from({ length: towns }, (_, index) => {
    const isStreet = index < streets;
    const name = isStreet ? tree.names.street() : tree.names.town();
    return {
      name,
      isStreet,
      node: tree.add(root, { name: `${name}${isStreet ? '党工委' : '党委'}`, kind: isStreet ? 'working-committee' : 'committee', field: 'town' }),
    };
  });
  const budget = (share: number) => Math.max(3, Math.round((count * share) / 1000));
  growOffices(tree, root, budget(shares.offices));
  growSchools(tree, root, budget(shares.schools), places);
  growHospitals(tree, root, budget(shares.hospitals), places);
  growEnterprises(tree, root, budget(shares.stateFirms), budget(shares.newSector));
  growVillages(tree, places, Math.round((count * villagesOf1500) / 1500), count);
  return tree;
}
