import { fork } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { duty } from '#duty';
import { wholeCounty } from '#kernel/scope';
import { addOrganizations } from '#organization';
import { transaction } from '#platform/db';
import { newId } from '#platform/id';
import { asOwner } from '#platform/testing';
import { type TestCounty, testCounty } from '#simulation/testing';

let county: TestCounty;
const towns = 10;
const branches = 150;

beforeAll(async () => {
  county = await testCounty();
  const settings = { role: 'hangji_writer', scope: wholeCounty(county.countyId), actorId: county.accounts.department } as const;
  const code = (value: number) => String(value).padStart(3, '0');
  const shared = { form: 'ordinary', has_committee: true, set_up_on: '2010-07-01' } as const;
  await transaction(county.db, settings, async (db) => {
    for (let town = 0; town < towns; town++) {
      const parent = {
        id: newId(),
        parent_id: county.organizations.county,
        path: `001${code(100 + town)}`,
        name: `第${town}镇党委`,
        kind: 'committee',
        field: 'town',
        ...shared,
      } as const;
      const children = Array.from({ length: branches }, (_, index) => ({
        ...shared,
        id: newId(),
        parent_id: parent.id,
        path: `${parent.path}${code(index + 1)}`,
        name: `第${town}镇第${index}村党支部`,
        kind: 'branch' as const,
        field: 'village' as const,
      }));
      await addOrganizations(db, [parent, ...children]);
    }
  });
});
afterAll(() => county.close());

const post = (url: string, payload: object = {}, person: 'department' | 'reviewer' = 'department') =>
  county.as(person, { method: 'POST', url: `/api${url}`, payload });
const get = (url: string) => county.as('department', { url: `/api${url}` });

async function issued(count: number): Promise<{ listId: string; dutyIds: string[] }> {
  const listId = (await post(`/organizations/${county.organizations.county}/duty-lists`, { title: '全县责任清单', year: 2027 })).json().id;
  const dutyIds: string[] = [];
  for (let index = 0; index < count; index++) {
    const change = {
      goal: `事项${index}`,
      measures: '按要求办理',
      leads: [{ organizationId: null, name: '各镇党委' }],
      timing: { kind: 'quarterly', until: null },
    };
    dutyIds.push((await post(`/duty-lists/${listId}/duties`, { change })).json().id);
  }
  await post(`/duty-lists/${listId}/submission`);
  await post(`/duty-lists/${listId}/reviews`, { verdict: 'approve' }, 'reviewer');
  await post(`/duty-lists/${listId}/issue`, { number: `某组发〔2027〕${count}号` });
  return { listId, dutyIds };
}

async function payloadOf(dispatchId: string): Promise<Record<string, unknown>> {
  const [job] = await asOwner<{ payload: Record<string, unknown> }>(
    county.owner,
    "select payload from graphile_worker._private_jobs where payload->>'dispatchId' = $1",
    [dispatchId],
  );
  if (!job) throw new Error('no job was added');
  return job.payload;
}
const itemsOf = async (listId: string): Promise<number> => {
  const [row] = await asOwner<{ items: number }>(county.owner, 'select count(*)::int as items from work_item where duty_list_id = $1', [listId]);
  return row?.items ?? 0;
};

test('five duties go to fifteen hundred organizations in one go, and the progress is true', { timeout: 120_000 }, async () => {
  const { listId, dutyIds } = await issued(5);
  const dispatch = (await post(`/duty-lists/${listId}/dispatch`, { dutyIds, receivers: { fields: ['village'] } })).json();
  const total = 5 * (towns * branches + 2);
  expect(dispatch).toMatchObject({ state: 'waiting', total });

  const payload = await payloadOf(dispatch.id);
  let running = true;
  const work = duty.jobs['duty.dispatch'](county, payload).finally(() => {
    running = false;
  });
  const told: number[] = [];
  while (running) {
    const { state, done } = (await get(`/dispatches/${dispatch.id}`)).json();
    const items = await itemsOf(listId);
    told.push(done);
    if (state !== 'done') expect([0, total]).toContain(items);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await work;
  expect(told).toEqual(told.toSorted((one, other) => one - other));
  expect(told.some((done) => done > 0 && done < total)).toBe(true);
  expect((await get(`/dispatches/${dispatch.id}`)).json()).toMatchObject({ state: 'done', done: total, total });
  expect(await itemsOf(listId)).toBe(total);
});

test('a dispatch whose process died begins anew, and is made once', async () => {
  const { listId, dutyIds } = await issued(1);
  const dispatch = (await post(`/duty-lists/${listId}/dispatch`, { dutyIds, receivers: { fields: ['school'] } })).json();
  const payload = await payloadOf(dispatch.id);
  await asOwner(county.owner, "update dispatch set state = 'running', done = 1 where id = $1", [dispatch.id]);
  await Promise.all([1, 2, 3].map(() => duty.jobs['duty.dispatch'](county, payload)));
  expect((await get(`/dispatches/${dispatch.id}`)).json()).toMatchObject({ state: 'done', done: 2, total: 2 });
  expect(await itemsOf(listId)).toBe(2);
});

test('a dispatch is made once, though its process is killed in the middle', { timeout: 120_000 }, async () => {
  const { listId, dutyIds } = await issued(8);
  const startWorker = () => fork('simulation/run-jobs.ts', [JSON.stringify(county.owner)], { execArgv: ['--import', 'tsx'] });
  const stateOf = async (id: string) => (await get(`/dispatches/${id}`)).json();
  const wait = () => new Promise((resolve) => setTimeout(resolve, 50));
  await asOwner(county.owner, "update dispatch set state = 'done' where state in ('waiting', 'running')");

  const first = startWorker();
  const dispatch = (await post(`/duty-lists/${listId}/dispatch`, { dutyIds, receivers: { fields: ['village'] } })).json();
  while ((await stateOf(dispatch.id)).done === 0) await wait();
  const killed = once(first, 'exit');
  first.kill('SIGKILL');
  await killed;
  expect(await itemsOf(listId)).toBe(0);
  expect(await stateOf(dispatch.id)).toMatchObject({ state: 'running' });

  const second = startWorker();
  while ((await stateOf(dispatch.id)).state !== 'done') await wait();
  const stopped = once(second, 'exit');
  second.kill('SIGKILL');
  await stopped;
  expect(await itemsOf(listId)).toBe(dispatch.total);
});

test('a dispatch that breaks in the middle leaves nothing, and says so', async () => {
  const { listId, dutyIds } = await issued(2);
  const dispatch = (await post(`/duty-lists/${listId}/dispatch`, { dutyIds, receivers: { fields: ['village'] } })).json();
  const payload = await payloadOf(dispatch.id);
  let cutting = true;
  const cut = (async () => {
    const statement = "select pg_cancel_backend(pid) from pg_stat_activity where usename = 'hangji_login' and query like '%insert into work_item%'";
    while (cutting) await asOwner(county.owner, statement);
  })();
  const outcome = await duty.jobs['duty.dispatch'](county, payload).then(
    () => 'done',
    () => 'thrown',
  );
  cutting = false;
  await cut;
  expect(outcome).toBe('thrown');
  expect((await get(`/dispatches/${dispatch.id}`)).json()).toMatchObject({ state: 'failed', done: 0, problem: expect.stringContaining('一件也没有下达') });
  expect(await itemsOf(listId)).toBe(0);
});
