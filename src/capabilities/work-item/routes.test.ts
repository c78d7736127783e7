import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addDays, dayOf } from '#kernel/day';
import type { Timing } from '#kernel/demand';
import { wholeCounty } from '#kernel/scope';
import { transaction } from '#platform/db';
import { newId } from '#platform/id';
import { sealAll } from '#platform/journal';
import { asOwner } from '#platform/testing';
import type { SmallOrganization, SmallPerson } from '#simulation';
import { type TestCounty, testCounty } from '#simulation/testing';
import { type Demand, dispatchItems } from '#work-item';
import type { WorkItemRow, WorkItemView } from './contract.ts';

const today = dayOf(new Date());
let county: TestCounty;
/** an issued list that names the education office as its lead */
let list: string;

beforeAll(async () => {
  county = await testCounty();
});
afterAll(() => county.close());

beforeEach(async () => {
  list = newId();
  const duty = newId();
  const { county: root, education } = county.organizations;
  const by = county.accounts.department;
  const scoped = `set app.county = '${county.countyId}'; set app.actor = '${by}';`;
  await asOwner(
    county.owner,
    `${scoped}
    insert into duty_list (id, organization_id, path, title, state, number, issued_at, issued_by)
      values ('${list}', '${root}', '001', '基层党建责任清单', 'issued', '〔2026〕${list}号', now(), '${by}');
    insert into duty (id, duty_list_id, path, ordinal, goal) values ('${duty}', '${list}', '001', 1, '办好一所党校');
    insert into list_grant (id, organization_id, path, duty_list_id, duty_id, part) values ('${newId()}', '${education}', '001003', '${list}', '${duty}', 'lead')`,
  );
});

async function dispatched(at: SmallOrganization, change: Partial<Demand> = {}): Promise<string> {
  const by = { id: county.accounts.department, name: '李明', organizationName: '某县委' };
  const demand: Demand = {
    originKind: 'duty',
    originId: newId(),
    dutyListId: list,
    dispatchId: null,
    number: '〔2026〕3号-05',
    title: '配备两名后备干部',
    issuer: { id: county.organizations.county, name: '某县委', path: '001' },
    leadIds: [],
    leadNames: '',
    posts: ['党支部书记'],
    field: null,
    measures: '摸底、推荐、培养',
    target: null,
    timing: { kind: 'day', day: addDays(today, 60) },
    criterion: '',
    effectDays: null,
    startsOn: today,
    dueOn: addDays(today, 60),
    ...change,
  };
  await transaction(county.db, { role: 'hangji_writer', scope: wholeCounty(county.countyId), actorId: by.id }, (db) =>
    dispatchItems(db, demand, [county.organizations[at]], by),
  );
  const rows = await asOwner<{ id: string }>(county.owner, 'select id from work_item where origin_id = $1', [demand.originId]);
  return rows[0]?.id ?? '';
}

const post = (person: SmallPerson, url: string, payload: object) => county.as(person, { method: 'POST', url: `/api${url}`, payload });
const get = (person: SmallPerson, url: string) => county.as(person, { url: `/api${url}` });
const read = async (person: SmallPerson, id: string): Promise<WorkItemView> => (await get(person, `/work-items/${id}`)).json();

/** Post to an item with its present revision. */
async function step(person: SmallPerson, id: string, noun: string, payload: object = {}) {
  const { revision } = await read(person, id);
  return post(person, `/work-items/${id}/${noun}`, { revision, ...payload });
}

const record = (person: SmallPerson, id: string, change: object = {}) =>
  post(person, `/work-items/${id}/evidence`, { evidenceId: newId(), kind: 'record', title: '走访三户家庭', happenedOn: today, ...change });

async function submitted(at: SmallOrganization = 'willow', person: SmallPerson = 'secretary', change: Partial<Demand> = {}): Promise<string> {
  const id = await dispatched(at, change);
  await step(person, id, 'receipt');
  await record(person, id);
  const reply = await step(person, id, 'submission', { summary: '两名后备干部已在册' });
  expect(reply.statusCode).toBe(200);
  return id;
}

const outcome = (reply: { statusCode: number; json(): { code?: string } }) => `${reply.statusCode} ${reply.json().code ?? ''}`.trim();

async function journalOf(id: string): Promise<string[]> {
  await sealAll(county.db);
  const entries = await asOwner<{ kind: string }>(county.owner, 'select kind from journal_entry where subject_id = $1 order by seal, position', [id]);
  return entries.map(({ kind }) => kind);
}

test('from receipt to write-off: every step is on the page and in the journal', async () => {
  const id = await dispatched('willow');
  expect((await read('secretary', id)).may).toEqual(['accept']);
  expect((await step('secretary', id, 'receipt')).json()).toMatchObject({ working: 'accepted', may: ['begin', 'add-evidence'] });
  const evidenced = await record('secretary', id, { onBehalfOf: '老支书李德山' });
  expect(evidenced.json()).toMatchObject({ working: 'doing', evidence: 1, may: ['add-evidence', 'submit'] });
  expect((await step('secretary', id, 'submission', { summary: '已在册' })).json()).toMatchObject({ working: 'submitted', may: ['withdraw-submission'] });
  expect((await read('eastAffairs', id)).may).toEqual(['verify', 'return']);
  expect((await step('eastAffairs', id, 'reviews', { verdict: 'verify' })).json()).toMatchObject({ judged: 'verified', may: ['return'] });
  expect((await read('department', id)).may).toEqual(['return', 'write-off']);
  const done: WorkItemView = (await step('department', id, 'write-off')).json();
  expect(done).toMatchObject({ working: 'submitted', judged: 'written-off', lamp: null, may: [] });
  expect(done.steps.map(({ move, actorName, actorOrganization }) => `${actorOrganization}${actorName} ${move}`)).toEqual([
    '某县委李明 dispatch',
    '柳树村党支部王建国 accept',
    '柳树村党支部王建国 add-evidence',
    '柳树村党支部王建国 submit',
    '东风镇党委陈静 verify',
    '某县委李明 write-off',
  ]);
  expect(done.evidenceList).toMatchObject([{ title: '走访三户家庭', recorderName: '王建国', onBehalfOf: '老支书李德山', late: false, withdrawn: null }]);
  expect(await journalOf(id)).toEqual(['work-item.accepted', 'work-item.evidenced', 'work-item.submitted', 'work-item.verified', 'work-item.written-off']);
});

test('a return says why, and the item goes round again', async () => {
  const id = await submitted();
  expect(outcome(await step('eastAffairs', id, 'reviews', { verdict: 'return' }))).toBe('422 work-item.return-needs-reason');
  expect((await step('eastAffairs', id, 'reviews', { verdict: 'return', note: '缺考察材料' })).json()).toMatchObject({ working: 'doing', judged: 'returned' });
  expect(await read('secretary', id)).toMatchObject({ may: ['add-evidence', 'submit'], steps: { 4: { note: '缺考察材料' } } });
  await step('secretary', id, 'submission', { summary: '已补齐' });
  await step('eastAffairs', id, 'reviews', { verdict: 'verify' });
  expect((await step('department', id, 'write-off')).json()).toMatchObject({ judged: 'written-off' });
});

test('a report may be taken back while nobody has judged it', async () => {
  const id = await submitted();
  expect((await step('secretary', id, 'submission-withdrawal')).json()).toMatchObject({ working: 'doing', may: ['add-evidence', 'submit'] });
  expect(await journalOf(id)).toContain('work-item.submission-withdrawn');
});

test.for<[string, SmallPerson, string, object, string]>([
  ['a member has no such permission', 'member', 'receipt', {}, '403 FORBIDDEN'],
  ['the supervisor is not the doer', 'supervisor', 'submission-withdrawal', {}, '403 FORBIDDEN'],
  ['the town is not the doer', 'eastAffairs', 'submission-withdrawal', {}, '422 work-item.not-the-doer'],
  ['the doer may not verify', 'secretary', 'reviews', { verdict: 'verify' }, '403 FORBIDDEN'],
  ['nothing is written off unverified', 'department', 'write-off', {}, '422 work-item.move-not-legal'],
  ['a second report is refused', 'secretary', 'submission', { summary: '再报一次' }, '422 work-item.move-not-legal'],
])('%s', async ([, person, noun, payload, expected]) => {
  const id = await submitted();
  expect(outcome(await step(person, id, noun, payload))).toBe(expected);
});

test('an item of another subtree answers like an unknown one', async () => {
  const id = await submitted();
  for (const person of ['westAffairs', 'bridgeSecretary', 'redFlagSecretary'] as const) {
    const outside = await get(person, `/work-items/${id}`);
    const unknown = await get(person, `/work-items/${newId()}`);
    expect([outside.statusCode, outside.json().message]).toEqual([404, unknown.json().message]);
    expect((await post(person, `/work-items/${id}/evidence`, { evidenceId: newId(), kind: 'record', title: '越权', happenedOn: today })).statusCode).toBe(404);
  }
});

test('a town does not write off what the county issued', async () => {
  const id = await submitted();
  await step('eastAffairs', id, 'reviews', { verdict: 'verify' });
  const reply = await step('eastSecretary', id, 'write-off');
  expect(reply.json()).toMatchObject({ code: 'work-item.not-issuer', message: expect.stringContaining('某县委'), data: { article: '夯基规则：谁下达谁销号' } });
});

test('who did part of it does not verify it, and nobody of the doing organization does', async () => {
  const id = await submitted('east', 'eastAffairs');
  expect(outcome(await step('eastSecretary', id, 'reviews', { verdict: 'verify' }))).toBe('422 work-item.doer-organization-verifies');
  await asOwner(county.owner, 'update evidence set recorded_by = $1 where work_item_id = $2', [county.accounts.department, id]);
  expect(outcome(await step('department', id, 'reviews', { verdict: 'verify' }))).toBe('422 work-item.own-verification');
  expect((await step('reviewer', id, 'reviews', { verdict: 'verify' })).statusCode).toBe(200);
});

test('the database itself refuses a verifier who submitted', async () => {
  const id = await submitted();
  const forged = asOwner(county.owner, "update work_item set judged = 'verified', verified_by = submitted_by where id = $1", [id]);
  await expect(forged).rejects.toThrow(/work_item_verified_by_another/);
});

test('a lead office outside the subtree sees and judges the items of its list, and nothing else there', async () => {
  const { education, primarySchool } = county.organizations;
  const led = await submitted('primarySchool', 'schoolSecretary', { leadIds: [education], leadNames: '县教育局党组' });
  const ofSameList = await submitted('primarySchool', 'schoolSecretary');
  const elsewhere = await submitted('primarySchool', 'schoolSecretary', { dutyListId: null, leadIds: [education] });

  const rows: WorkItemRow[] = (await get('educationOffice', `/duty-lists/${list}/work-items`)).json().rows;
  expect(rows.map(({ id, may }) => [id, may]).sort()).toEqual(
    [
      [led, ['verify', 'return']],
      [ofSameList, []],
    ].sort(),
  );
  expect((await read('educationOffice', led)).evidenceList).toHaveLength(1);
  expect((await get('educationOffice', `/work-items/${elsewhere}`)).statusCode).toBe(404);
  expect((await get('educationOffice', `/organizations/${primarySchool}/work-items`)).statusCode).toBe(404);
  const waiting = (await get('educationOffice', `/organizations/${education}/work-items?waiting=to-verify`)).json();
  expect(waiting.rows.map(({ id }: WorkItemRow) => id)).toEqual([led]);

  expect(outcome(await step('educationOffice', ofSameList, 'reviews', { verdict: 'verify' }))).toBe('422 work-item.not-lead');
  expect((await step('educationOffice', led, 'reviews', { verdict: 'verify', note: '现场看过' })).json()).toMatchObject({
    judged: 'verified',
    may: ['return'],
  });
  expect(await journalOf(led)).toContain('work-item.verified');
  expect((await step('department', led, 'write-off')).statusCode).toBe(200);
});

test('two people acting at once: one wins, the other is told who was first', async () => {
  const id = await submitted();
  const { revision } = await read('department', id);
  const verify = { revision, verdict: 'verify' };
  const replies = await Promise.all([post('eastAffairs', `/work-items/${id}/reviews`, verify), post('department', `/work-items/${id}/reviews`, verify)]);
  expect(replies.map((reply) => reply.statusCode).sort()).toEqual([200, 409]);
  const late = replies.find((reply) => reply.statusCode === 409)?.json();
  expect(late).toMatchObject({ code: 'work-item.changed-meanwhile', message: expect.stringMatching(/东风镇党委陈静|某县委李明/) });
  expect((await journalOf(id)).filter((kind) => kind === 'work-item.verified')).toHaveLength(1);
});

test('many clicks at once on one button do it once', async () => {
  const id = await dispatched('willow');
  const replies = await Promise.all(Array.from({ length: 8 }, () => post('secretary', `/work-items/${id}/receipt`, { revision: 1 })));
  expect(replies.map((reply) => reply.statusCode).sort()).toEqual([200, 409, 409, 409, 409, 409, 409, 409]);
});

test('evidence sent again is one record, and another under its id is refused', async () => {
  const id = await dispatched('willow');
  await step('secretary', id, 'receipt');
  const evidence = { evidenceId: newId(), kind: 'confirmation', title: '李奶奶说路修好了', happenedOn: today, beneficiary: '李秀兰' };
  const replies = await Promise.all([1, 2, 3].map(() => post('secretary', `/work-items/${id}/evidence`, evidence)));
  expect(replies.map((reply) => [reply.statusCode, reply.json().evidence])).toEqual([
    [200, 1],
    [200, 1],
    [200, 1],
  ]);
  await step('secretary', id, 'submission', { summary: '办好了' });
  expect((await post('secretary', `/work-items/${id}/evidence`, evidence)).json()).toMatchObject({ working: 'submitted', evidence: 1 });
  expect(outcome(await post('secretary', `/work-items/${id}/evidence`, { ...evidence, title: '另一件事' }))).toBe('422 work-item.evidence-id-taken');
  expect((await journalOf(id)).filter((kind) => kind === 'work-item.evidenced')).toHaveLength(1);
});

test.for<[string, object, string]>([
  ['tomorrow', { happenedOn: addDays(today, 1) }, 'work-item.happened-in-future'],
  ['long before', { happenedOn: addDays(today, -31) }, 'work-item.happened-before-dispatch'],
  ['a document without its file', { kind: 'document' }, 'work-item.document-missing'],
  ['a file that nobody sent', { kind: 'document', attachmentId: newId() }, 'work-item.document-missing'],
  ['a confirmation by nobody', { kind: 'confirmation' }, 'work-item.beneficiary-missing'],
])('evidence of %s is refused and nothing is kept', async ([, change, code]) => {
  const id = await dispatched('willow');
  await step('secretary', id, 'receipt');
  const reply = await record('secretary', id, change);
  expect(outcome(reply)).toBe(`422 ${code}`);
  expect(await read('secretary', id)).toMatchObject({ working: 'accepted', evidence: 0, revision: 2 });
});

test('a document carries its file, which the lead may then open', async () => {
  const { willow, education } = county.organizations;
  const id = await dispatched('willow', { leadIds: [education] });
  await step('secretary', id, 'receipt');
  const attachmentId = newId();
  await asOwner(
    county.owner,
    `insert into attachment (county_id, id, organization_id, path, name, media_type, bytes, sha256, uploaded_by) values ($1, $2, $3, '001001001', '名册.pdf', 'application/pdf', 12, repeat('a', 64), $4)`,
    [county.countyId, attachmentId, willow, county.accounts.secretary],
  );
  await record('secretary', id, { kind: 'document', attachmentId });
  const file = { id: attachmentId, name: '名册.pdf', mediaType: 'application/pdf', bytes: 12 };
  expect((await read('educationOffice', id)).evidenceList[0]?.attachment).toEqual(file);

  const ofNoList = await dispatched('willow', { dutyListId: null });
  await step('secretary', ofNoList, 'receipt');
  expect((await record('secretary', ofNoList, { kind: 'document', attachmentId })).statusCode).toBe(200);
  await asOwner(county.owner, 'update attachment set duty_list_id = (select id from duty_list where id <> $2 limit 1) where id = $1', [attachmentId, list]);
  expect(outcome(await record('secretary', id, { kind: 'document', attachmentId }))).toBe('422 work-item.file-of-another-list');
});

test('a task belongs to a post: who answers is who holds it today', async () => {
  const { willow } = county.organizations;
  const [person, seat] = [newId(), newId()];
  await asOwner(
    county.owner,
    `set app.county = '${county.countyId}';
    insert into person (id, organization_id, path, name, sex, born_on) values ('${person}', '${willow}', '001001001', '王建国', '1', '1968-03-01');
    insert into post (id, organization_id, path, title) values ('${seat}', '${willow}', '001001001', 'secretary');
    insert into post_holding (id, post_id, person_id, holder_name, path, from_day) values ('${newId()}', '${seat}', '${person}', '王建国', '001001001', '2021-03-01')`,
  );
  const id = await dispatched('willow', { posts: ['党支部书记', '组织委员', '驻村工作队'], leadIds: [county.organizations.education] });
  expect((await read('secretary', id)).holders).toEqual([
    { post: '党支部书记', name: '王建国' },
    { post: '组织委员', name: null },
    { post: '驻村工作队', name: null },
  ]);
  // A lead office sees the item of its list, not the register behind it.
  expect((await read('educationOffice', id)).holders[0]).toEqual({ post: '党支部书记', name: null });
});

test('a list issued above is read below as far as one sees its items', async () => {
  const mine = await dispatched('willow');
  await dispatched('bridge');
  const rows: WorkItemRow[] = (await get('secretary', `/duty-lists/${list}/work-items`)).json().rows;
  expect(rows.map(({ id }) => id)).toEqual([mine]);
});

test('evidence is taken back with a reason before the report, not after', async () => {
  const id = await dispatched('willow', { timing: { kind: 'monthly', until: null }, dueOn: addDays(today, 300) });
  await step('secretary', id, 'receipt');
  const evidenceId = newId();
  await record('secretary', id, { evidenceId });
  expect(outcome(await post('secretary', `/evidence/${evidenceId}/withdrawal`, { reason: ' ' }))).toBe('422 work-item.withdrawal-needs-reason');
  expect((await post('redFlagSecretary', `/evidence/${evidenceId}/withdrawal`, { reason: '越权' })).statusCode).toBe(404);
  expect(outcome(await post('eastAffairs', `/evidence/${evidenceId}/withdrawal`, { reason: '代撤' }))).toBe('422 work-item.not-the-doer');
  const after: WorkItemView = (await post('secretary', `/evidence/${evidenceId}/withdrawal`, { reason: '记错了户数' })).json();
  expect(after).toMatchObject({ evidence: 0, evidenceList: [{ withdrawn: { reason: '记错了户数' } }], may: ['add-evidence'] });
  expect(outcome(await post('secretary', `/evidence/${evidenceId}/withdrawal`, { reason: '再撤' }))).toBe('422 work-item.evidence-withdrawn');
  expect(outcome(await step('secretary', id, 'submission', { summary: '办好了' }))).toBe('422 work-item.no-evidence');
  const kept = newId();
  await record('secretary', id, { evidenceId: kept });
  await step('secretary', id, 'submission', { summary: '办好了' });
  expect(outcome(await post('secretary', `/evidence/${kept}/withdrawal`, { reason: '想改' }))).toBe('422 work-item.evidence-locked');
});

test('many are signed for at once, and what waits no longer is left alone', async () => {
  const { willow } = county.organizations;
  const waiting = [await dispatched('willow'), await dispatched('willow')];
  const done = await submitted();
  const foreign = await dispatched('redFlag');
  const url = `/organizations/${willow}/receipts`;
  expect((await post('secretary', url, { workItemIds: [...waiting, done, foreign] })).json()).toEqual({ accepted: 2 });
  expect((await post('secretary', url, { workItemIds: waiting })).json()).toEqual({ accepted: 0 });
  expect(outcome(await post('eastAffairs', url, { workItemIds: waiting }))).toBe('422 work-item.not-the-doer');
  expect([(await read('redFlagSecretary', foreign)).working, (await read('secretary', waiting[0] ?? '')).steps.length]).toEqual(['dispatched', 2]);
  expect(await journalOf(willow)).toEqual(['work-item.accepted']);
});

test('lists: lamps of all, a page of some, filters, search, order', async () => {
  const { willow, east, county: root } = county.organizations;
  const day = (days: number): { timing: Timing; dueOn: string; startsOn: string } => {
    const dueOn = addDays(today, days);
    return { timing: { kind: 'day', day: dueOn }, dueOn, startsOn: addDays(today, -200) };
  };
  const near = await dispatched('willow', { title: '近的', ...day(3) });
  const late = await dispatched('redFlag', { title: '晚的', ...day(-3), number: '〔2026〕77号-01' });
  await submitted('willow', 'secretary', { title: '报了的', ...day(90) });
  const query = (path: string) => get('department', `/organizations/${root}/work-items?dutyListId=${list}&${path}`).then((reply) => reply.json());
  expect(await query('size=2')).toMatchObject({
    total: 3,
    size: 2,
    rows: [
      { id: late, lamp: { lamp: 'overdue' } },
      { id: near, lamp: { lamp: 'near' } },
    ],
    lampCounts: { normal: 1, near: 1, overdue: 1, notStarted: 0, closed: 0 },
  });
  const titles = async (path: string) => (await query(path)).rows.map(({ title }: WorkItemRow) => title);
  expect(await titles('lamps=overdue&lamps=near')).toEqual(['晚的', '近的']);
  expect(await query('lamps=overdue')).toMatchObject({ total: 1, lampCounts: { near: 1 } });
  expect(await titles('sort=-due')).toEqual(['报了的', '近的', '晚的']);
  expect(await titles('working=submitted')).toEqual(['报了的']);
  expect(await titles(`q=${encodeURIComponent('77号')}`)).toEqual(['晚的']);
  expect(await titles('q=%25')).toEqual([]);
  expect(await titles('closed=false&size=2&page=2')).toEqual(['报了的']);
  expect(await titles('waiting=to-verify')).toEqual(['报了的']);
  const ofEast = (await get('eastAffairs', `/organizations/${east}/work-items?waiting=to-verify&dutyListId=${list}`)).json();
  expect(ofEast.rows.map(({ title }: WorkItemRow) => title)).toEqual(['报了的']);
  const toDo = (await get('secretary', `/organizations/${willow}/work-items?waiting=to-do&dutyListId=${list}`)).json();
  expect(toDo.rows.map(({ title }: WorkItemRow) => title)).toEqual(['近的']);
});

test('by organization: direct children with everything below', async () => {
  const { county: root, east } = county.organizations;
  await submitted();
  await dispatched('redFlag');
  await dispatched('bridge');
  const ofRoot = (await get('department', `/organizations/${root}/work-items/by-organization?dutyListId=${list}`)).json();
  expect(
    ofRoot.rows.map((row: { name: string; normal: number; notStarted: number; children: number }) => [row.name, row.normal, row.notStarted, row.children]),
  ).toEqual([
    ['东风镇党委', 1, 1, 2],
    ['西山镇党委', 0, 1, 2],
    ['县教育局党组', 0, 0, 1],
  ]);
  const second = (await get('department', `/organizations/${root}/work-items/by-organization?dutyListId=${list}&size=2&page=2`)).json();
  expect([second.total, second.rows.length]).toEqual([3, 1]);
  expect((await get('eastAffairs', `/organizations/${root}/work-items/by-organization`)).statusCode).toBe(404);
  expect((await get('eastAffairs', `/organizations/${east}/work-items/by-organization`)).json().rows).toHaveLength(2);
});

test('the list goes out as Excel, without a live formula', async () => {
  const { county: root } = county.organizations;
  await dispatched('willow', { title: '=HYPERLINK("http://x")' });
  const reply = await post('department', `/organizations/${root}/work-items/exports`, { dutyListId: list });
  expect([reply.statusCode, reply.headers['content-type']]).toEqual([200, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']);
  const sheet = strFromU8(unzipSync(reply.rawPayload)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  expect(sheet).toContain('模拟数据');
  expect(sheet).toContain('=HYPERLINK(&quot;');
  expect(sheet).not.toContain('<f>');
});
