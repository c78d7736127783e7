import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countMarked, defineIndicator, markIndicators } from '#indicator';
import { wholeCounty } from '#kernel/scope';
import { allOrganizations } from '#organization';
import { transaction } from '#platform/db';
import { asOwner } from '#platform/testing';
import { type TestCounty, testCounty } from '#simulation/testing';

/** Organizations with a committee, in the month they were set up: all nine in July 2010. */
const definition = {
  key: 'test.committees',
  version: 1,
  name: '设委员会率',
  unit: '%',
  direction: 'up' as const,
  numeratorMeans: '设委员会的党组织',
  denominatorMeans: '全部党组织',
  article: '试验用指标',
  records: (db: Parameters<typeof allOrganizations>[0]) =>
    db
      .selectFrom(allOrganizations(db).as('organization'))
      .select([
        'id',
        sql<string>`'organization'`.as('kind'),
        'name as title',
        'id as organization_id',
        'path',
        'set_up_on as day',
        'has_committee as counted',
      ]) as unknown as ReturnType<Parameters<typeof defineIndicator>[0]['records']>,
};

let county: TestCounty;
beforeAll(async () => {
  defineIndicator(definition);
  county = await testCounty();
  await countMarked(county.db);
});
afterAll(() => county.close());

const get = (person: 'department' | 'eastAffairs' | 'member', at: keyof TestCounty['organizations'], rest: string) =>
  county.as(person, { url: `/api/organizations/${county.organizations[at]}/indicators${rest}` });

test('a key is defined once', () => {
  expect(() => defineIndicator(definition)).toThrow(/defined twice/);
});

test('values of one organization with everything below it, for a month, a quarter and a year', async () => {
  for (const period of ['2010-07', '2010-Q3', '2010']) {
    const values: { key: string }[] = (await get('department', 'county', `?period=${period}`)).json();
    expect(values.find(({ key }) => key === 'test.committees')).toMatchObject({
      numerator: 8,
      denominator: 9,
      percent: 88.9,
      countedAt: expect.stringMatching(/Z$/),
      article: '试验用指标',
    });
  }
  const empty: { key: string }[] = (await get('department', 'county', '?period=2011')).json();
  expect(empty.find(({ key }) => key === 'test.committees')).toMatchObject({ numerator: 0, denominator: 0, percent: null, countedAt: null });
});

test('direct children, a page at a time', async () => {
  const page = (await get('department', 'county', '/test.committees/children?period=2010-07&size=2')).json();
  expect(page).toMatchObject({
    total: 3,
    rows: [
      { name: '东风镇党委', numerator: 3, denominator: 3, percent: 100, children: 2 },
      { name: '西山镇党委', numerator: 2, denominator: 3, percent: 66.7, children: 2 },
    ],
  });
});

test('the number opens: its records, those that count and those that do not', async () => {
  const all = (await get('department', 'west', '/test.committees/records?period=2010-Q3')).json();
  expect(all).toMatchObject({ total: 3, numerator: 2, denominator: 3, definition: { name: '设委员会率', denominatorMeans: '全部党组织' } });
  const missing = (await get('department', 'west', '/test.committees/records?period=2010&part=difference')).json();
  expect(missing.rows).toMatchObject([{ title: '石桥村党支部', organizationName: '石桥村党支部', kind: 'organization', day: '2010-07-01', counted: false }]);
  const counted = (await get('department', 'west', '/test.committees/records?period=2010&part=numerator&size=1&page=2')).json();
  expect([counted.total, counted.rows.length]).toEqual([2, 1]);
});

test('what was marked is counted again, with everything above it', async () => {
  const { bridge } = county.organizations;
  await asOwner(county.owner, 'update organization set has_committee = true where id = $1', [bridge]);
  await transaction(county.db, { role: 'hangji_writer', scope: wholeCounty(county.countyId), actorId: county.accounts.department }, (db) =>
    markIndicators(db, ['test.committees'], [{ organizationId: bridge, path: '001002001', month: '2010-07' }]),
  );
  expect(await countMarked(county.db)).toBe(1);
  const values = (await get('department', 'county', '/test.committees/children?period=2010')).json().rows;
  expect(values.map(({ percent }: { percent: number }) => percent)).toEqual([100, 100, 100]);
  expect(await countMarked(county.db)).toBe(0);
});

test('the records go out as Excel', async () => {
  const url = `/api/organizations/${county.organizations.county}/indicators/test.committees/exports`;
  const reply = await county.as('department', { method: 'POST', url, payload: { period: '2010' } });
  expect([reply.statusCode, reply.headers['content-type']]).toEqual([200, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']);
});

test('an unknown indicator, a foreign organization and a missing permission are refused', async () => {
  const unknown = await get('department', 'county', '/no.such/records?period=2010');
  expect([unknown.statusCode, unknown.json().message]).toEqual([422, '没有“no.such”这个指标。']);
  expect((await get('eastAffairs', 'west', '?period=2010')).statusCode).toBe(404);
  expect((await get('member', 'willow', '?period=2010')).statusCode).toBe(403);
  expect((await get('department', 'county', '?period=2010-13')).statusCode).toBe(400);
});
