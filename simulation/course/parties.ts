import type { PlannedAccount } from '../county/accounts.ts';
import type { ComposedCounty } from '../county/compose.ts';
import { isBranch, type Planned } from '../county/tree.ts';
import type { Receivers } from '../words/demand.ts';

const isOffice = ({ parent, field }: Planned): boolean => field === 'office' && parent?.kind === 'working-committee';
const inTown = ({ parent, field }: Planned): boolean => parent?.field === 'town' && field !== 'town';

const receives: Record<Receivers, (organization: Planned) => boolean> = {
  villages: (one) => one.field === 'village' && inTown(one),
  communities: (one) => one.field === 'community' && inTown(one),
  towns: (one) => one.field === 'town' && one.parent?.field === 'county',
  branches: isBranch,
  'village-branches': (one) => one.field === 'village' && isBranch(one),
  schools: (one) => one.field === 'school' && one.parent?.kind === 'leading-group',
  hospitals: (one) => one.field === 'hospital' && one.parent?.kind === 'leading-group',
  offices: isOffice,
  'state-firms': (one) => one.field === 'state-enterprise' && one.parent?.field === 'state-enterprise' && one.parent.parent?.field === 'county',
  'new-sector': (one) => one.field === 'new-sector' && isBranch(one),
};

/** Who leads, who does and who judges in one county（牵头、承办、核验）. */
export class Parties {
  readonly root: Planned;
  /** two officers of the department: nobody writes off what he or she verified */
  readonly officers: readonly [PlannedAccount, PlannedAccount];
  readonly reviewer: PlannedAccount;
  readonly #all: readonly Planned[];
  readonly #doers = new Map<Planned, PlannedAccount>();
  readonly #judges = new Map<Planned, PlannedAccount>();
  readonly #leads = new Map<string, Planned | null>();

  constructor({ tree, accounts }: ComposedCounty) {
    this.#all = tree.all;
    const [root] = tree.all;
    const officers = accounts.filter(({ role }) => role === 'organization-department');
    const [first, second, third] = officers;
    if (!root || !first || !second || !third) throw new Error('a county needs three officers of its department');
    this.root = root;
    this.officers = [first, second];
    this.reviewer = third;
    for (const account of accounts) {
      const does =
        account.role === 'branch-secretary' || account.role === 'committee-secretary' || account.role === 'party-affairs' || account.role === 'lead-office';
      const judges = account.role === 'party-affairs' || account.role === 'committee-secretary' || account.role === 'lead-office';
      if (does) this.#doers.set(account.at, account);
      if (judges && !(this.#judges.get(account.at)?.role === 'party-affairs')) this.#judges.set(account.at, account);
    }
    this.#judges.set(root, first);
  }

  receivers = (to: Receivers): Planned[] => this.#all.filter(receives[to]).sort((a, b) => (a.path < b.path ? -1 : 1));

  doerOf = (organization: Planned): PlannedAccount | undefined => this.#doers.get(organization);

  /** The nearest organization above that has somebody to judge. */
  judgeOf(organization: Planned): PlannedAccount {
    for (let above = organization.parent; above; above = above.parent) {
      const judge = this.#judges.get(above);
      if (judge) return judge;
    }
    return this.officers[0];
  }

  /** A lead office's own account, where it may judge. */
  leadAccount = (lead: Planned | null): PlannedAccount | undefined =>
    lead && lead !== this.root && lead.parent === this.root ? this.#judges.get(lead) : undefined;

  /** The organization that a name means: 县委组织部 works at the county committee itself. */
  leadOf(name: string): Planned | null {
    const known = this.#leads.get(name);
    if (known !== undefined) return known;
    const found =
      name === '县委组织部'
        ? this.root
        : (this.#all.find((one) => one.parent === this.root && (one.name === name || one.name === `${name}党组` || one.name === `${name}党委`)) ??
          this.#all.find((one) => isOffice(one) && one.name.startsWith(name)) ??
          null);
    this.#leads.set(name, found);
    return found;
  }
}
