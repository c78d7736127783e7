import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, dayOf } from '#kernel/day';
import { subtreeOf } from '#kernel/scope';
import type { Actor } from '#platform/access';
import { type Db, transaction } from '#platform/db';
import { newId } from '#platform/id';
import { asOwner, freshDatabase, type TestDatabase } from '#platform/testing';
import { itemsIn, itemsOfList, type Listing, lampQuery, pageQuery } from './listing.ts';

const today = dayOf(new Date());
const countyId = newId();
const list = newId();
const organizationId = newId();
let database: TestDatabase;

/** One county of 1,500 branches in 15 towns, and 31 duties dispatched to each of them: 46,500 items, in every state. */
beforeAll(async () => {
  database = await freshDatabase();
  await asOwner(
    database.owner,
    `set app.county = '${countyId}'; set app.actor = '${organizationId}';
    insert into county (id, name, code) values ('${countyId}', '某县', '999901');
    insert into organization (id, parent_id, path, name, kind, field, has_committee, set_up_on) values
      ('${organizationId}', null, '001', '某县委', 'committee', 'county', true, '2010-07-01');
    insert into organization (id, parent_id, path, name, kind, field, has_committee, set_up_on)
      select gen_random_uuid(), '${organizationId}', '001' || lpad(town::text, 3, '0'), '镇' || town, 'committee', 'town', true, '2010-07-01' from generate_series(1, 15) as town;
    insert into organization (id, parent_id, path, name, kind, field, has_committee, set_up_on)
      select gen_random_uuid(), town.id, town.path || lpad(branch::text, 3, '0'), '支部' || branch, 'branch', 'village', true, '2010-07-01'
      from organization as town, generate_series(1, 100) as branch where town.level = 2;
    insert into duty_list (id, organization_id, path, title, state, number, issued_at, issued_by)
      values ('${list}', '${organizationId}', '001', '清单', 'issued', '1号', now(), '${organizationId}');
    insert into work_item (id, organization_id, organization_name, path, number, title, origin_kind, origin_id, duty_list_id, issuer_id, issuer_name, timing,
        starts_on, due_on, dispatched_by, working, judged, submitted_by, submitted_at, verified_by, written_off_by)
      select gen_random_uuid(), branch.id, branch.name, branch.path, '1号-' || duty || '-' || branch.path, '事项' || duty, 'duty',
        ('00000000-0000-0000-0000-0000000000' || lpad(duty::text, 2, '0'))::uuid, '${list}', '${organizationId}', '某县委', '{"kind":"day","day":"2026-12-31"}',
        '${addDays(today, -200)}', '${addDays(today, -60)}'::date + duty * 7, '${organizationId}',
        case when roll < 5 then 'doing' else 'submitted' end, case when roll < 6 then 'open' when roll = 6 then 'verified' else 'written-off' end,
        case when roll >= 5 then '${newId()}'::uuid end, case when roll >= 5 then now() end,
        case when roll >= 6 then '${organizationId}'::uuid end, case when roll >= 7 then '${organizationId}'::uuid end
      from organization as branch cross join generate_series(1, 31) as duty
        cross join lateral (select (duty * 7 + branch.level + length(branch.name) * 3 + right(branch.path, 2)::int) % 10 as roll) as rolled
      where branch.level = 3`,
  );
  await asOwner(database.owner, 'vacuum analyze work_item');
  await asOwner(database.owner, 'vacuum analyze organization');
}, 60_000);
afterAll(() => database.drop());

const actorAt = (path: string, change: Partial<Actor> = {}): Actor => ({
  id: newId(),
  name: '李明',
  role: 'organization-department',
  permissions: new Set(['work-item.read', 'work-item.review', 'work-item.do']),
  scope: subtreeOf(countyId, path),
  organizationId,
  organizationName: '某县委',
  path,
  lists: [],
  ...change,
});

const listing: Listing = { sort: 'due', page: 1, size: 50 };

async function planOf(actor: Actor, query: (db: Db) => { compile(db: Db): { sql: string; parameters: readonly unknown[] } }): Promise<string> {
  const settings = { role: 'hangji_reader' as const, scope: actor.scope, actorId: actor.id, lists: actor.lists };
  return transaction(database.db, settings, async (db) => {
    const { sql: text, parameters } = query(db).compile(db);
    const pieces = text.split(/\$(\d+)/);
    const statement = pieces.map((piece, index) => (index % 2 === 0 ? sql.raw(piece) : sql`${parameters[Number(piece) - 1]}`));
    const { rows } = await sql<Record<string, string>>`explain ${sql.join(statement, sql``)}`.execute(db);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  });
}

const page =
  (actor: Actor, change: Partial<Listing> = {}) =>
  (db: Db) => {
    const chosen = { ...listing, ...change };
    const query = pageQuery(db, actor, itemsIn(actor, actor.path, chosen), chosen, today);
    return { compile: () => query.compile() };
  };
const lamps =
  (actor: Actor, change: Partial<Listing> = {}) =>
  () =>
    lampQuery(itemsIn(actor, actor.path, { ...listing, ...change }), today);

const department = actorAt('001');
const town = actorAt('001003', { organizationId: newId() });
const branch = actorAt('001003007', { organizationId: newId() });
const lead = actorAt('001099', { organizationId: newId(), lists: [list] });

test.for<[string, Parameters<typeof planOf>[1], Actor]>([
  ['a page of the county', page(department), department],
  ['its open items', page(department, { closed: false }), department],
  ['what waits to be verified', page(department, { waiting: 'to-verify' }), department],
  ['what waits to be written off', page(department, { waiting: 'to-write-off' }), department],
  ['a page of a town', page(town), town],
  ['a town by place', page(town, { sort: 'organization' }), town],
  ['lamps of a town', lamps(town), town],
  ['what waits in a town', page(town, { waiting: 'to-verify' }), town],
  ['a branch', page(branch), branch],
  ['what waits for a lead', page(lead, { waiting: 'to-verify' }), lead],
])('%s is found by an index', async ([, query, actor]) => {
  const plan = await planOf(actor, query);
  expect(plan).toMatch(/Index (Only )?Scan.* on work_item|Bitmap Index Scan on work_item/);
  expect(plan).not.toMatch(/Seq Scan on work_item/);
});

test('lamps are counted from the index alone', async () => {
  expect(await planOf(town, lamps(town))).toMatch(/Index Only Scan using work_item_lamp_index/);
});

test('a list for its lead is found by its own index', async () => {
  const query = (db: Db) => ({ compile: () => pageQuery(db, lead, itemsOfList(lead, list, listing), listing, today).compile() });
  expect(await planOf(lead, query)).not.toMatch(/Seq Scan on work_item/);
});
