import { numeral } from '../words/numerals.ts';
import { firmFirst, firmSecond, firmTrades, societies, stateFirms } from '../words/offices.ts';
import { type Planned, shareOut, type Tree } from './tree.ts';

/** State enterprises, and new economic and social organizations（国有企业、两新组织）. */
export function growEnterprises(tree: Tree, root: Planned, stateBudget: number, newBudget: number): void {
  growStateFirms(tree, root, stateBudget);
  growNewSector(tree, root, newBudget);
}

function growStateFirms(tree: Tree, root: Planned, budget: number): void {
  const committee = tree.add(root, { name: '县国有资产监督管理局党委', kind: 'committee', field: 'state-enterprise' });
  const firms = Math.max(1, Math.min(stateFirms.length, Math.round((budget - 1) * 0.35)));
  const large = Math.max(1, Math.round(firms * 0.5));
  const children = shareOut(tree.random, budget - 1 - firms, large, 2);
  for (const [index, firm] of stateFirms.slice(0, firms).entries()) {
    const name = `${tree.county}${firm}`;
    const count = children[index] ?? 0;
    const kind = count >= 6 ? 'committee' : count > 0 ? 'general-branch' : 'branch';
    const node = tree.add(committee, {
      name: `${name}${kind === 'committee' ? '党委' : kind === 'branch' ? '党支部' : '党总支'}`,
      kind,
      field: 'state-enterprise',
    });
    for (let number = 1; number <= count; number++) tree.add(node, { name: `${name}第${numeral(number)}党支部`, kind: 'branch', field: 'state-enterprise' });
  }
}

/** What branches of the new sector stand in: they hang below three comprehensive committees of the working committee. */
function growNewSector(tree: Tree, root: Planned, budget: number): void {
  const working = tree.add(root, { name: '县委两新工委', kind: 'working-committee', field: 'new-sector' });
  const parents = [
    tree.add(working, { name: '县经济开发区综合党委', kind: 'committee', field: 'new-sector' }),
    tree.add(working, { name: '县社会组织综合党委', kind: 'committee', field: 'new-sector' }),
  ];
  if (budget > 20) parents.push(tree.add(working, { name: '县新就业群体综合党委', kind: 'committee', form: 'functional', field: 'new-sector' }));
  const counts = shareOut(tree.random, budget - 1 - parents.length, parents.length, 0);
  for (const [index, parent] of parents.entries()) {
    const taken = new Set<string>();
    for (let number = 1; number <= (counts[index] ?? 0); number++) growNewBranch(tree, parent, index, number, taken);
  }
}

function growNewBranch(tree: Tree, parent: Planned, index: number, number: number, taken: Set<string>): void {
  const { random } = tree;
  if (index === 2) {
    const trade = random.pick(['快递', '外卖', '网约车', '货运', '网络直播']);
    tree.add(parent, {
      name: `${trade}行业第${numeral(number)}党支部`,
      kind: 'branch',
      form: random.chance(0.5) ? 'mobile' : 'functional',
      field: 'new-sector',
    });
  } else if (random.chance(0.18)) {
    tree.add(parent, { name: `${index === 0 ? '园区企业' : '社会组织'}第${numeral(number)}联合党支部`, kind: 'joint-branch', field: 'new-sector' });
  } else {
    const compose = () =>
      index === 0 ? firmName(tree) : `${random.pick(['青苗', '同心', '晨光', '仁和', '博学', '惠民', '众诚', '安康'])}${random.pick(societies)}`;
    let name = compose();
    for (let attempt = 2; taken.has(name); attempt++) name = `${compose()}${attempt > 30 ? attempt : ''}`;
    taken.add(name);
    tree.add(parent, { name: `${name}党支部`, kind: 'branch', field: 'new-sector' });
  }
}

/** A firm that is on no register（企业名称）. */
export const firmName = ({ random, county }: Pick<Tree, 'random' | 'county'>): string =>
  `${county}${random.pick(firmFirst)}${random.pick(firmSecond)}${random.pick(firmTrades)}`;
