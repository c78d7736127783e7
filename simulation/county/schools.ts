import { numeral } from '../words/numerals.ts';
import { hospitals } from '../words/offices.ts';
import { type Planned, shareOut, type Town, type Tree } from './tree.ts';

/** Branches of one house below a leading Party group: a large one has a committee or a general branch with its own branches. */
function growHouse(tree: Tree, group: Planned, name: string, field: 'school' | 'hospital', children: number, parts: readonly string[]): void {
  const kind = children >= 6 ? 'committee' : children > 0 ? 'general-branch' : 'branch';
  const node = tree.add(group, { name: `${name}${kind === 'committee' ? '党委' : kind === 'branch' ? '党支部' : '党总支'}`, kind, field });
  for (let number = 1; number <= children; number++) {
    const part = number <= parts.length ? parts[number - 1] : `第${numeral(number)}`;
    tree.add(node, { name: `${name}${part}党支部`, kind: 'branch', field });
  }
}

/** Schools below the leading Party group of the education bureau（教育系统）. */
export function growSchools(tree: Tree, root: Planned, budget: number, towns: readonly Town[]): void {
  const group = tree.add(root, { name: '县教育局党组', kind: 'leading-group', field: 'office' });
  const houses = Math.max(1, Math.round((budget - 1) * 0.62));
  const large = Math.max(1, Math.round(houses * 0.17));
  const children = shareOut(tree.random, budget - 1 - houses, large, 2);
  const names: string[] = [];
  for (let number = 1; number <= large; number++) names.push(number === 1 ? '县职业技术学校' : `县第${numeral(number - 1)}中学`);
  for (const { name } of towns) names.push(`${name}中心小学`, `${name}初级中学`);
  for (let number = 1; names.length < houses; number++)
    names.push(number % 3 === 0 ? `县第${numeral(number / 3)}幼儿园` : `县第${numeral(number - Math.floor(number / 3))}小学`);
  for (const [index, name] of names.slice(0, houses).entries()) {
    growHouse(tree, group, name, 'school', children[index] ?? 0, ['教学第一', '教学第二', '行政后勤', '离退休教师']);
  }
}

/** Hospitals below the leading Party group of the health bureau（卫健系统）. */
export function growHospitals(tree: Tree, root: Planned, budget: number, towns: readonly Town[]): void {
  const group = tree.add(root, { name: '县卫生健康局党组', kind: 'leading-group', field: 'office' });
  const names = [...hospitals, ...towns.map(({ name }) => `${name}${name.endsWith('街道') ? '社区卫生服务中心' : '卫生院'}`)];
  for (let number = 1; names.length < budget - 1 && number < 200; number++) names.push(`县域医共体第${number}分院`);
  const houses = Math.min(names.length, Math.max(1, Math.round((budget - 1) * 0.42)));
  const large = Math.max(1, Math.min(hospitals.length, Math.round(houses * 0.3)));
  const children = shareOut(tree.random, budget - 1 - houses, large, 2);
  for (const [index, name] of names.slice(0, houses).entries()) {
    growHouse(tree, group, name, 'hospital', children[index] ?? 0, ['内科', '外科', '医技', '门诊', '护理', '行政后勤', '离退休']);
  }
}
