import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Scope, subtreeOf } from '#kernel/scope';
import { type Db, transaction } from '#platform/db';
import { newId } from '#platform/id';
import { asOwner } from '#platform/testing';
import type { SmallPerson } from '#simulation';
import { type TestCounty, testCounty } from '#simulation/testing';

/** What the database itself refuses, should a handler ever forget: a lead office beside the issuer, and a town below it. */
let county: TestCounty;
let listId: string;
let dutyId: string;

const post = async (person: SmallPerson, url: string, payload: object = {}) => {
  const reply = await county.as(person, { method: 'POST', url: `/api${url}`, payload });
  expect(reply.statusCode, reply.body).toBeLessThan(300);
  return reply.json();
};

beforeAll(async () => {
  county = await testCounty();
  const { county: root, education } = county.organizations;
  listId = (await post('department', `/organizations/${root}/duty-lists`, { title: '责任清单', year: 2027 })).id;
  const change = {
    goal: '配备后备干部',
    measures: '每村两名',
    leads: [{ organizationId: education, name: '县教育局' }],
    timing: { kind: 'day', day: '2027-06-30' },
  };
  dutyId = (await post('department', `/duty-lists/${listId}/duties`, { change })).id;
  await post('department', `/duty-lists/${listId}/submission`);
  await post('reviewer', `/duty-lists/${listId}/reviews`, { verdict: 'approve' });
  await post('department', `/duty-lists/${listId}/issue`, { number: '某组发〔2027〕1号' });
  await asOwner(
    county.owner,
    `insert into work_item (county_id, id, organization_id, organization_name, path, number, title, origin_kind, origin_id, duty_list_id, issuer_id, issuer_name,
       timing, starts_on, due_on, dispatched_by)
     select $1, gen_random_uuid(), id, name, path, '1', '任务', 'duty', $2, $3, $4, '某县委', '{}', '2027-01-01', '2027-06-30', $4 from organization where path = '001001001'`,
    [county.countyId, dutyId, listId, root],
  );
  await asOwner(
    county.owner,
    `insert into attachment (county_id, id, organization_id, path, duty_list_id, name, media_type, bytes, sha256, uploaded_by)
     select $1, gen_random_uuid(), id, path, $2, '佐证.txt', 'text/plain', 1, repeat('a', 64), id from organization where path = '001001001'`,
    [county.countyId, listId],
  );
  await asOwner(
    county.owner,
    `insert into evidence (county_id, id, work_item_id, path, duty_list_id, kind, title, happened_on, recorded_by, recorder_name)
     select county_id, gen_random_uuid(), id, path, duty_list_id, 'record', '记录', '2026-01-01', id, '王建国' from work_item where path = '001001001'`,
  );
});
afterAll(() => county.close());

const office = (): Scope => subtreeOf(county.countyId, '001003');
const as = <T>(scope: Scope, lists: readonly string[], work: (db: Db) => Promise<T>) =>
  transaction(county.db, { role: 'hangji_writer', scope, actorId: newId(), lists }, work);
const changed = async (table: string, column: string) =>
  Number((await as(office(), [listId], (db) => sql`update ${sql.table(table)} set ${sql.ref(column)} = ${sql.ref(column)}`.execute(db))).numAffectedRows);
const seen = async (table: string) => (await as(office(), [listId], (db) => sql`select from ${sql.table(table)}`.execute(db))).rows.length;

test('a lead sees the rows of its list, and changes nothing but the course of its items', async () => {
  expect([await seen('duty_list'), await seen('duty'), await seen('work_item'), await seen('evidence'), await seen('attachment')]).toEqual([1, 1, 1, 1, 1]);
  expect([await changed('duty_list', 'title'), await changed('duty', 'goal'), await changed('dispatch', 'done')]).toEqual([0, 0, 0]);
  expect([await changed('evidence', 'withdrawal_reason'), await changed('attachment', 'duty_list_id')]).toEqual([0, 0]);
  expect(await changed('work_item', 'judged')).toBe(1);
});

test('nobody adds to a list outside the own subtree, wherever the row says that it lies', async () => {
  const { education, west } = county.organizations;
  const add = (scope: Scope, path: string) =>
    as(scope, [listId], (db) => sql`insert into duty (id, duty_list_id, path, ordinal, goal) values (${newId()}, ${listId}, ${path}, 9, '塞入')`.execute(db));
  const name = (scope: Scope, organizationId: string, path: string) =>
    as(scope, [], (db) =>
      sql`insert into list_grant (id, organization_id, path, duty_list_id, duty_id, part)
        values (${newId()}, ${organizationId}, ${path}, ${listId}, ${dutyId}, 'partner')`.execute(db),
    );
  for (const path of ['001', '001003']) await expect(add(office(), path)).rejects.toThrow(/row-level security/);
  await expect(name(office(), education, '001003')).rejects.toThrow(/row-level security/);
  await expect(name(subtreeOf(county.countyId, '001002'), west, '001002')).rejects.toThrow(/row-level security/);
  await expect(name(subtreeOf(county.countyId, '001'), west, '001002')).resolves.toBeDefined();
  await expect(as(office(), [listId], (db) => sql`update list_grant set part = part`.execute(db))).rejects.toThrow(/permission denied/);
});

test('when a list names an office no more, its items elsewhere are out of sight at once', async () => {
  const read = () => county.as('educationOffice', { url: `/api/duty-lists/${listId}/work-items` });
  expect((await read()).json().rows).toHaveLength(1);
  await asOwner(county.owner, "update list_grant set from_day = '2026-01-01', to_day = (now() at time zone 'Asia/Shanghai')::date where path = '001003'");
  // The list itself was issued above it, and stays readable.
  expect([(await read()).statusCode, (await read()).json().rows]).toEqual([200, []]);
  const [item] = await asOwner<{ id: string }>(county.owner, 'select id from work_item');
  expect((await county.as('educationOffice', { url: `/api/work-items/${item?.id}` })).statusCode).toBe(404);
});
