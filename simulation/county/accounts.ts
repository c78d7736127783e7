import { type Role, roleLabel, simulatedSecret } from '#account';
import type { Title } from '#post';
import type { Bodies } from './bodies.ts';
import type { Human } from './people.ts';
import { isBranch, type Planned, type Tree } from './tree.ts';

/** A sign-in of the simulated county（演示账号）. */
export interface PlannedAccount {
  id: string;
  grantId: string;
  /** what it is called in tests and in the printed table; absent for the many */
  key: string | null;
  name: string;
  signInName: string;
  role: Role;
  at: Planned;
  person: Human | null;
  totpSecret: string | null;
}

/** What is printed at the end of a first start. */
export interface DemoAccount {
  key: string;
  /** the role in Chinese, with what it does */
  role: string;
  organization: string;
  name: string;
  signInName: string;
  password: string;
  totpSecret: string | null;
}

export const demoPassword = 'Hangji-2026';

/** Lead offices with a readable sign-in name; every other leading group and working committee has a number. */
const leadNames: Readonly<Record<string, string>> = {
  县教育局党组: 'jiaoyu',
  县卫生健康局党组: 'weijian',
  县民政局党组: 'minzheng',
  县农业农村局党组: 'nongye',
  县财政局党组: 'caizheng',
  县委两新工委: 'liangxin',
  县直机关工委: 'gongwei',
  县国有资产监督管理局党委: 'guozi',
};

/**
 * Plan the accounts of a county（账号）: the department, leaders, supervisors, towns, lead offices, every secretary, some members, and the
 * three administrators.
 *
 * @param prefix - before every sign-in name; empty in the first county
 */
export function planAccounts(tree: Tree, bodies: Bodies, members: ReadonlyMap<Planned, readonly Human[]>, prefix: string): PlannedAccount[] {
  const accounts: PlannedAccount[] = [];
  const taken = new Set<Human>();
  const [root] = tree.all;
  if (!root) return accounts;
  const holders = holdersIn(bodies);

  const add = (key: string | null, role: Role, at: Planned, signInName: string, person: Human | null, name?: string) => {
    if (person && taken.has(person)) return;
    if (person) taken.add(person);
    const secret = role.endsWith('-administrator') ? simulatedSecret(prefix + signInName) : null;
    const known = { id: tree.id(), grantId: tree.id(), key, role, at, person, totpSecret: secret };
    accounts.push({ ...known, name: name ?? person?.name ?? roleLabel[role], signInName: prefix + signInName });
  };
  const officers = (office: string): Human[] =>
    tree.all
      .filter((branch) => isBranch(branch) && branch.name.startsWith(office) && !branch.name.includes('离退'))
      .flatMap((branch) => members.get(branch) ?? [])
      .filter((human) => human.occupation !== 'retired' && human.bornOn > '1968' && human.kind === 'full');

  const department = officers('县委组织部');
  const spare = officers('县委办公室');
  for (const [index, key] of ['department', 'department2', 'reviewer'].entries()) {
    add(key, 'organization-department', root, `zzb0${index + 1}`, department[index * 2] ?? spare[index] ?? null);
  }
  add('leader', 'committee-secretary', root, 'xianwei', bodies.secretaries.get(root) ?? null);
  add('supervisor', 'supervisor', root, 'ducha', spare[4] ?? null);

  const towns = tree.all.filter((organization) => organization.parent === root && organization.field === 'town');
  for (const [index, town] of towns.entries()) {
    const number = String(index + 1).padStart(2, '0');
    add(index === streets(towns) ? 'townSecretary' : null, 'committee-secretary', town, `zhen${number}`, bodies.secretaries.get(town) ?? null);
    add(index === streets(towns) ? 'townAffairs' : null, 'party-affairs', town, `zhen${number}dw`, holders(town, 'organization-member') ?? null);
  }
  const leads = tree.all.filter((organization) => organization.parent === root && organization !== root && organization.field !== 'town');
  for (const [index, lead] of leads.entries()) {
    const readable = leadNames[lead.name];
    const short = readable ?? `bm${String(index + 1).padStart(2, '0')}`;
    add(readable ?? null, 'lead-office', lead, short, holders(lead, 'deputy-secretary') ?? holders(lead, 'organization-member') ?? null);
    if (lead.children > 0) add(null, 'party-affairs', lead, `${short}dw`, null, `${lead.name.replace(/党组|党委$/, '')}党务干部`);
  }
  secretaries();
  someMembers();
  for (const [key, role, name] of administrators) add(key, role, root, key, null, name);
  return accounts;

  function secretaries() {
    let number = 0;
    const firstTown = towns[streets(towns)];
    const wanted = ['villageSecretary', 'communitySecretary', 'schoolSecretary'];
    for (const organization of tree.all) {
      const secretary = bodies.secretaries.get(organization);
      if (!secretary || organization === root || organization.parent === root) continue;
      const field = wanted.findIndex((key) => key.startsWith(organization.field) && (key !== 'villageSecretary' || isBelow(organization, firstTown)));
      const key = field >= 0 && isBranch(organization) && organization.form !== 'mobile' ? (wanted.splice(field, 1)[0] ?? null) : null;
      number++;
      add(key, isBranch(organization) ? 'branch-secretary' : 'committee-secretary', organization, `zb${String(number).padStart(4, '0')}`, secretary);
    }
  }

  function someMembers() {
    const village = accounts.find(({ key }) => key === 'villageSecretary')?.at;
    const branches = village ? [village, ...tree.all.filter(isBranch).slice(0, 11)] : tree.all.filter(isBranch).slice(0, 12);
    for (const [index, branch] of branches.entries()) {
      const human = (members.get(branch) ?? []).find((one) => !taken.has(one) && one.situation === 'present');
      if (human) add(index === 0 ? 'member' : null, 'member', branch, `dy${String(index + 1).padStart(3, '0')}`, human);
    }
  }
}

const administrators = [
  ['system', 'system-administrator', '系统管理员'],
  ['security', 'security-administrator', '安全保密管理员'],
  ['audit', 'audit-administrator', '安全审计员'],
] as const;

const streets = (towns: readonly Planned[]): number => towns.filter(({ kind }) => kind === 'working-committee').length;

function holdersIn(bodies: Bodies): (organization: Planned, title: Title) => Human | undefined {
  const found = new Map<string, Human>();
  for (const { organization, title, holdings } of bodies.posts) {
    const last = holdings.at(-1);
    if (last?.to === null && !found.has(organization.id + title)) found.set(organization.id + title, last.person);
  }
  return (organization, title) => found.get(organization.id + title);
}

const order = ['department', 'department2', 'reviewer', 'leader', 'supervisor', 'townSecretary', 'townAffairs'];

/** The accounts that have a name of their own, for printing and for tests. */
export const demoAccounts = (accounts: readonly PlannedAccount[]): DemoAccount[] =>
  accounts
    .flatMap(({ key, role, at, name, signInName, totpSecret }) =>
      key === null ? [] : [{ key, role: roleLabel[role], organization: at.name, name, signInName, password: demoPassword, totpSecret }],
    )
    .sort((a, b) => rank(a.key) - rank(b.key));

const rank = (key: string): number => (order.includes(key) ? order.indexOf(key) : order.length);

/** The demo village lies in the demo town, so that one can follow an item from hand to hand. */
function isBelow(organization: Planned, town: Planned | undefined): boolean {
  for (let above = organization.parent; above; above = above.parent) if (above === town) return true;
  return false;
}
