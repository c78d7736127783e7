import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { duty } from '#duty';
import { sealAll } from '#platform/journal';
import { asOwner, rowsOfSheet } from '#platform/testing';
import type { SmallPerson } from '#simulation';
import { type TestCounty, testCounty } from '#simulation/testing';

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});
afterAll(() => county.close());

const post = (person: SmallPerson, url: string, payload: object = {}) => county.as(person, { method: 'POST', url: `/api${url}`, payload });
const put = (person: SmallPerson, url: string, payload: object) => county.as(person, { method: 'PUT', url: `/api${url}`, payload });
const get = (person: SmallPerson, url: string) => county.as(person, { url: `/api${url}` });

const whole = {
  goal: '配备村级后备干部',
  measures: '每村摸底、推荐、培养两名后备干部',
  leads: [{ organizationId: null, name: '各镇党委' }],
  timing: { kind: 'day', day: '2027-06-30' },
};

async function newList(year: number | null = 2027): Promise<string> {
  const reply = await post('department', `/organizations/${county.organizations.county}/duty-lists`, { title: '基层党建责任清单', year });
  expect(reply.statusCode).toBeLessThan(300);
  return reply.json().id;
}

async function newDuty(listId: string, change: object = whole): Promise<{ id: string; revision: number; ordinal: number }> {
  const reply = await post('department', `/duty-lists/${listId}/duties`, { change });
  expect(reply.statusCode, reply.body).toBeLessThan(300);
  return reply.json();
}

async function issuedList(duties: object[] = [whole], number = `某组发〔2027〕${Math.floor(performance.now() * 1000)}号`) {
  const listId = await newList();
  const ids: string[] = [];
  for (const change of duties) ids.push((await newDuty(listId, change)).id);
  expect((await post('department', `/duty-lists/${listId}/submission`)).json()).toMatchObject({ state: 'in-review' });
  expect((await post('reviewer', `/duty-lists/${listId}/reviews`, { verdict: 'approve' })).json()).toMatchObject({ state: 'approved' });
  const issued = await post('department', `/duty-lists/${listId}/issue`, { number });
  expect(issued.json(), issued.body).toMatchObject({ state: 'issued', number });
  return { listId, ids };
}

async function runDispatch(dispatchId: string): Promise<void> {
  const statement = "select payload from graphile_worker._private_jobs where payload->>'dispatchId' = $1";
  const [job] = await asOwner<{ payload: Record<string, unknown> }>(county.owner, statement, [dispatchId]);
  if (!job) throw new Error('no job was added');
  await duty.jobs['duty.dispatch'](county, job.payload);
}

async function journalOf(subjectId: string): Promise<string[]> {
  await sealAll(county.db);
  const rows = await asOwner<{ kind: string }>(county.owner, 'select kind from journal_entry where subject_id = $1 order by seal, position', [subjectId]);
  return rows.map(({ kind }) => kind);
}

test('a save names the revision it is based on, and a stale one overwrites nothing', async () => {
  const { id, revision } = await newDuty(await newList());
  expect((await put('department', `/duties/${id}`, { revision, change: { goal: '甲' } })).json()).toMatchObject({ goal: '甲', revision: revision + 1 });
  const stale = await put('reviewer', `/duties/${id}`, { revision, change: { goal: '乙' } });
  expect([stale.statusCode, stale.json().code, stale.json().message]).toEqual([
    409,
    'duty.changed-meanwhile',
    '这一条刚刚被李明改过。您填的内容还在，请对照后再保存。',
  ]);
});

test('two people editing the same list at once lose nothing and see each other', async () => {
  const listId = await newList();
  const ids: string[] = [];
  for (let count = 0; count < 6; count++) ids.push((await newDuty(listId, { ...whole, goal: `事项${count}` })).id);
  const start = (await get('department', `/duty-lists/${listId}/duties`)).json().revision;

  const saves = await Promise.all(
    ids.flatMap((id) => [
      put('department', `/duties/${id}`, { revision: 1, change: { measures: '李明的措施' } }),
      put('reviewer', `/duties/${id}`, { revision: 1, change: { posts: ['组织委员'] } }),
    ]),
  );
  const accepted = saves.filter((reply) => reply.statusCode === 200);
  expect(saves.map((reply) => reply.statusCode).sort()).toEqual([...Array(6).fill(200), ...Array(6).fill(409)]);

  const seen = (await get('reviewer', `/duty-lists/${listId}/duties?since=${start}`)).json();
  expect(seen.revision).toBe(start + accepted.length);
  expect(new Set(seen.duties.map((one: { id: string }) => one.id))).toEqual(new Set(ids));
  for (const reply of accepted) {
    const mine = reply.json();
    expect(seen.duties.find((one: { id: string }) => one.id === mine.id)).toMatchObject({ measures: mine.measures, posts: mine.posts, revision: 2 });
  }
  const nothing = (await get('department', `/duty-lists/${listId}/duties?since=${seen.revision}`)).json();
  expect(nothing).toEqual({ revision: seen.revision, duties: [] });
});

test('parallel moves and saves leave each number once', async () => {
  const listId = await newList();
  const ids: string[] = [];
  for (let count = 0; count < 5; count++) ids.push((await newDuty(listId, { ...whole, goal: `事项${count}` })).id);
  await Promise.all([
    ...ids.map((id, index) => put('department', `/duties/${id}/position`, { after: ids[(index + 2) % 5] })),
    ...ids.map((id) => put('reviewer', `/duties/${id}`, { revision: 1, change: { criterion: '仍在册' } })),
  ]);
  const { duties } = (await get('department', `/duty-lists/${listId}/duties`)).json();
  expect(duties.map((one: { ordinal: number }) => one.ordinal)).toEqual([1, 2, 3, 4, 5]);
  expect(duties.every((one: { criterion: string }) => one.criterion === '仍在册')).toBe(true);
});

test('many are filled at once, without overwriting what a person wrote', async () => {
  const listId = await newList();
  const written = await newDuty(listId);
  const empty = await newDuty(listId, { goal: '空白事项', measures: '有措施' });
  const change = { leads: [{ organizationId: county.organizations.education, name: '教育局' }], timing: { kind: 'quarterly', until: null } };
  const url = `/duty-lists/${listId}/filling`;
  const gentle = (await post('department', url, { dutyIds: [written.id, empty.id], change, overwrite: false })).json();
  expect(gentle.map((one: { leads: { name: string }[]; gaps: string[] }) => [one.leads[0]?.name, one.gaps])).toEqual([
    ['各镇党委', []],
    ['县教育局党组', []],
  ]);
  const firm = (await post('department', url, { dutyIds: [written.id], change, overwrite: true })).json();
  expect(firm[0]).toMatchObject({ timing: { kind: 'quarterly' }, leads: [{ name: '县教育局党组' }] });
  const foreign = await post('department', url, { dutyIds: [written.id, (await newDuty(await newList())).id], change, overwrite: true });
  expect(foreign.json().code).toBe('duty.not-in-list');
  expect(await journalOf(listId)).toEqual(['duty-list.created', 'duty-list.filled', 'duty-list.filled']);
});

test('duties are merged, split, moved, removed and restored', async () => {
  const listId = await newList();
  const [one, two, three] = [
    await newDuty(listId, { ...whole, goal: '一' }),
    await newDuty(listId, { ...whole, goal: '二', measures: '第二条措施' }),
    await newDuty(listId, { ...whole, goal: '三' }),
  ];
  const goals = async () =>
    (await get('department', `/duty-lists/${listId}/duties`)).json().duties.map((duty: { goal: string; ordinal: number }) => `${duty.ordinal}${duty.goal}`);
  await put('department', `/duties/${three.id}/position`, { after: null });
  expect(await goals()).toEqual(['1三', '2一', '3二']);
  const merged = (await post('department', `/duty-lists/${listId}/merger`, { dutyIds: [one.id, two.id] })).json();
  expect(merged).toMatchObject({ goal: '一', measures: `${whole.measures}\n第二条措施`, ordinal: 2 });
  expect(await goals()).toEqual(['1三', '2一']);
  const parts = [
    { goal: '甲', measures: '甲措施' },
    { goal: '乙', measures: '' },
  ];
  const split = (await post('department', `/duties/${three.id}/parts`, { revision: three.revision, parts })).json();
  expect(split).toHaveLength(2);
  expect(await goals()).toEqual(['1甲', '2乙', '3一']);
  await post('department', `/duties/${split[1].id}/removal`, { revision: split[1].revision });
  expect(await goals()).toEqual(['1甲', '2一']);
  await post('department', `/duties/${split[1].id}/restoration`);
  expect(await goals()).toEqual(['1甲', '2乙', '3一']);
  expect((await post('department', `/duties/${one.id}/parts`, { revision: merged.revision, parts: [{ goal: '', measures: '' }, parts[0]] })).json().code).toBe(
    'duty.split-too-small',
  );
});

test('what is missing blocks submitting and not saving', async () => {
  const listId = await newList(null);
  const submit = async () => (await post('department', `/duty-lists/${listId}/submission`)).json().message;
  expect(await submit()).toBe('清单里还没有任务事项。');
  const { id, revision } = await newDuty(listId, { goal: '只有事项' });
  expect(await submit()).toBe('这份清单还没有确定年份，时限里的月日不知道是哪一年。请先填写年份。');
  await put('department', `/duty-lists/${listId}/year`, { year: 2027 });
  expect(await submit()).toBe('还有 1 条要素不全（先看第 1 条），补齐牵头、措施、时限或频次后才能提交审核。');
  await put('department', `/duties/${id}`, { revision, change: whole });
  expect((await post('department', `/duty-lists/${listId}/submission`)).json()).toMatchObject({ state: 'in-review', withGaps: 0, may: [] });
  expect(await submit()).toBe('清单已经提交审核，请等待审核结果。');
  expect((await put('department', `/duties/${id}`, { revision: revision + 1, change: { goal: '改' } })).json().message).toContain('清单审核中，不能再改');
  expect(await journalOf(listId)).toEqual(['duty-list.created', 'duty-list.year-set', 'duty-list.submitted']);
});

test('a second person reviews, returns with a reason, and the number is given once', async () => {
  const listId = await newList();
  await newDuty(listId);
  await post('department', `/duty-lists/${listId}/submission`);
  const review = (person: SmallPerson, payload: object) => post(person, `/duty-lists/${listId}/reviews`, payload);
  expect((await review('department', { verdict: 'approve' })).json().code).toBe('duty-list.own-review');
  expect((await review('reviewer', { verdict: 'return', note: '' })).json().code).toBe('duty-list.return-needs-reason');
  expect((await post('department', `/duty-lists/${listId}/issue`, { number: '某组发1号' })).json().code).toBe('duty-list.not-approved');
  expect((await review('reviewer', { verdict: 'return', note: '措施太空' })).json()).toMatchObject({ state: 'returned', reviewNote: '措施太空' });
  await post('department', `/duty-lists/${listId}/submission`);
  expect((await review('reviewer', { verdict: 'approve' })).json()).toMatchObject({ state: 'approved', reviewedBy: '赵敏' });
  const { listId: other } = await issuedList([whole], '某组发〔2027〕3号');
  expect(other).not.toBe(listId);
  const taken = await post('department', `/duty-lists/${listId}/issue`, { number: '某组发〔2027〕3号' });
  expect([taken.statusCode, taken.json().message]).toEqual([422, '文号“某组发〔2027〕3号”已经用过。请换一个。']);
});

test('of two lists issued under one number at once, one is refused', async () => {
  const lists = [await newList(), await newList()];
  for (const listId of lists) {
    await newDuty(listId);
    await post('department', `/duty-lists/${listId}/submission`);
    await post('reviewer', `/duty-lists/${listId}/reviews`, { verdict: 'approve' });
  }
  const replies = await Promise.all(lists.map((listId) => post('department', `/duty-lists/${listId}/issue`, { number: '某组发〔2027〕77号' })));
  expect(replies.map((reply) => reply.statusCode).sort()).toEqual([200, 422]);
});

test('a draft is nobody else’s; an issued list is read below, and not by a sister', async () => {
  const draft = await newList();
  for (const person of ['eastAffairs', 'secretary', 'educationOffice'] as const) expect((await get(person, `/duty-lists/${draft}`)).statusCode).toBe(404);
  const { listId } = await issuedList();
  for (const person of ['eastAffairs', 'secretary', 'educationOffice'] as const) {
    const reply = await get(person, `/duty-lists/${listId}`);
    expect([reply.statusCode, reply.json().organizationName, reply.json().may]).toEqual([200, '某县委', []]);
    expect((await get(person, `/duty-lists/${listId}/duties`)).json().duties).toHaveLength(1);
  }
  expect(
    (await get('eastAffairs', `/organizations/${county.organizations.east}/duty-lists?above=true`)).json().rows.map((row: { id: string }) => row.id),
  ).toContain(listId);

  const east = (await post('eastAffairs', `/organizations/${county.organizations.east}/duty-lists`, { title: '东风镇责任清单', year: 2027 })).json().id;
  expect((await get('westAffairs', `/duty-lists/${east}`)).statusCode).toBe(404);
  expect((await get('department', `/duty-lists/${east}`)).statusCode).toBe(200);
  expect((await post('secretary', `/duty-lists/${listId}/duties`, { change: whole })).statusCode).toBe(403);
  expect((await post('eastAffairs', `/duty-lists/${listId}/duties`, { change: whole })).statusCode).toBe(403);
});

test('what was taken out before the issue, and what the reviewer wrote, stays with those who made the list', async () => {
  const listId = await newList();
  const leads = [{ organizationId: county.organizations.education, name: '县教育局' }];
  const secret = await newDuty(listId, { ...whole, leads, goal: '没有印发的一条' });
  await newDuty(listId, { ...whole, leads });
  await post('department', `/duties/${secret.id}/removal`, { revision: secret.revision });
  await post('department', `/duty-lists/${listId}/submission`);
  await post('reviewer', `/duty-lists/${listId}/reviews`, { verdict: 'approve', note: '只给起草人看的意见' });
  await post('department', `/duty-lists/${listId}/issue`, { number: '某组发〔2027〕900号' });
  for (const [person, sees] of [
    ['department', true],
    ['secretary', false],
    ['educationOffice', false],
  ] as const) {
    const all = await get(person, `/duty-lists/${listId}/duties?since=0`);
    expect([all.statusCode, all.body.includes('没有印发的一条')]).toEqual([200, sees]);
    expect((await get(person, `/duty-lists/${listId}`)).body.includes('只给起草人看的意见')).toBe(sees);
  }
});

test('a lead office is granted the list when it is issued, and cannot change it', async () => {
  const before = await get('educationOffice', `/organizations/${county.organizations.education}`);
  expect(before.statusCode).toBe(200);
  const { listId } = await issuedList([{ ...whole, leads: [{ organizationId: county.organizations.education, name: '县教育局' }] }]);
  const grants = await asOwner(county.owner, 'select organization_id, part from list_grant where duty_list_id = $1', [listId]);
  expect(grants).toEqual([{ organization_id: county.organizations.education, part: 'lead' }]);
  expect((await get('educationOffice', `/duty-lists/${listId}`)).json()).toMatchObject({ id: listId, may: [] });
  expect((await post('educationOffice', `/duty-lists/${listId}/dispatch`, { dutyIds: [listId], receivers: {} })).statusCode).toBe(403);
});

test('a list is dispatched by conditions and names, whole or not at all, and traced back', async () => {
  const { listId, ids } = await issuedList([whole, { ...whole, goal: '第二件', timing: { kind: 'monthly', until: null } }]);
  const receivers = { fields: ['village'], named: [county.organizations.redFlag] };
  const preview = (await post('department', `/duty-lists/${listId}/receivers`, { receivers })).json();
  expect(preview).toMatchObject({ total: 3, byLevel: [{ level: 3, count: 3 }] });
  const requested = (await post('department', `/duty-lists/${listId}/dispatch`, { dutyIds: ids, receivers })).json();
  expect(requested).toMatchObject({ state: 'waiting', total: 6, done: 0 });
  await runDispatch(requested.id);
  await runDispatch(requested.id);
  expect((await get('department', `/dispatches/${requested.id}`)).json()).toMatchObject({ state: 'done', total: 6, done: 6, problem: null });
  expect((await get('department', `/duty-lists/${listId}`)).json()).toMatchObject({ items: 6, writtenOff: 0 });

  const again = await post('department', `/duty-lists/${listId}/dispatch`, {
    dutyIds: ids,
    receivers: { onlyNamed: true, named: [county.organizations.redFlag] },
  });
  expect(again.json().message).toBe('所选的事项里有 2 件已经下达给同一单位。请去掉已下达的事项或单位。');

  const [item] = await asOwner<{ id: string }>(county.owner, 'select id from work_item where origin_id = $1 and organization_id = $2', [
    ids[0],
    county.organizations.willow,
  ]);
  const trace = await get('secretary', `/work-items/${item?.id}/trace`);
  expect(trace.json()).toMatchObject({ dutyId: ids[0], ordinal: 1, dutyListId: listId, issuer: '某县委' });
  expect((await get('bridgeSecretary', `/work-items/${item?.id}/trace`)).statusCode).toBe(404);
  expect(await journalOf(listId)).toEqual([
    'duty-list.created',
    'duty-list.submitted',
    'duty-list.reviewed',
    'duty-list.issued',
    'duty-list.dispatch-requested',
    'duty-list.dispatched',
  ]);
});

test('a dispatch that breaks leaves no item and says so', async () => {
  const { listId, ids } = await issuedList();
  const receivers = { onlyNamed: true, named: [county.organizations.willow] };
  const [first, second] = [
    (await post('department', `/duty-lists/${listId}/dispatch`, { dutyIds: ids, receivers: { fields: ['village'] } })).json(),
    (await post('department', `/duty-lists/${listId}/dispatch`, { dutyIds: ids, receivers })).json(),
  ];
  await runDispatch(second.id);
  await runDispatch(first.id);
  expect((await get('department', `/dispatches/${first.id}`)).json()).toMatchObject({
    state: 'failed',
    done: 0,
    problem: expect.stringContaining('一件也没有下达'),
  });
  expect((await get('department', `/duty-lists/${listId}`)).json().items).toBe(1);
  expect((await get('department', `/duty-lists/${listId}/dispatches`)).json().map((one: { state: string }) => one.state)).toEqual(['done', 'failed']);
});

test('refusals of dispatch say what to change', async () => {
  const draft = await newList();
  const { id } = await newDuty(draft);
  const send = async (listId: string, dutyIds: string[], receivers: object) =>
    (await post('department', `/duty-lists/${listId}/dispatch`, { dutyIds, receivers })).json().message;
  expect(await send(draft, [id], { fields: ['village'] })).toBe('清单还没有印发，不能下达。');
  const { listId, ids } = await issuedList([whole, { ...whole, timing: { kind: 'day', day: '2026-01-31' } }]);
  expect(await send(listId, ids, { fields: ['hospital'] })).toBe('按所选条件没有找到接收单位。请放宽层级、领域或形式，或直接点名。');
  expect(await send(listId, ids, { fields: ['village'] })).toBe('第 2 条的时限 2026-01-31 已过，不能下达。请去掉这一条，或另拟清单改期后再印发。');
  expect(await send(listId, [ids[0] ?? ''], { onlyNamed: true, named: [listId] })).toBe('点名的单位里有 1 个不在这份清单的管辖范围内。请去掉后再下达。');
});

test('suggestions come from earlier lists and say why', async () => {
  await issuedList([
    {
      ...whole,
      goal: '规范处置失联党员',
      measures: '失联党员组织处置工作全部了结',
      leads: [{ organizationId: county.organizations.education, name: '教育局' }],
      posts: ['组织委员'],
      timing: { kind: 'day', day: '2027-08-31' },
    },
  ]);
  const listId = await newList(2028);
  const { id } = await newDuty(listId, { goal: '处置失联党员', measures: '失联党员组织处置工作按月了结' });
  const [suggestion] = (await get('department', `/duty-lists/${listId}/suggestions`)).json();
  expect(suggestion).toMatchObject({
    dutyId: id,
    leads: [{ name: '县教育局党组', because: expect.stringContaining('“规范处置失联党员”由其牵头') }],
    posts: [{ post: '组织委员' }],
    timings: [{ timing: { kind: 'day', day: '2028-08-31' } }, { timing: { kind: 'monthly' }, because: '原文写有“按月”' }],
  });
});

test('a list is exported as a spreadsheet without live formulas', async () => {
  const listId = await newList();
  await newDuty(listId, { ...whole, goal: '=1+1', target: { number: 2, comparator: '>=', unit: '名', subject: '后备干部' } });
  const reply = await post('department', `/duty-lists/${listId}/exports`);
  expect([reply.statusCode, reply.headers['content-type']]).toEqual([200, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']);
  const sheet = strFromU8(unzipSync(new Uint8Array(reply.rawPayload))['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  for (const words of ['=1+1', '后备干部不少于2名', '2027-06-30前', '各镇党委']) expect(sheet).toContain(words);
  expect(sheet).not.toContain('<f>');
});

test('lists are found by state, year and words, a page at a time', async () => {
  const at = `/organizations/${county.organizations.county}/duty-lists`;
  const ids: string[] = [];
  for (const title of ['两新组织提升清单', '两新组织覆盖清单']) ids.push((await post('department', at, { title, year: 2031 })).json().id);
  const find = async (query: string) => (await get('department', `${at}?${query}`)).json();
  expect(await find('year=2031&states=drafting')).toMatchObject({ total: 2, rows: [{ id: ids[1] }, { id: ids[0] }] });
  expect(await find('year=2031&states=issued&states=in-review')).toMatchObject({ total: 0, rows: [] });
  expect(await find(`q=${encodeURIComponent('两新组织')}&size=1&page=2`)).toMatchObject({ total: 2, page: 2, rows: [{ id: ids[0], may: ['edit', 'submit'] }] });
});

test('the overview of lists is exported as the filters find it, without a live formula', async () => {
  const at = `/organizations/${county.organizations.county}/duty-lists`;
  for (const title of ['=1+1 清单', '导出清单']) await post('department', at, { title, year: 2032 });
  const reply = await post('department', `${at}/exports`, { year: 2032, states: ['drafting'] });
  expect(reply.statusCode, reply.body).toBe(200);
  const [, header, ...rows] = rowsOfSheet(reply.rawPayload);
  const listed = (await get('department', `${at}?year=2032&states=drafting`)).json();
  expect(header?.slice(0, 3)).toEqual(['清单', '文号', '年份']);
  expect(rows.map(([title, , year]) => [title, year])).toEqual(listed.rows.map(({ title }: { title: string }) => [title, '2032']));
  expect(rows).toHaveLength(2);
  expect(await journalOf(county.organizations.county)).toContain('duty-list.overview-exported');
});

test('receivers are narrowed to what lies below one organization', async () => {
  const { listId } = await issuedList();
  const count = async (receivers: object) => (await post('department', `/duty-lists/${listId}/receivers`, { receivers })).json();
  expect(await count({ under: county.organizations.west, levels: [3] })).toMatchObject({
    total: 2,
    first: [{ name: '石桥村党支部' }, { name: '西山镇中心小学党支部' }],
  });
  expect(await count({ kinds: ['leading-group'], forms: ['ordinary'] })).toMatchObject({ total: 1, first: [{ name: '县教育局党组' }] });
  expect(await count({ under: listId })).toMatchObject({ total: 0 });
  const everybody = await count({});
  expect(everybody.first.map(({ name }: { name: string }) => name)).not.toContain('某县委');
  expect((await count({ named: [county.organizations.county] })).total).toBe(everybody.total + 1);
});
