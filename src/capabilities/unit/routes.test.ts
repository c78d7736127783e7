import { afterAll, beforeAll, expect, test } from 'vitest';
import { sealAll } from '#platform/journal';
import { asOwner, rowsOfSheet } from '#platform/testing';
import { type TestCounty, testCounty } from '#simulation/testing';

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});
afterAll(() => county.close());

const at = (organization: keyof TestCounty['organizations']) => `/api/organizations/${county.organizations[organization]}/units`;
const mill = { name: '东风镇面粉厂', kind: 'private-enterprise', creditCode: '91350100m000100y43', employees: 46 };
const add = (payload: object) => county.as('eastAffairs', { method: 'POST', url: at('east'), payload });

test('a unit is entered, listed in the subtree with the organization that covers it, and journalled', async () => {
  expect((await add(mill)).json()).toMatchObject({ creditCode: '91350100M000100Y43', coveredByName: null, inOperation: true });
  await add({ name: '柳树村', kind: 'village', coveredById: county.organizations.willow });
  const { rows, total } = (await county.as('department', { url: `${at('county')}?kinds=village` })).json();
  expect([total, rows[0].coveredByName]).toEqual([1, '柳树村党支部']);
  expect((await county.as('department', { url: `${at('county')}?covered=false` })).json().rows.map((row: { name: string }) => row.name)).toEqual([
    '东风镇面粉厂',
  ]);
  expect((await county.as('westAffairs', { url: at('west') })).json().total).toBe(0);
  await sealAll(county.db);
  expect(await asOwner(county.owner, `select from journal_entry where kind = 'unit.added'`)).toHaveLength(2);
});

test('a wrong code gets a sentence, and an organization elsewhere is not named', async () => {
  expect((await add({ ...mill, creditCode: '91350100M000100Y41' })).json()).toMatchObject({
    code: 'unit.credit-code-wrong',
    message: '统一社会信用代码末位校验码不符，至少有一位抄错。请核对后重填。',
  });
  expect((await add({ ...mill, coveredById: county.organizations.bridge })).json().code).toBe('unit.organization-not-found');
});

test('who may only read enters nothing', async () => {
  expect((await county.as('secretary', { method: 'POST', url: at('willow'), payload: mill })).statusCode).toBe(403);
});

test('the list is exported as the filters find it, without a live formula', async () => {
  await add({ ...mill, name: '=SUM(A1)加工厂', creditCode: null });
  const take = (payload: object) => county.as('eastAffairs', { method: 'POST', url: `${at('east')}/exports`, payload });
  const reply = await take({ covered: false });
  expect(reply.statusCode, reply.body).toBe(200);
  const [, header, ...rows] = rowsOfSheet(reply.rawPayload);
  const listed = (await county.as('eastAffairs', { url: `${at('east')}?covered=false` })).json();
  type Listed = { name: string; employees: number };
  expect(header?.[0]).toBe('单位');
  expect(rows.map(([name, , , employees]) => [name, employees])).toEqual(listed.rows.map(({ name, employees }: Listed) => [name, String(employees)]));
  expect(rows.map(([name]) => name)).toContain('=SUM(A1)加工厂');
  await sealAll(county.db);
  expect(await asOwner(county.owner, `select from journal_entry where kind = 'unit.exported'`)).toHaveLength(1);
  expect((await county.as('member', { method: 'POST', url: `${at('willow')}/exports`, payload: {} })).statusCode).toBe(403);
});
