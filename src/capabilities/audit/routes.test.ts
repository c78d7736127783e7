import { afterAll, beforeAll, expect, test } from 'vitest';
import { sealAll, verifyLines } from '#platform/journal';
import { asOwner } from '#platform/testing';
import { type TestCounty, testCounty } from '#simulation/testing';

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
  const payload = { name: '审计样本', signInName: 'sample-account' };
  const { account } = (await county.as('systemAdministrator', { method: 'POST', url: '/api/accounts', payload })).json();
  const grant = { organizationId: county.organizations.willow, role: 'member' };
  await county.as('securityAdministrator', { method: 'POST', url: `/api/accounts/${account.id}/grants`, payload: grant });
  await county.app.inject({ method: 'POST', url: '/api/session', payload: { name: 'sample-account', password: 'Wrong-2026' } });
  await sealAll(county.db);
});
afterAll(() => county.close());

const search = async (query = '') => (await county.as('auditAdministrator', { url: `/api/audit/entries${query}` })).json();

test('the audit administrator reads what the other two did, newest first, with names and Chinese kinds', async () => {
  const { rows, total } = await search();
  expect(total).toBe(3);
  expect(rows.map(({ kindLabel, actorName }: { kindLabel: string; actorName: string }) => [kindLabel, actorName])).toEqual([
    ['登录失败', '审计样本'],
    ['授予角色', '褚安全'],
    ['新建账号', '冯系统'],
  ]);
  expect(rows[1]).toMatchObject({ organizationName: '柳树村党支部', after: { role: 'member' } });
});

test.for([
  ['a kind', '?kind=account.created', 1],
  ['the beginning of a kind', '?kind=account.', 3],
  ['an actor by name', `?actor=${encodeURIComponent('冯系')}`, 1],
  ['an actor nobody is', '?actor=nobody', 0],
  ['a branch', '?path=001001001', 2],
  ['the other town', '?path=001002', 0],
  ['until yesterday', '?to=2020-01-01', 0],
  ['from long ago', '?from=2020-01-01', 3],
] as const)('it is searched by %s', async ([, query, total]) => {
  expect((await search(query)).total).toBe(total);
});

test('pages are cut on the server', async () => {
  const { rows, total } = await search('?size=2&page=2');
  expect([rows.length, total]).toEqual([1, 3]);
});

test('the journal is exported as one file that verifies alone; the export is journalled', async () => {
  const reply = await county.as('auditAdministrator', { method: 'POST', url: '/api/audit/exports' });
  expect([reply.statusCode, reply.headers['content-disposition']]).toEqual([200, expect.stringMatching(/^attachment; .*filename\*=utf-8''/)]);
  const found = await verifyLines(linesOf(reply.body));
  expect(found).toMatchObject({ findings: [], entries: 3, header: { county: { name: '某县' }, simulated: true } });
  await sealAll(county.db);
  expect((await search('?kind=audit.exported')).total).toBe(1);
});

test('a check tells that all is well, and names what is not', async () => {
  const check = async (payload: object = {}) => (await county.as('auditAdministrator', { method: 'POST', url: '/api/audit/verifications', payload })).json();
  const { intact, last } = await check();
  expect(intact).toBe(true);
  const { rows } = (await county.as('auditAdministrator', { url: '/api/audit/marks' })).json();
  expect(rows[0]).toEqual(last);
  expect((await check({ mark: { number: last.number, digest: last.digest } })).intact).toBe(true);
  expect((await check({ mark: { number: last.number + 5, digest: last.digest } })).intact).toBe(false);

  await asOwner(county.owner, `update journal_entry set change = '{}' where kind = 'account.role-granted'`);
  const spoilt = await check();
  expect(spoilt.intact).toBe(false);
  expect(spoilt.findings[0].sentence).toMatch(/第 1 号封条：条目内容或顺序与封存时不符/);
});

async function* linesOf(text: string) {
  yield* text.split('\n');
}
