import { afterAll, beforeAll, expect, test } from 'vitest';
import { sealAll } from '#platform/journal';
import { asOwner, rowsOfSheet } from '#platform/testing';
import { type TestCounty, testCounty } from '#simulation/testing';

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});
afterAll(() => county.close());

const at = (organization: keyof TestCounty['organizations'], rest = '') => `/api/organizations/${county.organizations[organization]}${rest}`;
const poplar = { name: '杨树村党支部', kind: 'branch', field: 'village', hasCommittee: false, setUpOn: '2019-05-01' };

test('an organization is read with what stands above it, as far as the scope reaches', async () => {
  const forDepartment = (await county.as('department', { url: at('willow') })).json();
  const forTown = (await county.as('eastAffairs', { url: at('willow') })).json();
  expect(forDepartment).toMatchObject({ name: '柳树村党支部', path: '001001001', level: 3, children: 0, may: [] });
  expect(forDepartment.ancestors.map((above: { name: string }) => above.name)).toEqual(['某县委', '东风镇党委']);
  expect(forTown.ancestors.map((above: { name: string }) => above.name)).toEqual(['东风镇党委']);
});

test('children come a page at a time with the number of their own children', async () => {
  const { rows, total } = (await county.as('department', { url: at('county', '/children?size=2') })).json();
  expect(total).toBe(3);
  expect(rows.map((row: { name: string; children: number }) => [row.name, row.children])).toEqual([
    ['东风镇党委', 2],
    ['西山镇党委', 2],
  ]);
  expect((await county.as('department', { url: at('county', '/children?size=2&page=9') })).json()).toMatchObject({ rows: [], total: 3 });
});

test('a search finds part of a name in the subtree only, with the parent beside it', async () => {
  const found = (await county.as('department', { url: at('county', '/search?q=村&kinds=branch&fields=village') })).json();
  expect(found.rows.map((row: { name: string; parentName: string }) => [row.name, row.parentName])).toEqual([
    ['柳树村党支部', '东风镇党委'],
    ['石桥村党支部', '西山镇党委'],
  ]);
  expect((await county.as('eastAffairs', { url: at('east', '/search?q=石桥') })).json().total).toBe(0);
  expect((await county.as('department', { url: at('county', '/search?q=%25') })).json().total).toBe(0);
});

test('an organization outside the scope answers like an unknown one', async () => {
  const outside = await county.as('eastAffairs', { url: at('west') });
  const unknown = await county.as('eastAffairs', { url: '/api/organizations/019aa000-0000-7000-8000-000000000000' });
  expect(outside.statusCode).toBe(404);
  expect({ ...outside.json(), data: {} }).toEqual({ ...unknown.json(), data: {} });
});

test('two entered at once get two codes, and both are in the journal', async () => {
  const add = (name: string) => county.as('eastAffairs', { method: 'POST', url: at('east', '/children'), payload: { ...poplar, name } });
  const replies = await Promise.all([add('杨树村党支部'), add('榆树村党支部')]);
  expect(replies.map((reply) => reply.statusCode)).toEqual([200, 200]);
  expect(replies.map((reply) => reply.json().path).sort()).toEqual(['001001003', '001001004']);
  await sealAll(county.db);
  const kinds = await asOwner<{ path: string }>(county.owner, `select path from journal_entry where kind = 'organization.added' order by path`);
  expect(kinds.map((entry) => entry.path)).toEqual(['001001003', '001001004']);
});

test('a refusal says what is wrong and cites its reason; nothing is kept', async () => {
  const reply = await county.as('department', { method: 'POST', url: at('willow', '/children'), payload: poplar });
  expect(reply.statusCode).toBe(422);
  expect(reply.json()).toMatchObject({ code: 'organization.branch-has-no-children', message: '党支部下面不能再设党组织。请在党委或党总支下登记。' });
  expect(reply.json().data.article).not.toBe('');
  const again = await county.as('department', { method: 'POST', url: at('west', '/children'), payload: { ...poplar, name: '石桥村党支部' } });
  expect(again.json().code).toBe('organization.name-taken');
});

test('a branch secretary may not enter organizations', async () => {
  const reply = await county.as('secretary', { method: 'POST', url: at('willow', '/children'), payload: poplar });
  expect(reply.statusCode).toBe(403);
});

test('what a search finds is exported whole, without a live formula, and the export is journalled', async () => {
  await county.as('department', { method: 'POST', url: at('west', '/children'), payload: { ...poplar, name: '=1+1村党支部' } });
  const taken = await county.as('department', { method: 'POST', url: at('county', '/exports'), payload: { q: '村', kinds: ['branch'] } });
  expect([taken.statusCode, taken.headers['content-type']]).toEqual([200, expect.stringContaining('spreadsheetml')]);
  const [, header, ...rows] = rowsOfSheet(taken.rawPayload);
  const found = (await county.as('department', { url: at('county', '/search?q=村&kinds=branch') })).json();
  type Found = { path: string; name: string; parentName: string };
  expect(header?.slice(0, 3)).toEqual(['编码', '名称', '上级党组织']);
  expect(rows.map((row) => row.slice(0, 3))).toEqual(found.rows.map(({ path, name, parentName }: Found) => [path, name, parentName]));
  expect(rows.map(([, name]) => name)).toContain('=1+1村党支部');
  await sealAll(county.db);
  const [entry] = await asOwner<{ after: object }>(county.owner, `select change->'after' as after from journal_entry where kind = 'organization.exported'`);
  expect(entry?.after).toMatchObject({ q: '村', organizations: rows.length });
  expect((await county.as('eastAffairs', { method: 'POST', url: at('west', '/exports'), payload: {} })).statusCode).toBe(404);
});
