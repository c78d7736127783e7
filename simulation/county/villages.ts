import type { Weighted } from '../random.ts';
import { spread } from '../spread.ts';
import { numeral } from '../words/numerals.ts';
import { trades } from '../words/offices.ts';
import type { Planned, Town, Tree } from './tree.ts';

type Size = 'branch' | 'general-branch' | 'committee';

const villageSizes: Weighted<Size> = [
  ['branch', 59],
  ['general-branch', 25],
  ['committee', 16],
];
const communitySizes: Weighted<Size> = [
  ['branch', 12],
  ['general-branch', 38],
  ['committee', 50],
];
const suffix: Record<Size, string> = { branch: '党支部', 'general-branch': '党总支', committee: '党委' };
const childWeight: Record<Size, number> = { branch: 0, 'general-branch': 4, committee: 8 };

/**
 * Villages and communities below towns and streets（村、社区）, and the branches below the larger of them, until the county has its number
 * of organizations.
 */
export function growVillages(tree: Tree, towns: readonly Town[], villages: number, count: number): void {
  for (const { name, node } of towns) {
    tree.add(node, { name: `${name}机关党支部`, kind: 'branch', field: 'town' });
    tree.add(node, { name: `${name}离退休干部党支部`, kind: 'branch', form: 'functional', field: 'town' });
  }
  const places = villagesOf(tree, towns, villages);
  const weights = places.map(({ size }) => childWeight[size] * (0.7 + tree.random.fraction() * 0.6));
  const shares = spread(count - tree.all.length, weights);
  for (const [index, place] of places.entries()) growBranches(tree, place, shares[index] ?? 0);
}

interface Place {
  name: string;
  node: Planned;
  size: Size;
}

function villagesOf(tree: Tree, towns: readonly Town[], villages: number): Place[] {
  const communities = Math.max(1, Math.round(villages * 0.15));
  const perTown = spread(
    villages - communities,
    towns.map(({ isStreet }) => (isStreet ? 0.2 : 1) * (0.7 + tree.random.fraction() * 0.6)),
  );
  const perStreet = spread(
    communities,
    towns.map(({ isStreet }) => (isStreet ? 7 : 1)),
  );
  return towns.flatMap(({ node }, index) => [
    ...Array.from({ length: perTown[index] ?? 0 }, () => grow(tree, node, 'village', tree.names.village())),
    ...Array.from({ length: perStreet[index] ?? 0 }, () => grow(tree, node, 'community', tree.names.community())),
  ]);
}

function grow(tree: Tree, town: Planned, field: 'village' | 'community', name: string): Place {
  const size = tree.random.weighted(field === 'village' ? villageSizes : communitySizes);
  const joint = field === 'village' && size === 'general-branch' && tree.random.chance(0.06);
  const node = tree.add(town, { name: `${name}${joint ? '联村' : ''}${suffix[size]}`, kind: size, field, form: joint ? 'joint-village' : 'ordinary' });
  return { name, node, size };
}

/** Below a larger village stand branches by grid, trade and for members on the move; below a community by grid and quarter. */
function growBranches(tree: Tree, { name, node }: Place, count: number): void {
  for (let number = 1; number <= count; number++) {
    const last = number === count && count > 2;
    if (node.field === 'village' && last && tree.random.chance(0.5)) {
      tree.add(node, { name: `${name}流动党员党支部`, kind: 'branch', form: 'mobile', field: 'village' });
    } else if (node.field === 'village' && number === 1 && tree.random.chance(0.4)) {
      tree.add(node, { name: `${name}${tree.random.pick(trades)}产业党支部`, kind: 'branch', form: 'industry', field: 'village' });
    } else if (node.field === 'community' && last && tree.random.chance(0.3)) {
      tree.add(node, { name: `${name}物业服务联合党支部`, kind: 'joint-branch', form: 'functional', field: 'community' });
    } else {
      tree.add(node, { name: `${name}第${numeral(number)}网格党支部`, kind: 'branch', form: 'area', field: node.field });
    }
  }
}
