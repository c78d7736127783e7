import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countMarked, recountCounty } from '#indicator';
import { addDays, dayOf } from '#kernel/day';
import { wholeCounty } from '#kernel/scope';
import { type Db, transaction } from '#platform/db';
import { newId } from '#platform/id';
import { asOwner } from '#platform/testing';
import type { SmallOrganization, SmallPerson } from '#simulation';
import { type TestCounty, testCounty } from '#simulation/testing';
import { dispatchItems } from '#work-item';
import type { WorkItemView } from './contract.ts';
import { lampColumn } from './lamp-column.ts';
import { lampOf } from './rules/lamps.ts';
import { own } from './tables.ts';

const today = dayOf(new Date());
let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});
afterAll(() => county.close());

const asWriter = <T>(work: (db: Db) => Promise<T>) =>
  transaction(county.db, { role: 'hangji_writer', scope: wholeCounty(county.countyId), actorId: county.accounts.department }, work);

const branches: [SmallOrganization, SmallPerson, SmallPerson][] = [
  ['willow', 'secretary', 'eastAffairs'],
  ['redFlag', 'redFlagSecretary', 'eastSecretary'],
  ['bridge', 'bridgeSecretary', 'westAffairs'],
  ['primarySchool', 'schoolSecretary', 'westAffairs'],
];

/** Hand one duty to every branch and the east town; due some days from now. */
const dispatch = (days: number) =>
  asWriter((db) => {
    const dueOn = addDays(today, days);
    const issuer = { id: county.organizations.county, name: '某县委', path: '001' };
    const demand = { originKind: 'duty', originId: newId(), dutyListId: null, dispatchId: null, number: '〔2026〕1号-01', title: '整顿', issuer };
    const rest = { leadIds: [], leadNames: '', posts: [], field: null, measures: '', target: null, criterion: '', effectDays: null };
    const receivers = [...branches.map(([at]) => county.organizations[at]), county.organizations.east];
    const timing = { kind: 'day' as const, day: dueOn };
    const startsOn = dueOn < today ? addDays(dueOn, -30) : today;
    return dispatchItems(db, { ...demand, ...rest, timing, startsOn, dueOn }, receivers, {
      id: county.accounts.department,
      name: '李明',
      organizationName: '某县委',
    });
  });

const read = async (person: SmallPerson, id: string): Promise<WorkItemView> => (await county.as(person, { url: `/api/work-items/${id}` })).json();

/** Whatever this person may do with the item, the `choice`-th of it. */
async function moveSomehow(person: SmallPerson, id: string, choice: number): Promise<boolean> {
  const { may, revision } = await read(person, id);
  const move = may[choice % Math.max(may.length, 1)];
  if (!move) return false;
  const calls: Record<typeof move, [string, object]> = {
    accept: ['receipt', {}],
    begin: ['beginning', {}],
    'add-evidence': ['evidence', { evidenceId: newId(), kind: 'record', title: '会议记录', happenedOn: today }],
    submit: ['submission', { summary: '办好了' }],
    'withdraw-submission': ['submission-withdrawal', {}],
    verify: ['reviews', { verdict: 'verify' }],
    return: ['reviews', { verdict: 'return', note: '再补' }],
    'write-off': ['write-off', {}],
  };
  const [noun, payload] = calls[move];
  // A branch cannot prove what was due before it was sent; that refusal is part of the history.
  await county.as(person, { method: 'POST', url: `/api/work-items/${id}/${noun}`, payload: { revision, ...payload } });
  return true;
}

interface Value {
  organization_id: string;
  indicator: string;
  month: string;
  numerator: number;
  denominator: number;
}

const values = () =>
  asOwner<Value>(
    county.owner,
    `select organization_id, indicator, month, numerator::int, denominator::int from indicator_value
    where denominator > 0 and indicator like 'work-item.%' order by 1, 2, 3`,
  );

/** Count every organization by looking at every item, in plain code. */
async function bruteForce(on: string): Promise<Value[]> {
  const items = await asOwner<{ path: string; due_on: string; judged: string; submitted_on: string | null }>(
    county.owner,
    "select path, due_on, judged, (submitted_at at time zone 'Asia/Shanghai')::date as submitted_on from work_item",
  );
  const organizations = await asOwner<{ id: string; path: string }>(county.owner, 'select id, path from organization');
  const counted = new Map<string, Value>();
  for (const { id, path } of organizations) {
    for (const item of items.filter((item) => item.path.startsWith(path) && item.judged !== 'cancelled')) {
      const over = item.judged === 'written-off' || item.judged === 'effective';
      const inTime = (over || item.judged === 'verified') && item.submitted_on !== null && item.submitted_on <= item.due_on;
      const add = (indicator: string, hit: boolean) => {
        const month = item.due_on.slice(0, 7);
        const key = `${id}/${indicator}/${month}`;
        const value = counted.get(key) ?? { organization_id: id, indicator, month, numerator: 0, denominator: 0 };
        counted.set(key, { ...value, numerator: value.numerator + Number(hit), denominator: value.denominator + 1 });
      };
      add('work-item.closing-rate', over);
      if (item.due_on <= on || over) add('work-item.on-time-rate', inTime);
    }
  }
  return [...counted.values()].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}
const keyOf = ({ organization_id, indicator, month }: Value) => `${organization_id}/${indicator}/${month}`;

test('after any history of moves the rolled-up values are what counting every item gives, at every level', async () => {
  for (const days of [-40, -3, 5, 45]) await dispatch(days);
  await countMarked(county.db);
  const items = await asOwner<{ id: string; organization_id: string }>(county.owner, 'select id, organization_id from work_item order by number, path');
  const step = fc.record({ item: fc.nat(items.length - 1), person: fc.nat(2), choice: fc.nat(7), count: fc.boolean() });
  const history = fc.array(step, { minLength: 30, maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(history, async (steps) => {
      for (const { item, person, choice, count } of steps) {
        const { id, organization_id } = items[item] ?? { id: '', organization_id: '' };
        const [, doer, superior] = branches.find(([at]) => county.organizations[at] === organization_id) ?? ['east', 'eastAffairs', 'department'];
        const people: SmallPerson[] = [doer, superior, 'department'];
        // Counting goes on while people work.
        const counting = count ? countMarked(county.db) : Promise.resolve();
        // Whoever of the three may do anything, beginning with one of them.
        for (const turn of [0, 1, 2]) if (await moveSomehow(people[(person + turn) % 3] ?? doer, id, choice)) break;
        await counting;
      }
      await countMarked(county.db);
      expect(await values()).toEqual(await bruteForce(today));
    }),
    { numRuns: 8 },
  );
  // The histories came far enough to mean something.
  const moves = await asOwner<{ move: string }>(county.owner, 'select distinct move from work_item_step');
  expect(moves.map(({ move }) => move)).toEqual(expect.arrayContaining(['submit', 'return', 'verify', 'write-off']));
}, 180_000);

test('a deadline that passes changes the on-time rate though nobody did anything', async () => {
  await dispatch(90);
  const later = addDays(today, 91);
  await countMarked(county.db);
  expect(await values()).toEqual(await bruteForce(today));
  await countMarked(county.db, later);
  expect(await values()).toEqual(await bruteForce(later));
});

test('a full recount changes nothing, and needs no earlier value', async () => {
  const later = addDays(today, 91);
  const before = await values();
  expect(before.length).toBeGreaterThan(20);
  await asOwner(county.owner, 'delete from indicator_value');
  await asWriter((db) => recountCounty(db, later));
  expect(await values()).toEqual(before);
});

test('counters at the same time count once', async () => {
  await dispatch(15);
  await Promise.all(Array.from({ length: 6 }, () => countMarked(county.db, addDays(today, 91))));
  await countMarked(county.db, addDays(today, 91));
  expect(await values()).toEqual(await bruteForce(addDays(today, 91)));
  expect(await asOwner(county.owner, 'select id from indicator_mark')).toEqual([]);
});

test('the lamp of a list is the lamp of the rule, for every item on every day', async () => {
  for (const on of [-60, -10, -3, 0, 5, 13, 60, 100].map((days) => addDays(today, days))) {
    const rows = await asWriter((db) => own(db).selectFrom('work_item').selectAll().select(lampColumn(on).as('lamp')).execute());
    for (const row of rows) {
      const facts = {
        working: row.working,
        judged: row.judged,
        startsOn: row.starts_on,
        dueOn: row.due_on,
        checkpointOn: row.checkpoint_on ?? row.due_on,
        submittedOn: row.submitted_at && dayOf(row.submitted_at),
        source: '',
      };
      expect(lampOf(facts, on)?.lamp ?? 'closed').toBe(row.lamp);
    }
  }
});
