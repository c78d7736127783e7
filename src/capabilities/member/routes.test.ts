import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sealAll } from '#platform/journal';
import { asOwner } from '#platform/testing';
import type { SmallOrganization } from '#simulation';
import { type TestCounty, testCounty } from '#simulation/testing';

let county: TestCounty;
const people: Record<string, string> = {};
const names = ['王小明', '赵六', '=张三', '李梅'];
beforeAll(async () => {
  county = await testCounty();
  for (const name of names) {
    const payload = { name, sex: '1', bornOn: '1980-02-29', phone: '15400001234' };
    people[name] = (await county.as('eastAffairs', { method: 'POST', url: at('east', 'people'), payload })).json().id;
  }
});
afterAll(() => county.close());

const at = (organization: SmallOrganization, rest: string) => `/api/organizations/${county.organizations[organization]}/${rest}`;
const full = { kind: 'full', joinedOn: '2001-07-01', fullOn: '2002-07-01', occupation: 'farmer' };
const add = (name: string, organization: SmallOrganization = 'willow', rest: object = full) =>
  county.as('eastAffairs', { method: 'POST', url: at(organization, 'members'), payload: { ...rest, personId: people[name] } });

test('members are entered in a branch, listed in its subtree, counted, and found by name', async () => {
  expect((await add('王小明')).json()).toMatchObject({ name: '王小明', organizationName: '柳树村党支部', phoneMask: '154****1234', situation: 'present' });
  await add('赵六', 'redFlag', { ...full, kind: 'probationary', fullOn: null, joinedOn: '2026-07-01' });
  await add('=张三');
  const list = (await county.as('department', { url: at('county', 'members?size=2') })).json();
  expect([list.total, list.rows.length]).toEqual([3, 2]);
  const newest = (await county.as('department', { url: at('county', 'members?sort=-joined') })).json();
  expect(newest.rows[0].name).toBe('赵六');
  const found = (await county.as('secretary', { url: at('willow', 'members?q=小&kinds=full&situations=present') })).json();
  expect(found.rows.map((row: { name: string }) => row.name)).toEqual(['王小明']);
  const count = (await county.as('eastAffairs', { url: at('east', 'member-count') })).json();
  expect(count).toEqual({ full: 2, probationary: 1, mobile: 0, outOfContact: 0 });
  await sealAll(county.db);
  const entries = await asOwner(county.owner, `select from journal_entry where kind = 'member.added'`);
  expect(entries).toHaveLength(3);
});

test('a second membership is refused, even when both are sent at once; the record stays where it was', async () => {
  const replies = await Promise.all([add('李梅', 'willow'), add('李梅', 'redFlag')]);
  expect(replies.map((reply) => reply.statusCode).sort()).toEqual([200, 422]);
  const refused = replies.find((reply) => reply.statusCode === 422);
  expect(refused?.json()).toMatchObject({ code: 'member.already-active', message: '李梅已在一个党支部登记，不能有两处组织关系。请先办理转接。' });
  const kept = replies.find((reply) => reply.statusCode === 200)?.json().organizationId;
  expect((await county.as('eastAffairs', { url: `/api/people/${people.李梅}` })).json().organizationId).toBe(kept);
});

test('names stand in the order of pinyin', async () => {
  const { rows } = (await county.as('eastAffairs', { url: at('east', 'members?sort=name') })).json();
  expect(rows.map((row: { name: string }) => row.name)).toEqual(['=张三', '李梅', '王小明', '赵六']);
});

test('a membership belongs in a branch', async () => {
  expect((await add('李梅', 'east')).json().code).toBe('member.not-a-branch');
});

test('the register is exported without a live formula, for those who may', async () => {
  const reply = await county.as('department', { method: 'POST', url: at('county', 'members/exports'), payload: { kinds: ['full'] } });
  expect(reply.statusCode).toBe(200);
  expect(reply.headers['content-type']).toContain('spreadsheetml');
  const sheet = strFromU8(unzipSync(reply.rawPayload)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  expect(sheet).toContain('模拟数据');
  expect(sheet).toContain('=张三');
  expect(sheet).not.toContain('<f>');
  expect(sheet).not.toContain('15400001234');
  expect((await county.as('secretary', { method: 'POST', url: at('willow', 'members/exports'), payload: {} })).statusCode).toBe(403);
});

test('who may not see a branch finds nothing there; whose role reads no members is told so', async () => {
  expect((await county.as('westAffairs', { url: at('willow', 'members') })).statusCode).toBe(404);
  expect((await county.as('educationOffice', { url: at('willow', 'members') })).statusCode).toBe(403);
});
