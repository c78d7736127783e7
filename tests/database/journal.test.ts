import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawPassword } from '#account';
import { duty } from '#duty';
import { order } from '#order';
import { routesOf } from '#platform/http';
import { newId } from '#platform/id';
import { asOwner } from '#platform/testing';
import type { SmallPerson } from '#simulation';
import { type TestCounty, testCounty } from '#simulation/testing';

/**
 * What changes something, or opens or hands out what is masked, leaves its entries in the same transaction. Every endpoint that is not a GET is
 * called here once with success; how many entries it leaves is written beside it.
 */
const routes = routesOf(Object.fromEntries(order.map(({ name, router }) => [name, router]))).filter(({ method }) => method !== 'GET');

/** Drafts are saved without an entry: the submission keeps every duty as it was put（architecture 4, decision 8）. Counting changes nothing. */
const silent = new Set(['duty.addDuty', 'duty.saveDuty', 'duty.moveDuty', 'duty.countReceivers']);
/** Before anybody signed in there is an empty installation, or a name and a password: tested by the account. A retry needs a job that failed. */
const elsewhere = new Set([
  'account.setUp',
  'account.signIn',
  'operations.retryJob',
  'account.confirmSecondFactor',
  'account.verifySecondFactor',
  'account.enrolSecondFactor',
]);

let county: TestCounty;
const called = new Set<string>();
const lines: string[] = [];
beforeAll(async () => {
  county = await testCounty({ logLevel: 'trace', logTo: { write: (line) => lines.push(line) } });
});
afterAll(() => county.close());

const entries = async (): Promise<number> => (await asOwner<{ count: number }>(county.owner, 'select count(*)::int from journal_inbox'))[0]?.count ?? 0;

/** Call an endpoint by its name. @returns its answer, once its entries are counted */
async function call(person: SmallPerson, name: string, input: Record<string, unknown>, wanted = silent.has(name) ? 0 : 1) {
  const route = routes.find((one) => one.name === name);
  if (!route) throw new Error(`no endpoint ${name}`);
  const url = `/api${route.path.replace(/\{([^}]+)\}/g, (_, field: string) => String(input[field]))}`;
  const before = await entries();
  const reply = await county.as(person, { method: route.method, url, payload: input });
  expect(reply.statusCode, `${name}: ${reply.body.slice(0, 300)}`).toBe(200);
  expect((await entries()) - before, name).toBe(wanted);
  called.add(name);
  return /^application\/json(;|$)/.test(String(reply.headers['content-type'])) ? reply.json() : undefined;
}

/** The same with a file, as a browser sends it. */
async function upload(person: SmallPerson, organizationId: string, name: string, wanted: string, count: number, kind?: string) {
  const form = new FormData();
  if (kind) form.set('kind', kind);
  form.set('file', new File(['一、任务\n各村要在2027年6月底前配备两名后备干部。'], name));
  const request = new Request('http://localhost', { method: 'POST', body: form });
  const before = await entries();
  const path = wanted === 'attachment.uploadAttachment' ? 'attachments' : 'directives';
  const reply = await county.as(person, {
    method: 'POST',
    url: `/api/organizations/${organizationId}/${path}`,
    headers: { 'content-type': request.headers.get('content-type') ?? '' },
    payload: Buffer.from(await request.arrayBuffer()),
  });
  expect(reply.statusCode, reply.body).toBe(200);
  expect((await entries()) - before, wanted).toBe(count);
  called.add(wanted);
  return reply.json();
}

test('the registers', async () => {
  const { east, willow } = county.organizations;
  const fresh = { name: '杨树村党支部', kind: 'branch', field: 'village', hasCommittee: false, setUpOn: '2020-01-01' };
  const branch = await call('department', 'organization.addOrganization', { organizationId: east, ...fresh });
  await call('department', 'unit.addUnit', { organizationId: east, name: '杨树村', kind: 'village' });
  const someone = { name: '王小明', sex: '1', bornOn: '1980-02-29', phone: '15400001234' };
  const person = await call('department', 'person.addPerson', { organizationId: willow, ...someone });
  await call('department', 'person.openValue', { personId: person.id, field: 'phone', reason: '通知开会' });
  await call('department', 'member.addMember', {
    organizationId: branch.id,
    personId: person.id,
    kind: 'probationary',
    joinedOn: '2026-01-01',
    fullOn: null,
    occupation: 'farmer',
  });
  await call('department', 'member.exportMembers', { organizationId: east });
  await call('department', 'organization.exportOrganizations', { organizationId: east });
  await call('department', 'unit.exportUnits', { organizationId: east });
  await call('department', 'post.appoint', { organizationId: branch.id, title: 'secretary', personId: person.id, from: '2026-01-01' });
  await call('department', 'post.leave', { organizationId: branch.id, title: 'secretary', personId: person.id, on: '2026-06-01' });
});

test('from a text to a written-off duty', async () => {
  const { county: root, willow } = county.organizations;
  await upload('department', root, '方案.txt', 'directive.importDirective', 2, 'plan');
  const text = '一、任务\n各村要在2027年6月底前配备两名后备干部。\n各镇党委要每季度听取一次汇报。\n这是大家共同努力的结果。';
  const directive = await call('department', 'directive.importDirective', { organizationId: root, kind: 'plan', title: '方案', text });
  const { id: directiveId, dutyListId, clauseList } = directive;
  const made = await call('department', 'directive.makeDuty', { directiveId, start: text.indexOf('各镇'), end: text.indexOf('这是') - 1 });
  const idle = clauseList.filter((clause: { duties: string[] }) => clause.duties.length === 0).map((clause: { id: string }) => clause.id);
  await call('department', 'directive.settleClauses', { directiveId, clauseIds: idle, reason: '背景说明' });
  await call('department', 'directive.reopenClauses', { directiveId, clauseIds: idle });
  await call('department', 'directive.settleClauses', { directiveId, clauseIds: idle, reason: '背景说明' });
  await call('department', 'duty.setYear', { dutyListId, year: 2027 });
  const added = await call('department', 'duty.addDuty', { dutyListId, change: { goal: '听取汇报', measures: '每季度一次' } });
  const saved = await call('department', 'duty.saveDuty', { dutyId: added.id, revision: added.revision, change: { criterion: '有记录' } });
  await call('department', 'duty.moveDuty', { dutyId: added.id, after: null });
  await call('department', 'duty.splitDuty', { dutyId: added.id, revision: saved.revision, parts: ['甲', '乙'].map((goal) => ({ goal, measures: '做' })) });
  const list = async () => (await county.as('department', { url: `/api/duty-lists/${dutyListId}/duties` })).json().duties as { id: string; revision: number }[];
  const [first, second, third] = await list();
  await call('department', 'duty.mergeDuties', { dutyListId, dutyIds: [first?.id, second?.id] });
  const [one] = (await list()).filter(({ id }) => id === third?.id || id === made.dutyId);
  await call('department', 'duty.removeDuty', { dutyId: one?.id, revision: one?.revision });
  await call('department', 'duty.restoreDuty', { dutyId: one?.id });
  const dutyIds = (await list()).map(({ id }) => id);
  const change = { measures: '逐村落实', leads: [{ organizationId: null, name: '各镇党委' }], timing: { kind: 'day', day: '2027-06-30' } };
  await call('department', 'duty.fillDuties', { dutyListId, dutyIds, change, overwrite: true });
  await call('department', 'duty.confirmDuties', { dutyListId, dutyIds });
  await call('department', 'duty.submitDutyList', { dutyListId });
  await call('reviewer', 'duty.reviewDutyList', { dutyListId, verdict: 'approve' });
  await call('department', 'duty.issueDutyList', { dutyListId, number: '某组发〔2027〕1号' });
  await call('department', 'duty.exportDutyList', { dutyListId });
  await call('department', 'duty.exportDutyLists', { organizationId: root });
  await call('department', 'directive.exportDirectives', { organizationId: root });
  await call('department', 'work-item.exportWorkItems', { organizationId: root });
  await call('department', 'indicator.exportRecords', { organizationId: root, key: 'work-item.closing-rate', period: '2026' });
  const receivers = { named: [willow], onlyNamed: true };
  await call('department', 'duty.countReceivers', { dutyListId, receivers });
  await call('department', 'duty.dispatchDutyList', { dutyListId, dutyIds, receivers });
  const [job] = await asOwner<{ payload: Record<string, unknown> }>(county.owner, 'select payload from graphile_worker._private_jobs');
  const before = await entries();
  await duty.jobs['duty.dispatch'](county, job?.payload ?? {});
  // One for each duty with the digest of its items, and one for the dispatch.
  expect((await entries()) - before).toBe(dutyIds.length + 1);

  const [item, ...others] = await asOwner<{ id: string }>(county.owner, 'select id from work_item order by number');
  const workItemId = item?.id;
  const file = await upload('secretary', willow, '名单.txt', 'attachment.uploadAttachment', 1);
  await call('secretary', 'work-item.acceptWorkItem', { workItemId, revision: 1 });
  await call('secretary', 'work-item.acceptWorkItems', { organizationId: willow, workItemIds: others.map(({ id }) => id) });
  await call('secretary', 'work-item.beginWorkItem', { workItemId, revision: 2 });
  const proof = { workItemId, kind: 'document', title: '名单', happenedOn: '2026-11-01', attachmentId: file.id };
  const wrong = newId();
  await call('secretary', 'work-item.addEvidence', { ...proof, evidenceId: wrong });
  await call('secretary', 'work-item.addEvidence', { ...proof, evidenceId: wrong }, 0);
  await call('secretary', 'work-item.withdrawEvidence', { evidenceId: wrong, reason: '传错了' });
  const { revision } = await call('secretary', 'work-item.addEvidence', { ...proof, evidenceId: newId() });
  await call('secretary', 'work-item.submitWorkItem', { workItemId, revision, summary: '已经配备' });
  await call('secretary', 'work-item.withdrawSubmission', { workItemId, revision: revision + 1 });
  await call('secretary', 'work-item.submitWorkItem', { workItemId, revision: revision + 2, summary: '已经配备' });
  await call('reviewer', 'work-item.reviewWorkItem', { workItemId, revision: revision + 3, verdict: 'verify' });
  await call('department', 'work-item.writeOffWorkItem', { workItemId, revision: revision + 4 });
});

test('a scan, typed by hand', async () => {
  const [directive] = await asOwner<{ id: string }>(
    county.owner,
    "update directive set pages = 2 where duty_list_id = (select id from duty_list where state = 'drafting' limit 1) returning id",
  );
  await call('department', 'directive.typeClause', { directiveId: directive?.id, page: 1, text: '各村要配备两名后备干部' });
  await call('department', 'duty.createDutyList', { organizationId: county.organizations.county, title: '责任清单', year: 2027 });
});

test('accounts, grants, sessions', async () => {
  const fresh = await call('systemAdministrator', 'account.createAccount', { name: '新人', signInName: 'new-one' });
  await call('systemAdministrator', 'account.exportAccounts', {});
  const accountId = fresh.account.id;
  await call('systemAdministrator', 'account.resetPassword', { accountId });
  await call('systemAdministrator', 'account.setAvailability', { accountId, available: false });
  const granted = await call('securityAdministrator', 'account.grantRole', { accountId, organizationId: county.organizations.willow, role: 'member' });
  await call('securityAdministrator', 'account.endGrant', { grantId: granted.id });
  await call('securityAdministrator', 'account.resetSecondFactor', { accountId });
  await call('securityAdministrator', 'account.grantRole', { accountId: county.accounts.member, organizationId: county.organizations.redFlag, role: 'member' });
  const { grants } = (await county.as('member', { url: '/api/me' })).json();
  await call('member', 'account.switchGrant', { grantId: grants[1].id });
  const cookie = await county.app.inject({ method: 'POST', url: '/api/session', payload: { name: '999901-member', password: 'Liushu-2026' } });
  expect(cookie.statusCode).toBe(200);
  const { rows } = (await county.as('member', { url: '/api/me/sessions' })).json();
  await call('member', 'account.endSession', { sessionId: rows.find(({ own }: { own: boolean }) => !own).id });
  await call('member', 'account.changePassword', { current: 'Liushu-2026', next: `${drawPassword()}aA1` });
  await call('member', 'account.signOut', {});
  await call('auditAdministrator', 'audit.verifyJournal', {});
  await call('auditAdministrator', 'audit.exportJournal', {});
});

test('no endpoint was forgotten', () => {
  expect(routes.map(({ name }) => name).filter((name) => !called.has(name) && !elsewhere.has(name))).toEqual([]);
});

test('what is secret stands in no entry, and in no line of the log', async () => {
  const rows = await asOwner<{ change: string }>(county.owner, 'select change::text from journal_inbox');
  const all = rows.map(({ change }) => change).join('\n');
  const secret = /\$argon2|password_hash|totp|token|15400001234|Liushu-2026/;
  expect(all).not.toMatch(secret);
  expect(lines.length).toBeGreaterThan(50);
  expect(lines.join('')).not.toMatch(secret);
  for (const token of Object.values(county.tokens)) expect(lines.join('')).not.toContain(token);
  // A log line names nobody but by id: a name, or what somebody wrote, would make it a register.
  expect(lines.join('')).not.toMatch(/王小明|配备|王建国/);
});
