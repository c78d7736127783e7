import { afterAll, beforeAll, expect, test } from 'vitest';
import { duty } from '#duty';
import { newId } from '#platform/id';
import { asOwner } from '#platform/testing';
import { fillSmallCounty, type SmallCounty, type SmallPerson } from '#simulation';
import { type TestCounty, testCounty } from '#simulation/testing';

/** Ids that stand elsewhere than in the place of an endpoint: named by somebody who may not see what they name. */
let county: TestCounty;
let other: SmallCounty;
let list: { id: string; dutyId: string };
let second: { id: string; dutyId: string };

beforeAll(async () => {
  county = await testCounty();
  other = await fillSmallCounty(county.db, '999902');
  list = await issued('某组发〔2027〕1号', county.organizations.education);
  second = await issued('某组发〔2027〕2号', null);
  const receivers = { named: [county.organizations.willow, county.organizations.bridge], onlyNamed: true };
  for (const { id, dutyId } of [list, second]) await post('department', `/duty-lists/${id}/dispatch`, { dutyIds: [dutyId], receivers });
  for (const { payload } of await asOwner<{ payload: Record<string, unknown> }>(county.owner, 'select payload from graphile_worker._private_jobs')) {
    await duty.jobs['duty.dispatch'](county, payload);
  }
});
afterAll(() => county.close());

const post = (person: SmallPerson, url: string, payload: object = {}) => county.as(person, { method: 'POST', url: `/api${url}`, payload });
const codeOf = async (reply: ReturnType<typeof post>): Promise<string> => (await reply).json().code ?? String((await reply).statusCode);

const changeWith = (organizationId: string | null) => ({
  goal: '配备后备干部',
  measures: '每村两名',
  leads: [{ organizationId, name: '县教育局' }],
  timing: { kind: 'day', day: '2027-06-30' },
});

async function draft(person: SmallPerson, organizationId: string): Promise<string> {
  return (await post(person, `/organizations/${organizationId}/duty-lists`, { title: '责任清单', year: 2027 })).json().id;
}

async function issued(number: string, lead: string | null): Promise<{ id: string; dutyId: string }> {
  const id = await draft('department', county.organizations.county);
  const dutyId = (await post('department', `/duty-lists/${id}/duties`, { change: changeWith(lead) })).json().id;
  await post('department', `/duty-lists/${id}/submission`);
  await post('reviewer', `/duty-lists/${id}/reviews`, { verdict: 'approve' });
  expect((await post('department', `/duty-lists/${id}/issue`, { number })).statusCode).toBe(200);
  return { id, dutyId };
}

async function upload(person: SmallPerson, organizationId: string, text: string): Promise<string> {
  const form = new FormData();
  form.set('file', new File([text], '佐证.txt'));
  const request = new Request('http://localhost', { method: 'POST', body: form });
  const headers = { 'content-type': request.headers.get('content-type') ?? '' };
  const payload = Buffer.from(await request.arrayBuffer());
  return (await county.as(person, { method: 'POST', url: `/api/organizations/${organizationId}/attachments`, headers, payload })).json().id;
}

const itemOf = async (listId: string, organizationId: string): Promise<string> => {
  const [item] = await asOwner<{ id: string }>(county.owner, 'select id from work_item where duty_list_id = $1 and organization_id = $2', [
    listId,
    organizationId,
  ]);
  return item?.id ?? '';
};

test('a lead is named only from what one sees, and never from another county', async () => {
  const own = await draft('eastAffairs', county.organizations.east);
  for (const organizationId of [county.organizations.west, other.organizations.east, newId()]) {
    expect(await codeOf(post('eastAffairs', `/duty-lists/${own}/duties`, { change: changeWith(organizationId) }))).toBe('duty.party-unknown');
  }
});

test('duties of another list are neither filled, merged, moved nor dispatched with one’s own', async () => {
  const own = await draft('department', county.organizations.county);
  const mine = (await post('department', `/duty-lists/${own}/duties`, { change: changeWith(null) })).json().id;
  const dutyIds = [mine, list.dutyId];
  expect(await codeOf(post('department', `/duty-lists/${own}/filling`, { dutyIds, change: { field: 'village' }, overwrite: true }))).toBe('duty.not-in-list');
  expect(await codeOf(post('department', `/duty-lists/${own}/confirmations`, { dutyIds }))).toBe('duty.not-in-list');
  expect(await codeOf(post('department', `/duty-lists/${own}/merger`, { dutyIds }))).toBe('duty.not-in-list');
  const moved = county.as('department', { method: 'PUT', url: `/api/duties/${mine}/position`, payload: { after: list.dutyId } });
  expect(await codeOf(moved)).toBe('duty.not-in-list');
  const receivers = { named: [county.organizations.willow], onlyNamed: true };
  expect(await codeOf(post('department', `/duty-lists/${list.id}/dispatch`, { dutyIds: [second.dutyId], receivers }))).toBe('duty.not-in-list');
});

test('an office that may draft and dispatch its own lists does neither with a list that merely names it', async () => {
  const { id, dutyId } = await issued('某组发〔2027〕3号', county.organizations.west);
  expect((await county.as('westAffairs', { url: `/api/duty-lists/${id}` })).json()).toMatchObject({ state: 'issued', may: [] });
  const receivers = { named: [county.organizations.bridge], onlyNamed: true };
  const attempts = [
    post('westAffairs', `/duty-lists/${id}/duties`, { change: changeWith(null) }),
    post('westAffairs', `/duty-lists/${id}/filling`, { dutyIds: [dutyId], change: { field: 'village' }, overwrite: true }),
    county.as('westAffairs', { method: 'PUT', url: `/api/duties/${dutyId}`, payload: { revision: 1, change: { goal: '改写' } } }),
    post('westAffairs', `/duties/${dutyId}/removal`, { revision: 1 }),
    post('westAffairs', `/duty-lists/${id}/submission`),
    post('westAffairs', `/duty-lists/${id}/dispatch`, { dutyIds: [dutyId], receivers }),
  ];
  for (const reply of await Promise.all(attempts)) expect([reply.statusCode, reply.json().message]).toEqual([403, '这份清单由其他单位管理，您只能查看。']);
});

test('a passage joins no duty of another list, and clauses of another text stay as they are', async () => {
  const bring = async () =>
    (await post('department', `/organizations/${county.organizations.county}/directives`, { kind: 'plan', text: '一、任务\n各村要配备两名后备干部。' })).json();
  const [one, another] = [await bring(), await bring()];
  expect(await codeOf(post('department', `/directives/${one.id}/duties`, { start: 5, end: 12, into: list.dutyId }))).toBe('duty.not-in-list');
  const clauseIds = another.clauseList.map(({ id }: { id: string }) => id);
  expect(await codeOf(post('department', `/directives/${one.id}/no-duty`, { clauseIds, reason: '背景说明' }))).toBe('directive.clause-unknown');
});

test('receivers outside the issuer’s subtree, or in another county, receive nothing', async () => {
  for (const named of [[other.organizations.willow], [county.organizations.willow, newId()]]) {
    const reply = post('department', `/duty-lists/${list.id}/dispatch`, { dutyIds: [list.dutyId], receivers: { named, onlyNamed: true } });
    expect(await codeOf(reply)).toBe('duty-list.receiver-unknown');
  }
  const counted = await post('department', `/duty-lists/${list.id}/receivers`, { receivers: { under: other.organizations.east } });
  expect(counted.json().total).toBe(0);
});

test('a file proves what its bringer’s own organization did, for one list only', async () => {
  const { willow, bridge } = county.organizations;
  const [mine, alsoMine] = [await itemOf(list.id, willow), await itemOf(second.id, willow)];
  for (const item of [mine, alsoMine]) await post('secretary', `/work-items/${item}/receipt`, { revision: 1 });
  const prove = (item: string, attachmentId: string) =>
    post('secretary', `/work-items/${item}/evidence`, { evidenceId: newId(), kind: 'document', title: '佐证', happenedOn: '2026-11-01', attachmentId });
  expect(await codeOf(prove(mine, await upload('bridgeSecretary', bridge, '石桥村的文件')))).toBe('work-item.document-missing');
  const own = await upload('secretary', willow, '柳树村的文件');
  expect(await codeOf(prove(mine, own))).toBe('200');
  expect(await codeOf(prove(alsoMine, own))).toBe('work-item.file-of-another-list');
  const read = async (person: SmallPerson) => (await county.as(person, { url: `/api/attachments/${own}/content` })).statusCode;
  expect([await read('educationOffice'), await read('bridgeSecretary'), await read('westAffairs')]).toEqual([200, 404, 404]);
});

test('items of others are not signed for in bulk, and evidence of others is not taken back', async () => {
  const all = (await asOwner<{ id: string }>(county.owner, "select id from work_item where working = 'dispatched'")).map(({ id }) => id);
  expect((await post('secretary', `/organizations/${county.organizations.willow}/receipts`, { workItemIds: all })).json()).toEqual({ accepted: 0 });
  expect(await codeOf(post('secretary', `/organizations/${county.organizations.bridge}/receipts`, { workItemIds: all }))).toBe('NOT_FOUND');
});

test('a person elsewhere is neither made a member nor appointed here', async () => {
  const someone = { name: '孙大海', sex: '1', bornOn: '1980-01-01' };
  const personId = (await post('department', `/organizations/${county.organizations.bridge}/people`, someone)).json().id;
  const member = { personId, kind: 'probationary', joinedOn: '2026-01-01', fullOn: null, occupation: 'farmer' };
  expect(await codeOf(post('eastAffairs', `/organizations/${county.organizations.willow}/members`, member))).toBe('NOT_FOUND');
  const seat = { title: 'secretary', personId, from: '2026-01-01' };
  expect(await codeOf(post('eastAffairs', `/organizations/${county.organizations.willow}/appointments`, seat))).toBe('NOT_FOUND');
  const unit = { name: '红星公司', kind: 'private-enterprise', coveredById: county.organizations.bridge };
  expect(await codeOf(post('eastAffairs', `/organizations/${county.organizations.east}/units`, unit))).toBe('unit.organization-not-found');
});

test('a session of one county reaches nothing of another, by any id', async () => {
  const { organizations, accounts } = other;
  const grants = await asOwner<{ id: string }>(county.owner, 'select id from role_grant where account_id = $1', [accounts.department]);
  expect(await codeOf(county.as('department', { method: 'PUT', url: '/api/me/grant', payload: { grantId: grants[0]?.id } }))).toBe('account.grant-not-usable');
  const role = { organizationId: organizations.willow, role: 'member' };
  expect(await codeOf(post('securityAdministrator', `/accounts/${county.accounts.member}/grants`, role))).toBe('account.organization-unknown');
  expect(await codeOf(post('securityAdministrator', `/accounts/${accounts.member}/grants`, { ...role, organizationId: county.organizations.willow }))).toBe(
    'NOT_FOUND',
  );
  expect(await codeOf(post('systemAdministrator', `/accounts/${accounts.member}/password`))).toBe('NOT_FOUND');
  const asOther = (url: string) => county.app.inject({ url: `/api${url}`, headers: { authorization: `Bearer ${other.tokens.department}` } });
  for (const url of [`/duty-lists/${list.id}`, `/duties/${list.dutyId}`, `/organizations/${county.organizations.county}/work-items`]) {
    expect((await asOther(url)).statusCode, url).toBe(404);
  }
  expect((await asOther(`/organizations/${organizations.county}/work-items`)).json().total).toBe(0);
  expect((await asOther(`/organizations/${organizations.county}/duty-lists`)).json().total).toBe(0);
});
