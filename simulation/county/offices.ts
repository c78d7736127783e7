import { numeral } from '../words/numerals.ts';
import { offices } from '../words/offices.ts';
import { type Planned, shareOut, type Tree } from './tree.ts';

/**
 * County offices（县直机关）: their leading Party groups stand directly below the county committee, their branches below the working
 * committee for offices.
 */
export function growOffices(tree: Tree, root: Planned, budget: number): void {
  const working = tree.add(root, { name: '县直机关工委', kind: 'working-committee', field: 'office' });
  const units = offices.slice(0, Math.max(1, Math.floor(budget / 2.6)));
  const groups = units.filter(([, leadingGroup]) => leadingGroup);
  for (const [name] of groups) tree.add(root, { name: `${name}党组`, kind: 'leading-group', field: 'office' });
  const large = Math.max(1, Math.floor(units.length * 0.36));
  const below = Math.min(budget - 1 - groups.length - units.length, large * 14);
  const children = shareOut(tree.random, below, large, 3);
  const bigOnes = new Set(tree.random.shuffled(units.map((_, index) => index)).slice(0, large));
  let next = 0;
  for (const [index, [name]] of units.entries()) {
    if (!bigOnes.has(index)) {
      tree.add(working, { name: `${name}${/机关$/.test(name) ? '' : '机关'}党支部`, kind: 'branch', field: 'office' });
      continue;
    }
    const count = children[next++] ?? 0;
    const kind = count >= 7 ? 'committee' : count > 0 ? 'general-branch' : 'branch';
    const node = tree.add(working, { name: `${name}机关${kind === 'committee' ? '党委' : kind === 'branch' ? '党支部' : '党总支'}`, kind, field: 'office' });
    for (let number = 1; number <= count; number++) {
      const retired = number === count && count > 1;
      tree.add(node, {
        name: `${name}${retired ? '离退休干部' : `第${numeral(number)}`}党支部`,
        kind: 'branch',
        form: retired ? 'functional' : 'ordinary',
        field: 'office',
      });
    }
  }
}
