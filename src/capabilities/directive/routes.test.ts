import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayOf } from '#kernel/day';
import { sealAll } from '#platform/journal';
import { asOwner, rowsOfSheet } from '#platform/testing';
import type { SmallPerson } from '#simulation';
import { type TestCounty, testCounty } from '#simulation/testing';
import type { ClauseView, DirectiveView } from './contract.ts';

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});
afterAll(() => county.close());

/** The real speeches lie outside the repository; our own stand in for them where they are absent. */
const real = '../shared/speech/texts';
const texts = existsSync(real) ? real : 'tests/speech/texts';
const speechFile = existsSync(real) ? `${real}/000_a041802c11c2562d.txt` : `${texts}/speech-county.txt`;
const speech = readFileSync(speechFile, 'utf8');
/** What its first lines say of it, and one of its headings. */
const guessed = existsSync(real)
  ? { issuer: '区委', meeting: '**区基层党建“五基三化”提升年行动部署暨重点任务推进会', year: null }
  : { meeting: '全县组织工作会议' };
const heading = existsSync(real) ? '坚持分类推进' : '要突出抓好四项重点工作';

const post = (person: SmallPerson, url: string, payload: object = {}) => county.as(person, { method: 'POST', url: `/api${url}`, payload });
const put = (person: SmallPerson, url: string, payload: object) => county.as(person, { method: 'PUT', url: `/api${url}`, payload });
const get = (person: SmallPerson, url: string) => county.as(person, { url: `/api${url}` });

const directives = (organization: 'county' | 'east' = 'county') => `/organizations/${county.organizations[organization]}/directives`;

/** Send a form as a browser does. */
async function bring(person: SmallPerson, fields: Record<string, string | File>, organization: 'county' | 'east' = 'county') {
  const form = new FormData();
  for (const [name, value] of Object.entries({ kind: 'speech', ...fields })) form.set(name, value);
  const request = new Request('http://localhost', { method: 'POST', body: form });
  const headers = { 'content-type': request.headers.get('content-type') ?? '' };
  return county.as(person, { method: 'POST', url: `/api${directives(organization)}`, headers, payload: Buffer.from(await request.arrayBuffer()) });
}

async function imported(text: string, fields: object = {}, organization: 'county' | 'east' = 'county'): Promise<DirectiveView> {
  const reply = await post('department', directives(organization), { kind: 'plan', title: '测试方案', text, ...fields });
  expect(reply.statusCode, reply.body).toBeLessThan(300);
  return reply.json();
}

const dutiesOf = async (listId: string, person: SmallPerson = 'department') => (await get(person, `/duty-lists/${listId}/duties`)).json().duties;
const openIn = (view: DirectiveView): ClauseView[] => view.clauseList.filter((clause) => clause.duties.length === 0 && clause.noDutyReason === null);

test('a real speech becomes clauses and drafted duties, and is ready for review in few acts', async () => {
  const file = new File([speech], '讲话.txt', { type: 'text/plain' });
  const reply = await bring('department', { file });
  expect(reply.statusCode, reply.body).toBeLessThan(300);
  const view: DirectiveView = reply.json();
  expect(view.text).toBe(speech);
  expect(view.sha256).toBe(createHash('sha256').update(readFileSync(speechFile)).digest('hex'));
  expect(view).toMatchObject({ ...guessed, pages: 0, may: ['edit'] });
  expect(view.sections.map(({ title }) => title)).toContain(heading);
  for (const clause of view.clauseList) expect(view.text.slice(clause.start, clause.end)).toBe(clause.text);

  const duties = await dutiesOf(view.dutyListId);
  const tasks = view.clauseList.filter(({ kind }) => kind === 'task');
  expect(duties.length).toBe(tasks.length);
  expect(duties.length).toBeGreaterThan(5);
  for (const duty of duties) {
    expect(duty.proposed).toEqual(expect.arrayContaining(['goal', 'measures']));
    const [basis] = duty.bases;
    expect(view.text.slice(basis.start, basis.end)).toBe(basis.quote);
    expect(tasks.find(({ id }) => id === basis.clauseId)?.duties).toEqual([duty.id]);
  }
  expect(view.accounted).toBe(tasks.length);

  const listId = view.dutyListId;
  const ids: string[] = duties.map(({ id }: { id: string }) => id);
  const refusal = async () => (await post('department', `/duty-lists/${listId}/submission`)).json().code;
  expect(await refusal()).toBe(view.year === null ? 'duty-list.year-missing' : 'duty-list.gaps');
  await put('department', `/duty-lists/${listId}/year`, { year: 2027 });
  expect(await refusal()).toBe('duty-list.gaps');
  const change = { leads: [{ organizationId: county.organizations.education, name: '教育局' }], timing: { kind: 'quarterly', until: null } };
  await post('department', `/duty-lists/${listId}/filling`, { dutyIds: ids, change, overwrite: false });
  expect(await refusal()).toBe('duty-list.proposals-open');
  await post('department', `/duty-lists/${listId}/confirmations`, { dutyIds: ids });
  expect(await refusal()).toBe('duty-list.clauses-open');
  const rest = openIn(view).map(({ id }) => id);
  const settled = (await post('department', `/directives/${view.id}/no-duty`, { clauseIds: rest })).json();
  const reasons = { task: '立项', background: '背景说明', review: '总结回顾', greeting: '礼节用语', exhortation: '原则要求，无可核验的任务', typed: '立项' };
  for (const { kind, noDutyReason } of settled as ClauseView[]) expect(noDutyReason ?? '立项').toBe(reasons[kind]);
  expect((await post('department', `/duty-lists/${listId}/submission`)).json()).toMatchObject({
    state: 'in-review',
    openClauses: 0,
    withGaps: 0,
    withProposals: 0,
  });
  expect((await post('department', `/directives/${view.id}/reopening`, { clauseIds: rest })).json().message).toBe('由这份讲话分解的清单审核中，不能再改。');
  expect((await post('reviewer', `/duty-lists/${listId}/reviews`, { verdict: 'approve' })).json()).toMatchObject({ state: 'approved' });
  expect((await get('eastAffairs', `/directives/${view.id}`)).statusCode).toBe(404);
  expect((await post('department', `/duty-lists/${listId}/issue`, { number: '某组发〔2027〕1号' })).json()).toMatchObject({ state: 'issued' });
  for (const person of ['eastAffairs', 'secretary', 'educationOffice'] as const) {
    const read = await get(person, `/directives/${view.id}`);
    expect([read.statusCode, read.json().text === speech, read.json().may]).toEqual([200, true, []]);
    expect(read.json().clauseList).toHaveLength(view.clauses);
  }
  const page = (await get('department', `${directives()}?q=${encodeURIComponent('讲话')}`)).json();
  expect(page.rows[0]).toMatchObject({ id: view.id, clauses: view.clauses, accounted: view.clauses, listState: 'issued' });

  await sealAll(county.db);
  const entries = await asOwner<{ kind: string }>(county.owner, 'select kind from journal_entry where subject_id = any ($1) order by seal, position', [
    [view.id, listId],
  ]);
  expect(entries.map(({ kind }) => kind)).toEqual([
    'directive.received',
    'duty-list.year-set',
    'duty-list.filled',
    'duty-list.confirmed',
    'directive.clauses-settled',
    'duty-list.submitted',
    'duty-list.reviewed',
    'duty-list.issued',
  ]);
});

test.for(readdirSync(texts).filter((name) => name.endsWith('.txt')))('%s is taken in whole', async (name) => {
  const bytes = readFileSync(`${texts}/${name}`);
  const view: DirectiveView = (await bring('department', { file: new File([bytes], name) })).json();
  expect(view.text).toBe(bytes.toString('utf8'));
  for (const clause of view.clauseList) expect(view.text.slice(clause.start, clause.end)).toBe(clause.text);
  const duties = await dutiesOf(view.dutyListId);
  expect(duties.length).toBe(view.clauseList.filter(({ kind }) => kind === 'task').length);
  for (const { goal } of duties) expect(goal.length).toBeGreaterThan(2);
});

test.runIf(existsSync(real))('a real speech says who speaks, and where', async () => {
  const view: DirectiveView = (await bring('department', { file: new File([speech], '讲话.txt') })).json();
  expect(view).toMatchObject({ issuer: '区委', meeting: '**区基层党建“五基三化”提升年行动部署暨重点任务推进会', year: null });
  expect(view.duties).toBeGreaterThan(27);
});

const plan = `2027年基层党建工作方案
一、重点任务
（一）建强基层队伍
6月底前每村配备不少于2名后备干部。（牵头单位：县教育局，配合单位：县财政局）
各级党组织要用3年时间轮训全部党员。
（二）规范党员管理
失联党员组织处置8月底前全部了结。
要提高政治站位，增强政治自觉。
`;

test('leads, partners, targets and deadlines of a plan are proposed, and leads found in the register', async () => {
  const view = await imported(plan, { title: '', issuedOn: '2027-03-01' });
  expect(view).toMatchObject({ title: '2027年基层党建工作方案', year: 2027, issuedOn: '2027-03-01' });
  const [first, second, third] = await dutiesOf(view.dutyListId);
  expect(first).toMatchObject({
    target: { number: 2, comparator: '>=', unit: '名' },
    leads: expect.arrayContaining([{ organizationId: county.organizations.education, name: '县教育局党组' }]),
    partners: [{ organizationId: null, name: '县财政局' }],
    timing: { kind: 'day', day: '2027-06-30' },
    deadlineText: '6月底前',
    field: 'village',
    proposed: expect.arrayContaining(['target', 'leads', 'partners', 'timing', 'field']),
    gaps: [],
  });
  expect(second).toMatchObject({
    goal: expect.stringContaining('轮训全部党员'),
    leads: [{ organizationId: null, name: '各级党组织' }],
    timing: { day: '2030-03-01' },
  });
  expect(third).toMatchObject({ timing: { day: '2027-08-31' } });
});

test('a deadline without a year waits for the year, which is asked once', async () => {
  const view = await imported(plan.replace('2027年', ''), { title: '无年份方案' });
  expect(view.year).toBe(null);
  const before = await dutiesOf(view.dutyListId);
  expect(before[0]).toMatchObject({ timing: null, deadlineText: '6月底前' });
  await put('department', `/duties/${before[2].id}`, { revision: 1, change: { timing: { kind: 'monthly', until: null } } });
  await put('department', `/duty-lists/${view.dutyListId}/year`, { year: 2028 });
  const [first, , third] = await dutiesOf(view.dutyListId);
  expect(first).toMatchObject({ timing: { day: '2028-06-30' }, proposed: expect.arrayContaining(['timing']) });
  expect(third.timing).toEqual({ kind: 'monthly', until: null });
});

test('a passage becomes a duty or joins one, with the words of the text', async () => {
  const view = await imported(plan);
  const passage = '提高政治站位，增强政治自觉';
  const start = view.text.indexOf(passage);
  const made = (await post('department', `/directives/${view.id}/duties`, { start: start - 1, end: start + passage.length })).json();
  const duties = await dutiesOf(view.dutyListId);
  const duty = duties.find(({ id }: { id: string }) => id === made.dutyId);
  expect(duty).toMatchObject({ ordinal: 4, bases: [{ quote: `要${passage}`, heading: ['重点任务', '规范党员管理'] }] });

  const heading = view.text.indexOf('规范党员管理');
  const joined = (await post('department', `/directives/${view.id}/duties`, { start: heading, end: heading + 6, into: made.dutyId })).json();
  expect(joined).toEqual(made);
  const [longer] = (await dutiesOf(view.dutyListId)).filter(({ id }: { id: string }) => id === made.dutyId);
  expect(longer.bases.map(({ quote }: { quote: string }) => quote)).toEqual(['规范党员管理', `要${passage}`]);
  expect(longer.measures).toContain('规范党员管理');

  const two = view.text.indexOf('各级党组织');
  const across = (await post('department', `/directives/${view.id}/duties`, { start: two, end: view.text.indexOf('失联党员') + 6 })).json();
  const spanning = (await dutiesOf(view.dutyListId)).find(({ id }: { id: string }) => id === across.dutyId);
  expect(spanning.bases).toHaveLength(2);
  for (const basis of spanning.bases) expect(view.text.slice(basis.start, basis.end)).toBe(basis.quote);

  const outside = await post('department', `/directives/${view.id}/duties`, { start: 0, end: view.text.length + 1 });
  expect(outside.json().message).toBe('所选文字不在原文里，请重新选择。');
});

test('a clause is a duty or has a reason, and removing the duty opens it again', async () => {
  const view = await imported(plan);
  const task = view.clauseList.find(({ kind }) => kind === 'task');
  const settle = (clauseIds: (string | undefined)[], reason?: string) =>
    post('department', `/directives/${view.id}/no-duty`, { clauseIds, ...(reason && { reason }) });
  expect((await settle([task?.id])).json().message).toBe('这一句已经立了 1 条，不能标为不立项。请先删去这些条目。');
  const [duty] = await dutiesOf(view.dutyListId);
  const list = async () => (await get('department', `/duty-lists/${view.dutyListId}`)).json();
  const open = (await list()).openClauses;
  await post('department', `/duties/${duty.id}/removal`, { revision: 1 });
  expect((await list()).openClauses).toBe(open + 1);
  expect((await settle([task?.id])).json().code).toBe('directive.reason-missing');
  expect((await settle([county.organizations.county])).json().code).toBe('directive.clause-unknown');
  const settled = (await settle([task?.id], '上级已有专项方案')).json();
  expect(settled.find(({ id }: ClauseView) => id === task?.id)).toMatchObject({ noDutyReason: '上级已有专项方案', duties: [] });
  expect((await list()).openClauses).toBe(open);
  const made = await post('department', `/directives/${view.id}/duties`, { start: task?.start, end: task?.end });
  const clauses: ClauseView[] = (await get('department', `/directives/${view.id}/clauses`)).json();
  expect(clauses.find(({ id }) => id === task?.id)).toMatchObject({ noDutyReason: null, duties: [made.json().dutyId] });
});

test('two editors of one directive both count', async () => {
  const view = await imported(speech, { kind: 'speech' });
  const open = openIn(view).map(({ id }) => id);
  const half = Math.floor(open.length / 2);
  const task = view.clauseList.find(({ kind }) => kind === 'task');
  const replies = await Promise.all([
    post('department', `/directives/${view.id}/no-duty`, { clauseIds: open.slice(0, half) }),
    post('reviewer', `/directives/${view.id}/no-duty`, { clauseIds: open.slice(half) }),
    post('reviewer', `/directives/${view.id}/duties`, { start: task?.start, end: task?.end }),
    post('department', `/directives/${view.id}/duties`, { start: task?.start, end: task?.end }),
  ]);
  expect(replies.map((reply) => reply.statusCode)).toEqual([200, 200, 200, 200]);
  const read: DirectiveView = (await get('department', `/directives/${view.id}`)).json();
  expect([read.accounted, read.clauses, read.duties]).toEqual([view.clauses, view.clauses, view.duties + 2]);
  const duties = await dutiesOf(view.dutyListId);
  expect(duties.map(({ ordinal }: { ordinal: number }) => ordinal)).toEqual(duties.map((_: unknown, index: number) => index + 1));
});

test('a sister organization and those below see no draft', async () => {
  const reply = await post('eastAffairs', directives('east'), { kind: 'notice', title: '东风镇通知', text: plan });
  const { id } = reply.json();
  expect((await get('westAffairs', `/directives/${id}`)).statusCode).toBe(404);
  expect((await get('secretary', `/directives/${id}`)).statusCode).toBe(404);
  expect((await get('department', `/directives/${id}`)).statusCode).toBe(200);
  expect((await post('secretary', directives('east'), { kind: 'notice', text: plan })).statusCode).toBe(403);
});

test('a text in UTF-16 is kept as it came', async () => {
  const bytes = Uint8Array.from([0xff, 0xfe, ...Buffer.from(plan, 'utf16le')]);
  const view: DirectiveView = (await bring('department', { file: new File([bytes], '方案.txt') })).json();
  expect([view.text, view.sha256]).toEqual([plan, createHash('sha256').update(bytes).digest('hex')]);
});

test('a scan is kept page by page, with what it demands typed beside it', async () => {
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
  const view: DirectiveView = (await bring('department', { title: '书记批示', kind: 'instruction', file: new File([png], '批示.png') })).json();
  expect(view).toMatchObject({ pages: 1, text: '', clauses: 0, pageAttachments: [{ number: 1, attachmentId: view.attachmentId }] });
  const typed = { page: 1, text: '县教育局要在9月30日前修好柳树村活动室。' };
  const { dutyId } = (await post('department', `/directives/${view.id}/typed-clauses`, typed)).json();
  const [duty] = await dutiesOf(view.dutyListId);
  expect(duty).toMatchObject({
    id: dutyId,
    deadlineText: expect.stringContaining('9月30日前'),
    leads: [{ name: '县教育局党组' }],
    bases: [{ quote: typed.text, heading: ['第 1 页'] }],
  });
  const page = () => get('secretary', `/attachments/${view.attachmentId}/content`);
  expect((await page()).statusCode).toBe(404);
  await put('department', `/duty-lists/${view.dutyListId}/year`, { year: 2027 });
  await post('department', `/duty-lists/${view.dutyListId}/confirmations`, { dutyIds: [dutyId] });
  expect((await post('department', `/duty-lists/${view.dutyListId}/submission`)).json()).toMatchObject({ state: 'in-review' });
  await post('reviewer', `/duty-lists/${view.dutyListId}/reviews`, { verdict: 'approve' });
  await post('department', `/duty-lists/${view.dutyListId}/issue`, { number: '某批〔2027〕1号' });
  expect((await page()).rawPayload.equals(png)).toBe(true);
  expect((await get('secretary', `/directives/${view.id}`)).json().pageAttachments).toHaveLength(1);
  expect((await get('educationOffice', `/attachments/${view.attachmentId}/content`)).statusCode).toBe(200);
});

test('a page that a scan does not have is refused', async () => {
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
  const view: DirectiveView = (await bring('department', { kind: 'instruction', file: new File([png], '批示.png') })).json();
  expect(view.title).toBe('批示');
  const typed = { page: 1, text: '修好活动室。' };
  const beyond = await post('department', `/directives/${view.id}/typed-clauses`, { ...typed, page: 2 });
  expect(beyond.json().message).toBe('这份扫描件共 1 页，没有第 2 页。');
});

test.for([
  ['nothing', {}, 'directive.empty', '没有可以分解的文字'],
  ['white space', { text: ' \n\u3000' }, 'directive.empty', '没有可以分解的文字'],
  ['too much', { text: '村'.repeat(100_001) }, 'directive.too-long', '文字超过 100000 字'],
  ['control characters', { text: '通知\u0001' }, 'directive.encoding', '粘贴的文字'],
] as const)('pasted text: %s is refused', async ([, fields, code, sentence]) => {
  const reply = await post('department', directives(), { kind: 'speech', title: '讲话稿', ...fields });
  expect([reply.statusCode, reply.json().code]).toEqual([422, code]);
  expect(reply.json().message).toContain(sentence);
});

test('clauses accounted for are an indicator whose records open', async () => {
  const view = await imported(plan, {}, 'east');
  const url = `/organizations/${county.organizations.east}/indicators/directive.clauses-accounted/records?period=${dayOf(new Date()).slice(0, 7)}`;
  const count = async () => {
    const { numerator, denominator, rows } = (await get('department', url)).json();
    return [numerator, denominator, rows.length];
  };
  const before = await count();
  await post('department', `/directives/${view.id}/no-duty`, { clauseIds: openIn(view).map(({ id }) => id) });
  const [numerator = 0, denominator = 0] = await count();
  expect([numerator - (before[0] ?? 0), denominator]).toEqual([view.clauses - view.accounted, before[1]]);
});

test('the list is exported as the words find it, without a live formula', async () => {
  await imported(plan, { title: '=1+1 年度方案' }, 'east');
  await imported(plan, { title: '年度方案之二' }, 'east');
  const reply = await post('department', `${directives('east')}/exports`, { q: '年度方案' });
  expect(reply.statusCode, reply.body).toBe(200);
  const [, header, ...rows] = rowsOfSheet(reply.rawPayload);
  const listed = (await get('department', `${directives('east')}?q=${encodeURIComponent('年度方案')}`)).json();
  type Listed = { title: string; clauses: number; accounted: number; duties: number };
  const [title, from] = [header?.indexOf('标题') ?? -1, header?.indexOf('条款') ?? -1];
  expect(rows.map((row) => [row[title], ...row.slice(from, from + 3).map(Number)])).toEqual(
    listed.rows.map(({ title: of, clauses, accounted, duties }: Listed) => [of, clauses, accounted, duties]),
  );
  expect(rows).toHaveLength(2);
  await sealAll(county.db);
  expect(await asOwner(county.owner, `select from journal_entry where kind = 'directive.exported'`)).toHaveLength(1);
});
