import { addYears } from '#kernel/day';
import { checkDigitOf, simulatedArea } from '#person';
import { dayNumber, dayText } from '../days.ts';
import type { Random } from '../random.ts';
import { minorities, personName } from '../words/people.ts';
import * as ratios from './ratios.ts';
import { isBranch, type Planned, type Tree } from './tree.ts';

/** Somebody composed（模拟人员）, with the membership. */
export interface Human {
  id: string;
  memberId: string;
  branch: Planned;
  name: string;
  sex: '1' | '2';
  bornOn: string;
  nationality: string;
  education: string;
  idNumber: string;
  phone: string | null;
  kind: 'full' | 'probationary';
  joinedOn: string;
  fullOn: string | null;
  occupation: ratios.Occupation;
  situation: 'present' | 'mobile' | 'abroad' | 'out-of-contact';
}

/** Phones begin with 154, which no operator was ever given. */
const phonePrefix = '154';

const eighteenYears = 6_575;

const span = (from: string, to: string): readonly [number, number] => [dayNumber(from), dayNumber(to)];
const epochs = {
  beforeFounding: span('1946-01-01', '1949-09-30'),
  before1979: span('1949-10-01', '1978-12-17'),
  between: span('1979-01-01', '2012-11-14'),
  since2012: span('2012-11-15', '2100-01-01'),
};

/** Compose the members of a county's branches（党员）, branch after branch. */
export class People {
  readonly #tree: Tree;
  readonly #random: Random;
  readonly #today: number;
  /** the first day on which somebody may have been born to be of an age today */
  readonly #birthdays: readonly number[];
  readonly #numbers = new Map<string, number>();
  #phones = 0;

  constructor(tree: Tree, today: string) {
    this.#tree = tree;
    this.#random = tree.random.fork('people');
    this.#today = dayNumber(today);
    this.#birthdays = Array.from({ length: 110 }, (_, age) => dayNumber(addYears(today, -age)));
  }

  *all(): Generator<Human> {
    for (const branch of this.#tree.all) {
      if (!isBranch(branch)) continue;
      for (let count = 0; count < branch.members; count++) yield this.#one(branch);
    }
  }

  #one(branch: Planned): Human {
    const random = this.#random;
    const system = branch.field === 'county' ? 'office' : branch.field;
    const occupation = branch.form === 'functional' && branch.name.includes('离退') ? 'retired' : random.weighted(ratios.occupationsIn[system]);
    const [least, most] = random.weighted(ratios.agesOf[occupation]);
    const age = random.between(least, most);
    const sex = random.chance(ratios.womenIn[system]) ? '2' : '1';
    const born = (this.#birthdays[age] ?? 0) - random.below(360);
    const bornOn = dayText(born);
    return {
      id: this.#tree.id(),
      memberId: this.#tree.id(),
      branch,
      name: personName(random, sex, Number(bornOn.slice(0, 4))),
      sex,
      bornOn,
      nationality: random.chance(ratios.minorityShare) ? random.weighted(minorities) : '01',
      education: this.#education(occupation, age),
      idNumber: this.#idNumber(bornOn, sex),
      phone: random.chance(age > 75 ? 0.4 : 0.97) ? phonePrefix + String(this.#phones++).padStart(8, '0') : null,
      ...this.#membership(age, born),
      occupation,
      situation: branch.form === 'mobile' && random.chance(0.6) ? 'mobile' : random.weighted(ratios.situationsIn(system)),
    };
  }

  #education(occupation: ratios.Occupation, age: number): string {
    const random = this.#random;
    if (random.chance(ratios.collegeAmong[occupation])) return random.weighted(ratios.collegeCodes);
    return random.weighted(age > 60 ? ratios.schoolCodesOfElders : ratios.schoolCodes);
  }

  /** Who joined within the last year is on probation; everybody else became full a year after joining. */
  #membership(age: number, born: number): Pick<Human, 'kind' | 'joinedOn' | 'fullOn'> {
    const random = this.#random;
    if (random.chance(ratios.admittedThisYear(age))) {
      return { kind: 'probationary', joinedOn: dayText(this.#today - random.between(10, 355)), fullOn: null };
    }
    const ofAge = born + eighteenYears;
    const [from, to] = this.#epoch(age);
    const first = Math.max(ofAge, from);
    const last = this.#today - 370;
    const end = Math.min(to, last);
    const joined = first < end ? first + random.below(end - first) : Math.min(ofAge, last);
    return { kind: 'full', joinedOn: dayText(joined), fullOn: dayText(joined + 365) };
  }

  #epoch(age: number): readonly [number, number] {
    const random = this.#random;
    if (age >= 95 && random.chance(0.6)) return epochs.beforeFounding;
    if (random.chance(ratios.joinedBefore1979(age))) return epochs.before1979;
    return random.chance(ratios.joinedSince2012(age)) ? epochs.since2012 : epochs.between;
  }

  /** Valid in form, of an area that no place has; no two alike in one county. */
  #idNumber(bornOn: string, sex: '1' | '2'): string {
    const day = bornOn.replaceAll('-', '');
    const taken = this.#numbers.get(day + sex) ?? 0;
    this.#numbers.set(day + sex, taken + 1);
    const sequence = String(taken * 2 + (sex === '1' ? 1 : 2)).padStart(3, '0');
    const body = simulatedArea + day + sequence;
    return body + checkDigitOf(body);
  }
}
