import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayOf } from '#kernel/day';
import { subtreeOf } from '#kernel/scope';
import { transaction } from '#platform/db';
import { sealAll } from '#platform/journal';
import { asOwner } from '#platform/testing';
import { type TestCounty, testCounty } from '#simulation/testing';
import { holdersOn } from './store.ts';

let county: TestCounty;
const people: string[] = [];
beforeAll(async () => {
  county = await testCounty();
  for (const name of ['王建国', '赵六']) {
    const payload = { name, sex: '1', bornOn: '1980-02-29' };
    people.push((await county.as('eastAffairs', { method: 'POST', url: at('people'), payload })).json().id);
  }
});
afterAll(() => county.close());

const at = (rest: string) => `/api/organizations/${county.organizations.willow}/${rest}`;
const appoint = (person: number, from: string, title = 'secretary') =>
  county.as('eastAffairs', { method: 'POST', url: at('appointments'), payload: { title, personId: people[person], from } });
const leave = (person: number, on: string) =>
  county.as('eastAffairs', { method: 'POST', url: at('departures'), payload: { title: 'secretary', personId: people[person], on } });

test('a post is held by one after the other, each on the days asked', async () => {
  expect((await appoint(0, '2021-01-10')).json()).toMatchObject({
    posts: [{ title: 'secretary', holder: { name: '王建国', from: '2021-01-10' } }],
    vacancies: 0,
  });
  expect((await appoint(1, '2026-03-01')).json()).toMatchObject({ code: 'post.held', message: '这个职务由王建国担任。请先填写其离任日期。' });
  expect((await leave(0, '2021-01-10')).json().code).toBe('post.left-before-coming');
  expect((await leave(0, '2026-03-01')).json().vacancies).toBe(1);
  expect((await leave(0, '2026-03-01')).json().code).toBe('post.vacant');
  expect((await appoint(1, '2026-02-28')).json().code).toBe('post.days-out-of-order');
  expect((await appoint(1, '2026-03-01')).statusCode).toBe(200);
  const holderOn = async (day: string) => (await county.as('secretary', { url: at(`body?on=${day}`) })).json().posts[0].holder?.name;
  expect([await holderOn('2021-01-09'), await holderOn('2026-02-28'), await holderOn('2026-03-01')]).toEqual([undefined, '王建国', '赵六']);
  await sealAll(county.db);
  const entries = await asOwner<{ kind: string }>(county.owner, `select kind from journal_entry where kind like 'post.%' order by seal, position`);
  expect(entries.map((entry) => entry.kind)).toEqual(['post.appointed', 'post.left', 'post.appointed']);
});

test('others ask who answers on a day; a vacant post is a row without a name', async () => {
  await appoint(0, '2026-05-01', 'organization-member');
  const scope = subtreeOf(county.countyId, '001');
  const holders = await transaction(county.db, { role: 'hangji_reader', scope, actorId: county.accounts.department }, (db) =>
    holdersOn(db, [county.organizations.willow, county.organizations.bridge], ['secretary', 'organization-member'], '2026-04-01'),
  );
  expect(holders.map(({ title, name }) => [title, name])).toEqual([
    ['secretary', '赵六'],
    ['organization-member', null],
  ]);
});

test('a term that has run out says so with its article', async () => {
  const values = [county.countyId, county.organizations.willow];
  await asOwner(county.owner, `insert into term values ($1, gen_random_uuid(), $2, '001001001', '2016-01-10', '2021-01-10')`, values);
  const { term } = (await county.as('secretary', { url: at('body?on=2021-01-10') })).json();
  expect(term).toMatchObject({ status: 'overdue', because: expect.stringContaining('任期的意见') });
  expect((await county.as('secretary', { url: at('body?on=2020-12-01') })).json().term.status).toBe('due-soon');
});

test('a small branch is told so; nothing is refused', async () => {
  const body = (await county.as('eastAffairs', { url: at('body') })).json();
  expect(body.advice[0].text).toContain('不足 3 名');
  expect([body.may, (await county.as('secretary', { url: at('body') })).json().may]).toEqual([['appoint', 'leave'], []]);
  expect(
    (await county.as('secretary', { method: 'POST', url: at('appointments'), payload: { title: 'secretary', personId: people[0], from: dayOf(new Date()) } }))
      .statusCode,
  ).toBe(403);
});
