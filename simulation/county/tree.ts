import { childPath, type Field, type Form, type Kind } from '#organization';
import type { Random } from '../random.ts';
import { spread } from '../spread.ts';
import { Gazetteer } from '../words/places.ts';

/** One organization to be, before anybody is in it. */
export interface Planned {
  id: string;
  parent: Planned | null;
  path: string;
  name: string;
  kind: Kind;
  form: Form;
  field: Field;
  setUpOn: string;
  /** how many members a branch is to have; 0 where members are in the branches below */
  members: number;
  children: number;
}

type Shape = Pick<Planned, 'name' | 'kind' | 'field'> & Partial<Pick<Planned, 'form' | 'setUpOn'>>;

const firstInstant = Date.UTC(2026, 0, 1);

/** A county's tree while it grows（组织体系）. */
export class Tree {
  readonly all: Planned[] = [];
  readonly random: Random;
  readonly names: Gazetteer;
  /** words of the county's own name: 青禾 of 青禾县 */
  readonly county: string;
  #instant = firstInstant;

  constructor(random: Random, county: string) {
    this.random = random;
    this.names = new Gazetteer(random.fork('places'));
    this.county = county;
  }

  /** An id of this county, each a millisecond after the last. */
  id = (): string => this.random.id(this.#instant++);

  add(parent: Planned | null, { form = 'ordinary', setUpOn, ...shape }: Shape): Planned {
    if (parent) parent.children++;
    const path = parent ? childPath(parent.path, parent.children) : '001';
    const since = setUpOn ?? `${this.random.between(shape.kind === 'branch' ? 1972 : 1952, 2023)}-${String(this.random.between(1, 12)).padStart(2, '0')}-01`;
    const planned = { id: this.id(), parent, path, form, setUpOn: since, members: 0, children: 0, ...shape };
    this.all.push(planned);
    return planned;
  }
}

export const isBranch = ({ kind }: Pick<Planned, 'kind'>): boolean => kind === 'branch' || kind === 'joint-branch' || kind === 'temporary-branch';

export interface Town {
  name: string;
  isStreet: boolean;
  node: Planned;
}

/** Children to be shared out among parents, some with more weight than others. */
export const shareOut = (random: Random, total: number, parents: number, least: number): number[] =>
  spread(
    Math.max(0, total),
    Array.from({ length: parents }, () => 1 + random.fraction() * 2),
    least,
  );
