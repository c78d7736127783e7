import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, dayOf } from '#kernel/day';
import { wholeCounty } from '#kernel/scope';
import { transaction } from '#platform/db';
import { newId } from '#platform/id';
import { asOwner } from '#platform/testing';
import type { SmallOrganization, SmallPerson } from '#simulation';
import { type TestCounty, testCounty } from '#simulation/testing';
import { dispatchItems } from '#work-item';
import type { Workbench } from './contract.ts';

const today = dayOf(new Date());
const list = newId();
const waitingList = newId();
let county: TestCounty;

beforeAll(async () => {
  county = await testCounty();
  const { county: root, education } = county.organizations;
  const { department, reviewer } = county.accounts;
  const duty = newId();
  await asOwner(
    county.owner,
    `set app.county = '${county.countyId}'; set app.actor = '${department}';
    insert into duty_list (id, organization_id, path, title, state, number, issued_at, issued_by)
      values ('${list}', '${root}', '001', '基层党建责任清单', 'issued', '〔2026〕3号', now(), '${department}');
    insert into duty_list (id, organization_id, path, title, state, submitted_by, submitted_by_name, submitted_at)
      values ('${waitingList}', '${root}', '001', '后进整顿清单', 'in-review', '${reviewer}', '赵敏', now());
    insert into duty (id, duty_list_id, path, ordinal, goal) values ('${duty}', '${list}', '001', 1, '办好一所党校');
    insert into list_grant (id, organization_id, path, duty_list_id, duty_id, part) values ('${newId()}', '${education}', '001003', '${list}', '${duty}', 'lead')`,
  );
  await dispatch(['willow', 'redFlag', 'bridge', 'primarySchool', 'east'], 3, [education]);
  await dispatch(['willow', 'redFlag'], -2, []);
});
afterAll(() => county.close());

const dispatch = (at: SmallOrganization[], days: number, leadIds: string[]) =>
  transaction(county.db, { role: 'hangji_writer', scope: wholeCounty(county.countyId), actorId: county.accounts.department }, (db) => {
    const dueOn = addDays(today, days);
    const issuer = { id: county.organizations.county, name: '某县委', path: '001' };
    const by = { id: county.accounts.department, name: '李明', organizationName: '某县委' };
    const given = { originKind: 'duty', originId: newId(), dutyListId: list, dispatchId: null, number: `〔2026〕3号-${days}`, title: '办好党校', issuer };
    const rest = { leadIds, leadNames: '', posts: [], field: null, measures: '', target: null, criterion: '', effectDays: null };
    const when = { timing: { kind: 'day' as const, day: dueOn }, startsOn: addDays(today, -30), dueOn };
    return dispatchItems(
      db,
      { ...given, ...rest, ...when },
      at.map((key) => county.organizations[key]),
      by,
    );
  });

const workbench = async (person: SmallPerson, at: SmallOrganization): Promise<Workbench> =>
  (await county.as(person, { url: `/api/organizations/${county.organizations[at]}/workbench` })).json();

const lengthOf = async (person: SmallPerson, at: SmallOrganization, waiting: string): Promise<number> =>
  (await county.as(person, { url: `/api/organizations/${county.organizations[at]}/work-items?waiting=${waiting}` })).json().total;

async function submit(person: SmallPerson, at: SmallOrganization): Promise<string> {
  const [item] = (await county.as(person, { url: `/api/organizations/${county.organizations[at]}/work-items?waiting=to-do&sort=-due` })).json().rows;
  const url = `/api/work-items/${item.id}`;
  await county.as(person, { method: 'POST', url: `${url}/receipt`, payload: { revision: 1 } });
  await county.as(person, { method: 'POST', url: `${url}/evidence`, payload: { evidenceId: newId(), kind: 'record', title: '开班三次', happenedOn: today } });
  expect((await county.as(person, { method: 'POST', url: `${url}/submission`, payload: { revision: 3, summary: '办好了' } })).statusCode).toBe(200);
  return item.id;
}

test('each role sees what waits for it, and each figure is the length of the list behind it', async () => {
  expect(await workbench('secretary', 'willow')).toMatchObject({ toDo: 2, near: 1, overdue: 1, toVerify: 0, toWriteOff: 0, lampsByChild: [] });
  expect(await workbench('eastAffairs', 'east')).toMatchObject({ toDo: 1, near: 1, overdue: 0, toVerify: 0 });

  await submit('secretary', 'willow');
  const school = await submit('schoolSecretary', 'primarySchool');
  expect(await workbench('eastAffairs', 'east')).toMatchObject({ toDo: 1, toVerify: 1, toWriteOff: 0 });
  expect(await workbench('department', 'county')).toMatchObject({ toDo: 0, toVerify: 2, toWriteOff: 0 });
  expect(await workbench('educationOffice', 'education')).toMatchObject({
    toVerify: 2,
    ledLists: [{ id: list, title: '基层党建责任清单', number: '〔2026〕3号', part: 'lead', toVerify: 2 }],
  });

  const verify = { revision: 4, verdict: 'verify' };
  expect((await county.as('educationOffice', { method: 'POST', url: `/api/work-items/${school}/reviews`, payload: verify })).statusCode).toBe(200);
  expect(await workbench('department', 'county')).toMatchObject({ toVerify: 1, toWriteOff: 1 });
  expect(await workbench('eastSecretary', 'east')).toMatchObject({ toVerify: 1, toWriteOff: 0 });

  for (const [person, at] of [
    ['secretary', 'willow'],
    ['eastAffairs', 'east'],
    ['department', 'county'],
    ['educationOffice', 'education'],
    ['supervisor', 'county'],
  ] as const) {
    const { toDo, toVerify, toWriteOff } = await workbench(person, at);
    expect([await lengthOf(person, at, 'to-do'), await lengthOf(person, at, 'to-verify'), await lengthOf(person, at, 'to-write-off')]).toEqual([
      toDo,
      toVerify,
      toWriteOff,
    ]);
  }
});

test('towns with most overdue come first', async () => {
  const { lampsByChild } = await workbench('department', 'county');
  expect(lampsByChild.map(({ name, overdue }) => [name, overdue])).toEqual([
    ['东风镇党委', 2],
    ['西山镇党委', 0],
    ['县教育局党组', 0],
  ]);
});

test('lists to review are those of others; recent lists say how far they came', async () => {
  const mine = await workbench('reviewer', 'county');
  expect(mine.listsToReview).toEqual([]);
  const others = await workbench('department', 'county');
  expect(others.listsToReview).toEqual([{ id: waitingList, title: '后进整顿清单', submittedBy: '赵敏' }]);
  expect(others.recentLists.find(({ id }) => id === list)).toMatchObject({ state: 'issued', number: '〔2026〕3号', duties: 1, items: 7, directiveId: null });
  expect((await workbench('secretary', 'willow')).listsToReview).toEqual([]);
});

test('a workbench outside the scope is not found, and a member has none', async () => {
  const of = (person: SmallPerson, at: SmallOrganization) => county.as(person, { url: `/api/organizations/${county.organizations[at]}/workbench` });
  expect((await of('eastAffairs', 'west')).statusCode).toBe(404);
  expect((await of('member', 'willow')).statusCode).toBe(403);
});
