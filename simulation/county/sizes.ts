import { spreadWithin } from '../spread.ts';
import { membersBySystem, type System } from './ratios.ts';
import { isBranch, type Planned, type Tree } from './tree.ts';

/** Dirty on purpose（人为的脏数据）: branches below three full members, and branches above fifty. */
const tooSmall = 0.012;
const tooLarge = 0.014;

/** Odd sizes are for counties where the others still have about this many each. */
const roomForOdd = 8;

/** Plan how many members each branch has（支部规模）; together exactly `members`. */
export function planSizes(tree: Tree, members: number): void {
  const random = tree.random.fork('sizes');
  const branches = tree.all.filter(isBranch);
  const names = Object.keys(membersBySystem) as System[];
  const systems = names.map((system) => [system, branches.filter(({ field }) => field === system)] as const).filter(([, list]) => list.length > 0);
  const present = systems.reduce((sum, [system]) => sum + membersBySystem[system], 0);
  let left = members;
  for (const [index, [system, list]] of systems.entries()) {
    const share = index === systems.length - 1 ? left : Math.round((members * membersBySystem[system]) / present);
    left -= share;
    planSystem(list, share);
  }

  function planSystem(list: readonly Planned[], total: number): void {
    let rest = total;
    let behind = list.length;
    const ordinary = list.filter((branch) => {
      behind--;
      const odd = random.chance(tooSmall) ? random.between(1, 2) : random.chance(tooLarge) ? random.between(51, 68) : 0;
      // Never at the price of the others' least.
      if (odd === 0 || rest - odd < Math.max(behind, list.length / 2) * roomForOdd) return true;
      branch.members = odd;
      rest -= odd;
      return false;
    });
    // A village with one branch has everybody in it; where there are several, they share.
    const weights = ordinary.map(
      (branch) =>
        (branch.parent && isVillage(branch) && branch.parent.field === 'town' ? 1.6 : 1) * Math.exp((random.fraction() + random.fraction() - 1) * 0.8),
    );
    const shares = spreadWithin(rest, weights, 4, 50);
    for (const [index, branch] of ordinary.entries()) branch.members = shares[index] ?? 0;
  }
}

const isVillage = ({ field }: Planned): boolean => field === 'village' || field === 'community';
