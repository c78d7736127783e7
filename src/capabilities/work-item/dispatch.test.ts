import { afterAll, beforeAll, expect, test } from 'vitest';
import { wholeCounty } from '#kernel/scope';
import { transaction } from '#platform/db';
import { newId } from '#platform/id';
import { sealAll } from '#platform/journal';
import { asOwner } from '#platform/testing';
import { type TestCounty, testCounty } from '#simulation/testing';
import { dispatchItems, itemCountsByOrigin } from '#work-item';

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});
afterAll(() => county.close());

const demand = (originId: string) => ({
  originKind: 'duty',
  originId,
  dutyListId: null,
  dispatchId: null,
  number: '〔2026〕3号-05',
  title: '配备两名后备干部',
  issuer: { id: county.organizations.county, name: '某县委', path: '001' },
  leadIds: [],
  leadNames: '',
  posts: ['党组织书记'],
  field: 'village',
  measures: '摸底、推荐、培养',
  target: { number: 2, comparator: '>=' as const, unit: '名', subject: '后备干部' },
  timing: { kind: 'quarterly' as const, until: null },
  criterion: '年底仍在册',
  effectDays: 90,
  startsOn: '2026-01-05',
  dueOn: '2026-12-31',
});

const dispatch = (originId: string, organizationIds: readonly string[]) =>
  transaction(county.db, { role: 'hangji_writer', scope: wholeCounty(county.countyId), actorId: county.accounts.department }, (db) =>
    dispatchItems(db, demand(originId), organizationIds, { id: county.accounts.department, name: '李明', organizationName: '某县委' }),
  );

test('one statement makes an item, a step and marks for each receiver, and one journal entry for all', async () => {
  const originId = newId();
  const { willow, bridge, redFlag } = county.organizations;
  expect(await dispatch(originId, [willow, bridge])).toBe(2);
  expect(await dispatch(originId, [redFlag])).toBe(1);
  const items = await asOwner<{ number: string; checkpoint_on: string }>(
    county.owner,
    'select number, checkpoint_on from work_item where origin_id = $1 order by number',
    [originId],
  );
  expect(items).toEqual([
    { number: '〔2026〕3号-05-0001', checkpoint_on: '2026-03-31' },
    { number: '〔2026〕3号-05-0002', checkpoint_on: '2026-03-31' },
    { number: '〔2026〕3号-05-0003', checkpoint_on: '2026-03-31' },
  ]);
  await sealAll(county.db);
  const entries = await asOwner<{ kind: string; count: string }>(
    county.owner,
    "select kind, change->'after'->>'count' as count from journal_entry where subject_id = $1 order by seal, position",
    [originId],
  );
  expect(entries).toEqual([
    { kind: 'work-item.dispatched', count: '2' },
    { kind: 'work-item.dispatched', count: '1' },
  ]);
  const counts = await transaction(county.db, { role: 'hangji_reader', scope: wholeCounty(county.countyId), actorId: '' }, (db) =>
    itemCountsByOrigin(db, [originId]).execute(),
  );
  expect(counts).toEqual([{ origin_id: originId, items: 3, writtenOff: 0 }]);
});

test('an organization that already has the item, or that nobody knows, stops all of it', async () => {
  const originId = newId();
  const { willow, bridge } = county.organizations;
  await dispatch(originId, [willow]);
  await expect(dispatch(originId, [bridge, willow])).rejects.toThrow(/work_item_dispatched_once/);
  await expect(dispatch(originId, [bridge, newId()])).rejects.toThrow(/unknown or out of scope/);
  const items = await asOwner(county.owner, 'select id from work_item where origin_id = $1', [originId]);
  expect(items).toHaveLength(1);
});
