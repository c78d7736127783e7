import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { decideIdNumber } from '#person';
import type { Keyring } from '#platform/keyring';
import { creditCheckOf } from '#unit';
import { type ComposedCounty, composeCounty } from './county/compose.ts';
import { sealingWith, tablesOf } from './county/tables.ts';
import { isBranch } from './county/tree.ts';
import { composeCourse } from './course/lists.ts';
import { courseTables } from './course/tables.ts';
import { Random } from './random.ts';
import { spread, spreadWithin } from './spread.ts';
import { countyName } from './words/places.ts';

const today = '2026-11-20';
const size = { seed: 'hangji', index: 0, organizations: 1_500, members: 30_000, today };
const county = composeCounty(size);
const { people, tree, bodies, units, accounts } = county;

/** Ciphers and hashes differ each time; every other cell of every row is in the digest. */
function digestOf(composed: ComposedCounty): string {
  const keyring: Keyring = { seal: () => Buffer.alloc(0), open: () => '', for: () => keyring };
  const sealing = sealingWith(keyring, '');
  const digest = createHash('sha256');
  for (const { name, rows } of [...tablesOf(composed, sealing), ...courseTables(composed, composeCourse(composed, today), { sha256: '', bytes: 0 })]) {
    for (const row of rows) digest.update(`${name}${JSON.stringify(row)}`);
  }
  return digest.digest('hex');
}

test('the same seed and day give the same rows, another seed others', { timeout: 60_000 }, () => {
  const small = { ...size, organizations: 200, members: 4_000 };
  expect(digestOf(composeCounty(small))).toBe(digestOf(composeCounty(small)));
  expect(digestOf(composeCounty({ ...small, seed: 'other' }))).not.toBe(digestOf(composeCounty(small)));
  expect(digestOf(composeCounty({ ...small, index: 1 }))).not.toBe(digestOf(composeCounty(small)));
});

test.for([60, 61, 150, 1_500, 4_000, 10_000])(
  'a county of %s organizations has just as many, each path and each name below a parent once',
  { timeout: 60_000 },
  (organizations) => {
    const { tree, people } = composeCounty({ ...size, organizations, members: organizations * 5 });
    expect(tree.all).toHaveLength(organizations);
    expect(people).toHaveLength(organizations * 5);
    expect(new Set(tree.all.map(({ path }) => path)).size).toBe(organizations);
    expect(new Set(tree.all.map(({ parent, name }) => `${parent?.id} ${name}`)).size).toBe(organizations);
    expect(Math.max(...tree.all.map(({ children }) => children))).toBeLessThan(1_000);
  },
);

describe('figures of the bulletin for 2024, within a percentage point and a half', () => {
  const percent = (is: (one: (typeof people)[number]) => boolean) => (100 * people.filter(is).length) / people.length;
  const age = (bornOn: string) => 2026 - Number(bornOn.slice(0, 4)) - (bornOn.slice(5) > today.slice(5) ? 1 : 0);
  const aged = (from: number, to: number) => percent(({ bornOn }) => age(bornOn) >= from && age(bornOn) <= to);
  const joined = (from: string, to: string) => percent(({ joinedOn }) => joinedOn >= from && joinedOn < to);
  const works = (occupation: string) => percent((one) => one.occupation === occupation);

  test.for([
    ['women', percent(({ sex }) => sex === '2'), 30.9],
    ['minority nationalities', percent(({ nationality }) => nationality !== '01'), 7.7],
    ['junior college and above', percent(({ education }) => education < '40'), 57.6],
    ['up to 30', aged(0, 30), 12.24],
    ['31 to 35', aged(31, 35), 10.74],
    ['36 to 40', aged(36, 40), 11.44],
    ['41 to 45', aged(41, 45), 9.66],
    ['46 to 50', aged(46, 50), 9.02],
    ['51 to 55', aged(51, 55), 9.39],
    ['56 to 60', aged(56, 60), 8.62],
    ['61 and above', aged(61, 120), 28.9],
    ['joined before the founding', joined('0', '1949-10-01'), 0.05],
    ['joined to 1978', joined('1949-10-01', '1978-12-18'), 12.28],
    ['joined to the 18th Congress', joined('1978-12-18', '2012-11-08'), 59.64],
    ['joined since', joined('2012-11-08', '9999'), 28.03],
    ['workers', works('worker'), 6.62],
    ['farmers', works('farmer'), 26.07],
    ['professionals', works('professional'), 16.35],
    ['managers', works('manager'), 11.53],
    ['staff', works('staff'), 7.57],
    ['students', works('student'), 2.61],
    ['others', works('other'), 7.83],
    ['retired', works('retired'), 21.41],
    ['admitted within the year', percent(({ kind }) => kind === 'probationary'), 2.1],
  ] as const)('%s: %s of %s', ([, found, wanted]) => expect(Math.abs(found - wanted)).toBeLessThan(1.5));

  test('kinds of organizations, and members of a branch', () => {
    const count = (...kinds: string[]) => tree.all.filter(({ kind }) => kinds.includes(kind)).length;
    const branches = count('branch', 'joint-branch');
    const primary = count('committee', 'general-branch') + branches;
    expect(Math.abs(count('committee') / primary - 0.058)).toBeLessThan(0.02);
    expect(Math.abs(count('general-branch') / primary - 0.063)).toBeLessThan(0.02);
    expect(Math.abs(people.length / branches - 21.7)).toBeLessThan(3);
  });
});

test('every ID number is valid in form, of the area that no place has, and nobody has two', () => {
  const wrong = people.filter(({ idNumber, bornOn, sex }) => !idNumber.startsWith('999999') || !decideIdNumber(idNumber, { bornOn, sex, simulated: true }).ok);
  expect(wrong).toEqual([]);
  expect(new Set(people.map(({ idNumber }) => idNumber)).size).toBe(people.length);
  expect(decideIdNumber(people[0]?.idNumber ?? '', { bornOn: people[0]?.bornOn ?? '', sex: '1', simulated: false }).ok).toBe(false);
  const phones = people.flatMap(({ phone }) => phone ?? []);
  expect(phones.every((phone) => /^154\d{8}$/.test(phone))).toBe(true);
  expect(new Set(phones).size).toBe(phones.length);
});

test('days of a membership follow each other', () => {
  const wrong = people.filter(({ bornOn, joinedOn, fullOn, kind }) => {
    const isFull = fullOn !== null && fullOn > joinedOn && fullOn <= today;
    return Number(joinedOn.slice(0, 4)) - Number(bornOn.slice(0, 4)) < 15 || joinedOn >= today || isFull !== (kind === 'full');
  });
  expect(wrong).toEqual([]);
});

test('dirty spots are there, on purpose and within bounds', () => {
  const branches = tree.all.filter(isBranch);
  const small = branches.filter(({ members }) => members < 3).length;
  const large = branches.filter(({ members }) => members > 50).length;
  expect(small).toBeGreaterThan(3);
  expect(large).toBeGreaterThan(3);
  expect(small + large).toBeLessThan(branches.length * 0.06);
  const overdue = bodies.terms.filter(({ endsOn }) => endsOn <= today).length;
  expect(overdue / bodies.terms.length).toBeGreaterThan(0.01);
  expect(overdue / bodies.terms.length).toBeLessThan(0.1);
  const vacant = bodies.posts.filter(({ holdings }) => holdings.at(-1)?.to !== null).length;
  expect(vacant / bodies.posts.length).toBeGreaterThan(0.01);
  expect(vacant / bodies.posts.length).toBeLessThan(0.08);
  const share = (situation: string) => people.filter((one) => one.situation === situation).length / people.length;
  expect(share('out-of-contact')).toBeGreaterThan(0);
  expect(share('out-of-contact')).toBeLessThan(0.03);
  expect(share('mobile')).toBeLessThan(0.1);
  const missing = units.filter(({ coveredBy, inOperation, employees }) => coveredBy === null && inOperation && employees >= 50);
  expect(missing.length).toBeGreaterThan(10);
  expect(branches.some((branch) => branch.members >= 8 && !bodies.withCommittee.has(branch))).toBe(true);
});

test('units of the register have codes valid in form', () => {
  for (const { creditCode } of units) if (creditCode) expect(creditCheckOf(creditCode.slice(0, 17))).toBe(creditCode[17]);
});

test('there is an account for every role, every town, and nearly every secretary', () => {
  const roles = new Set(accounts.map(({ role }) => role));
  expect(roles.size).toBe(10);
  expect(new Set(accounts.map(({ signInName }) => signInName)).size).toBe(accounts.length);
  const people = accounts.flatMap(({ person }) => person ?? []);
  expect(new Set(people).size).toBe(people.length);
  const secretaries = accounts.filter(({ role }) => role === 'branch-secretary').length;
  expect(secretaries / tree.all.filter(isBranch).length).toBeGreaterThan(0.95);
  expect(
    accounts
      .filter(({ totpSecret }) => totpSecret !== null)
      .map(({ role }) => role)
      .sort(),
  ).toEqual(['audit-administrator', 'security-administrator', 'system-administrator']);
});

test("last year's course has every ending, and nobody judges his or her own work", () => {
  const { lists } = composeCourse(county, today);
  const items = lists.flatMap(({ duties }) => duties.flatMap((duty) => duty.items));
  const [before] = lists;
  expect(before?.duties).toHaveLength(35);
  const ended = (before?.duties ?? []).flatMap((duty) => duty.items.map(({ life }) => life));
  const share = (is: (life: (typeof ended)[number]) => boolean) => ended.filter(is).length / ended.length;
  expect(share(({ judged }) => judged === 'written-off' || judged === 'effective')).toBeGreaterThan(0.85);
  expect(share(({ steps }) => steps.some(({ move }) => move === 'return'))).toBeGreaterThan(0.03);
  for (const state of ['open', 'returned', 'verified', 'written-off', 'effective', 'cancelled'] as const)
    expect(share(({ judged }) => judged === state)).toBeGreaterThan(0);
  const wrong = items.filter(({ life: { submitted, verified, writtenOff, steps } }) => {
    const judges = [verified, writtenOff].flatMap((step) => step?.actor.id ?? []);
    const isApart = !judges.includes(submitted?.actor.id ?? '') && new Set(judges).size === judges.length;
    return !isApart || steps.some((step, index) => index > 0 && step.day < (steps[index - 1]?.day ?? 0));
  });
  expect(wrong).toEqual([]);
  const speech = before?.speech;
  for (const { start, end, text } of speech?.clauses ?? []) expect(speech?.text.slice(start, end)).toBe(text);
});

test('shares add up, also within bounds', () => {
  expect(spread(10, [1, 1, 1])).toEqual([4, 3, 3]);
  expect(spread(7, [0, 0], 3)).toEqual([4, 3]);
  expect(spread(2, [5, 1, 1], 1).reduce((a, b) => a + b)).toBe(2);
  const shares = spreadWithin(100, [100, 1, 1, 1], 5, 50);
  expect([shares.reduce((a, b) => a + b), Math.max(...shares), Math.min(...shares)]).toEqual([100, 50, 16]);
});

test('the random stream is the same on every machine', () => {
  const random = new Random('hangji');
  expect(Array.from({ length: 3 }, () => random.below(1_000))).toEqual([665, 950, 856]);
  expect(random.fork('a').next()).not.toBe(random.fork('b').next());
});

test('two hundred counties have two hundred names', () => {
  expect(new Set(Array.from({ length: 200 }, (_, index) => countyName(index))).size).toBe(200);
});
