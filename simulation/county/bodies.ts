import { addYears } from '#kernel/day';
import { type Title, termFrom, termYears } from '#post';
import { dayNumber, dayText } from '../days.ts';
import type { Random } from '../random.ts';
import type { Human } from './people.ts';
import { isBranch, type Planned, type Tree } from './tree.ts';

export interface PlannedTerm {
  id: string;
  organization: Planned;
  electedOn: string;
  endsOn: string;
}

export interface PlannedPost {
  id: string;
  organization: Planned;
  title: Title;
  holdings: { id: string; person: Human; from: string; to: string | null }[];
}

export interface Bodies {
  terms: PlannedTerm[];
  posts: PlannedPost[];
  /** who is secretary of an organization today */
  secretaries: Map<Planned, Human>;
  withCommittee: Set<Planned>;
}

/** Dirty on purpose: terms that ran out, posts nobody holds, large branches without a committee. */
const overdueTerms = 0.05;
const vacancies = 0.025;
const secretaryVacancies = 0.008;
const missingCommittees = 0.03;

/** Fill the leading bodies of a county（班子、任期、任职） from its own members. */
export function formBodies(tree: Tree, members: ReadonlyMap<Planned, readonly Human[]>, today: string): Bodies {
  const random = tree.random.fork('bodies');
  const bodies: Bodies = { terms: [], posts: [], secretaries: new Map(), withCommittee: new Set() };
  const pools = new Pools(tree, members);
  for (const organization of tree.all) {
    const hasCommittee = mayCommittee(organization, random);
    if (hasCommittee) bodies.withCommittee.add(organization);
    const electedOn = electionOf(organization, random, today);
    const years = termYears(organization);
    if (years !== null) bodies.terms.push({ id: tree.id(), organization, ...termFrom(electedOn, years) });
    for (const title of titlesOf(organization, hasCommittee, random)) {
      const post: PlannedPost = { id: tree.id(), organization, title, holdings: [] };
      bodies.posts.push(post);
      const pool = title === 'first-secretary' ? pools.offices : pools.of(organization);
      seat(tree, pools, post, pool, electedOn, today, random);
      const holder = post.holdings.at(-1);
      if (title === 'secretary' && holder?.to === null) bodies.secretaries.set(organization, holder.person);
    }
  }
  return bodies;
}

/** A branch needs a committee from seven full members on; bodies above branches always have one. */
const mayCommittee = (organization: Planned, random: Random): boolean =>
  !isBranch(organization) || (organization.members >= 8 && !random.chance(missingCommittees));

const committee: readonly Title[] = ['secretary', 'organization-member', 'publicity-member', 'discipline-member'];

function titlesOf(organization: Planned, hasCommittee: boolean, random: Random): Title[] {
  const { kind, field, members } = organization;
  const isVillage = (field === 'village' || field === 'community') && organization.parent?.field === 'town';
  const first: Title[] = isVillage && random.chance(0.25) ? ['first-secretary'] : [];
  if (field === 'county') return ['secretary', 'deputy-secretary', 'deputy-secretary'];
  if (kind === 'leading-group') return ['secretary', 'deputy-secretary'];
  if (field === 'town' && !isBranch(organization)) return [...committee, 'deputy-secretary', 'deputy-secretary'];
  if (!isBranch(organization)) return [...committee, 'deputy-secretary', ...first];
  if (hasCommittee) return [...committee, ...(members > 30 ? (['deputy-secretary'] as const) : []), ...first];
  return ['secretary', ...(random.chance(0.2) ? (['deputy-secretary'] as const) : []), ...first];
}

/** Villages and communities elect in one winter every five years, towns the summer after; the others each when it is their time. */
function electionOf(organization: Planned, random: Random, today: string): string {
  const { kind, field } = organization;
  const isLate = random.chance(overdueTerms);
  const years = termYears(organization) ?? 5;
  const together = field === 'village' || field === 'community' || (field === 'town' && kind === 'committee');
  if (!together) {
    const elected = dayNumber(today) - random.between(20, years * 365 - 20) - (isLate ? years * 365 : 0);
    return dayText(elected);
  }
  const month = field === 'town' ? 7 : random.between(1, 3);
  const year = Number(today.slice(0, 4));
  const cycle = year - ((((year - 2021) % 5) + 5) % 5);
  const day = `${cycle}-${String(month).padStart(2, '0')}-${String(random.between(5, 26)).padStart(2, '0')}`;
  const latest = day <= today ? day : addYears(day, -5);
  return isLate ? addYears(latest, -5) : latest;
}

function seat(tree: Tree, pools: Pools, post: PlannedPost, pool: readonly Human[], electedOn: string, today: string, random: Random): void {
  const person = pools.choose(pool, random);
  if (!person) return;
  if (post.title === 'secretary' && random.chance(0.35)) {
    const before = pools.anybody(pool, random);
    if (before && before !== person) post.holdings.push({ id: tree.id(), person: before, from: addYears(electedOn, -3), to: electedOn });
  }
  const isVacant = random.chance(post.title === 'secretary' ? secretaryVacancies : vacancies);
  const midterm = dayText(Math.min(dayNumber(electedOn) + random.between(100, 900), dayNumber(today) - 15));
  const from = random.chance(0.2) && midterm > electedOn ? midterm : electedOn;
  const to = isVacant ? dayText(Math.max(dayNumber(from) + 1, dayNumber(today) - random.between(20, 300))) : null;
  post.holdings.push({ id: tree.id(), person, from, to });
}

/** Where the holders of an organization's posts come from: its own branch, a branch below it, or an office. */
class Pools {
  readonly offices: readonly Human[];
  readonly #members: ReadonlyMap<Planned, readonly Human[]>;
  readonly #children = new Map<Planned, Planned[]>();
  readonly #taken = new Set<Human>();
  readonly #found = new Map<Planned, readonly Human[]>();

  constructor(tree: Tree, members: ReadonlyMap<Planned, readonly Human[]>) {
    this.#members = members;
    for (const organization of tree.all) {
      if (!organization.parent) continue;
      const siblings = this.#children.get(organization.parent);
      if (siblings) siblings.push(organization);
      else this.#children.set(organization.parent, [organization]);
    }
    this.offices = tree.all.filter(({ field, kind }) => field === 'office' && kind === 'branch').flatMap((branch) => members.get(branch) ?? []);
  }

  of(organization: Planned): readonly Human[] {
    if (isBranch(organization)) return this.#members.get(organization) ?? [];
    if (organization.field === 'county' || organization.kind === 'leading-group') return this.offices;
    const below = this.#below(organization);
    return below.length > 0 ? below : this.offices;
  }

  #below(organization: Planned): readonly Human[] {
    const known = this.#found.get(organization);
    if (known) return known;
    const found = this.#search(organization);
    this.#found.set(organization, found);
    return found;
  }

  #search(organization: Planned): readonly Human[] {
    const children = this.#children.get(organization) ?? [];
    // A town's own branch comes first among its children.
    const own = children.find((child) => organization.field === 'town' && isBranch(child) && child.field === 'town');
    if (own) return this.#members.get(own) ?? [];
    const branches = children.filter(isBranch).slice(0, 4);
    return (branches.length > 0 ? branches : children.slice(0, 3)).flatMap((child) =>
      isBranch(child) ? (this.#members.get(child) ?? []) : this.#below(child),
    );
  }

  /** Somebody at the right age, present, full, and without another post. */
  choose(pool: readonly Human[], random: Random): Human | undefined {
    for (let attempt = 0; attempt < 24; attempt++) {
      const human = this.anybody(pool, random);
      if (!human || this.#taken.has(human) || human.kind !== 'full' || human.situation !== 'present') continue;
      if (attempt < 16 && (human.bornOn < '1962' || human.bornOn > '2000' || human.occupation === 'student' || human.occupation === 'retired')) continue;
      this.#taken.add(human);
      return human;
    }
    return undefined;
  }

  anybody = (pool: readonly Human[], random: Random): Human | undefined => (pool.length > 0 ? random.pick(pool) : undefined);
}
