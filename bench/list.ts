// Lists, board, indicators and workbench of a county with 46,500 work items: the endpoint over HTTP against the same statements on
// the bare driver, past every policy, in the same run. Also how long it takes to dispatch, and to count again.
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool } from 'pg';
import { addSession, identify } from '#account';
import { countMarked, recountCounty } from '#indicator';
import { addDays, dayOf } from '#kernel/day';
import { wholeCounty } from '#kernel/scope';
import { order } from '#order';
import { connect, type Db, migrate, startEmbedded, transaction } from '#platform/db';
import { folderStore } from '#platform/files';
import { createServer } from '#platform/http';
import { newId } from '#platform/id';
import { openKeyring } from '#platform/keyring';
import { fillSimulatedCounty } from '#simulation';
import { dispatchItems } from '#work-item';

const calls = 300;
const duties = 31;
const today = dayOf(new Date());

const folder = await mkdtemp(join(tmpdir(), 'hangji-bench-'));
const server = await startEmbedded(folder);
await migrate(server.owner, 'migrations');
const services = { files: folderStore(folder), keyring: await openKeyring(folder) };
const simulated = await fillSimulatedCounty(server.owner, { services, members: 3_000, withCourse: false });
const { db, close } = connect(server.owner, 4);
const pool = new Pool({ ...server.owner, max: 4 });
const { countyId } = simulated;
const { department, townSecretary: town } = simulated.ids;
if (!department || !town) throw new Error('the simulated county has no department or no town');

const asWriter = <T>(work: (trx: Db) => Promise<T>) =>
  transaction(db, { role: 'hangji_writer', scope: wholeCounty(countyId), actorId: department.accountId }, work);
const { rows: organizations } = await pool.query<{ id: string }>('select id from organization where level > 1 order by path limit 1500');
const receivers = organizations.map(({ id }) => id);
const list = newId();
await pool.query(
  `insert into duty_list (county_id, id, organization_id, path, title, state, number, issued_at, issued_by, created_by) values ($1, $2, $3, '001', '责任清单', 'issued', '1号', now(), $4, $4)`,
  [countyId, list, department.organizationId, department.accountId],
);

const timed = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
  const start = performance.now();
  const result = await work();
  console.log(`${name.padEnd(58)} ${(performance.now() - start).toFixed(0).padStart(7)} ms`);
  return result;
};

await timed(`dispatch ${duties} duties to ${receivers.length} organizations`, () =>
  asWriter(async (trx) => {
    for (let duty = 1; duty <= duties; duty++) {
      const dueOn = addDays(today, -60 + duty * 7);
      const given = { originKind: 'duty', originId: newId(), dutyListId: list, dispatchId: null, number: `1号-${duty}`, title: `第 ${duty} 件事` };
      const rest = { leadIds: [], leadNames: '', posts: ['党组织书记'], field: null, measures: '', target: null, criterion: '', effectDays: null };
      const when = { timing: { kind: 'day' as const, day: dueOn }, startsOn: addDays(today, -200), dueOn };
      const issuer = { id: department.organizationId, name: '县委', path: '001' };
      await dispatchItems(trx, { ...given, ...rest, ...when, issuer }, receivers, { id: department.accountId, name: '李明', organizationName: '县委' });
    }
  }),
);
await timed('first count of every indicator at every level', () => countMarked(db));
// A year half over: seven in ten of what is due are written off, some wait for a judgement.
await pool.query(
  `update work_item set working = case when roll < 5 then 'doing' else 'submitted' end,
    judged = case when roll < 6 then 'open' when roll = 6 then 'verified' else 'written-off' end,
    submitted_by = case when roll >= 5 then $1::uuid end, submitted_at = case when roll >= 5 then now() end,
    verified_by = case when roll >= 6 then $2::uuid end, written_off_by = case when roll >= 7 then $2::uuid end
  from (select id as item, (('x' || right(id::text, 6))::bit(24)::int) % 10 as roll from work_item) as rolled where item = work_item.id`,
  [newId(), department.accountId],
);
await pool.query('vacuum analyze');
await timed('full recount', () => asWriter((trx) => recountCounty(trx, today)));
const { rows: marked } = await pool.query<{ id: string; path: string }>('select id, path from organization where level > 2 order by id limit 100');
await pool.query(
  `insert into indicator_mark (county_id, organization_id, path, indicator, month)
  select $1, organization.id, organization.path, 'work-item.closing-rate', to_char(now(), 'YYYY-MM') from organization where id = any ($2::uuid[])`,
  [countyId, marked.map(({ id }) => id)],
);
await timed('count again what 100 changes marked', () => countMarked(db));

const app = await createServer(db, order, identify, services, {
  logLevel: 'error',
  limits: { requests: 1_000_000, signIns: 100, signInsFromAddress: 100 },
});
const address = await app.listen({ port: 0 });
const tokens = await asWriter(async (trx) => ({
  department: await addSession(trx, department.accountId, department.grantId),
  town: await addSession(trx, town.accountId, town.grantId),
}));
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
const fetched = (path: string, token: string) =>
  new Promise<void>((resolve, reject) => {
    const request = get(`${address}/api${path}`, { agent, headers: { authorization: `Bearer ${token}` } }, (reply) => {
      if (reply.statusCode !== 200) reject(new Error(`${path} answered ${reply.statusCode}`));
      reply.resume().on('end', resolve);
    });
    request.on('error', reject);
  });

async function percentiles(work: () => Promise<unknown>): Promise<[number, number]> {
  for (let warm = 0; warm < 20; warm++) await work();
  const times: number[] = [];
  for (let call = 0; call < calls; call++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  times.sort((one, other) => one - other);
  return [times[calls / 2] ?? 0, times[Math.floor(calls * 0.95)] ?? 0];
}

const year = today.slice(0, 4);
const row = 'id, number, title, organization_id, organization_name, lead_names, posts, field, starts_on, due_on, working, judged, revision';
const lampOf = `case when judged in ('written-off', 'effective', 'cancelled') then 4 when due_on < $4::date then 2 when due_on <= $4::date + 7 then 1 else 0 end`;
const range = 'county_id = $1 and path >= $2 and path < $3';
const pageOf = (rest: string) => [
  `select ${row} from work_item where ${range} ${rest} order by due_on, path, id limit 50`,
  `select ${lampOf}, count(*) from work_item where ${range} and $4::date is not null group by 1`,
];
const at = (path: string) => [countyId, path, `${path}:`, today];
const values = [
  'select indicator, sum(numerator), sum(denominator) from indicator_value where county_id = $1 and organization_id = $2 and month like $3 group by 1',
];

interface Scene {
  name: string;
  path: string;
  token: string;
  floor: string[];
  parameters: unknown[];
}
const root = department.organizationId;
const scenes: Scene[] = [
  { name: 'county: first 50', path: `/organizations/${root}/work-items`, token: tokens.department, floor: pageOf(''), parameters: at('001') },
  {
    name: 'county: open, page 20',
    path: `/organizations/${root}/work-items?closed=false&page=20`,
    token: tokens.department,
    floor: pageOf("and judged in ('open', 'returned', 'relapsed', 'verified')").map((text) => text.replace('limit 50', 'limit 50 offset 950')),
    parameters: at('001'),
  },
  {
    name: 'county: overdue',
    path: `/organizations/${root}/work-items?lamps=overdue`,
    token: tokens.department,
    floor: pageOf(`and ${lampOf} = 2`),
    parameters: at('001'),
  },
  {
    name: 'county: by organization',
    path: `/organizations/${root}/work-items/by-organization`,
    token: tokens.department,
    floor: [`select left(path, 6), ${lampOf}, count(*) from work_item where ${range} group by 1, 2`],
    parameters: at('001'),
  },
  { name: 'town: first 50', path: `/organizations/${town.organizationId}/work-items`, token: tokens.town, floor: pageOf(''), parameters: at(town.path) },
  {
    name: 'county: indicators of a year',
    path: `/organizations/${root}/indicators?period=${year}`,
    token: tokens.department,
    floor: values,
    parameters: [countyId, root, `${year}%`],
  },
  {
    name: 'county: closing rate, children',
    path: `/organizations/${root}/indicators/work-item.closing-rate/children?period=${year}`,
    token: tokens.department,
    floor: [
      `select value.organization_id, sum(numerator), sum(denominator) from indicator_value as value join organization on organization.id = value.organization_id
        where value.county_id = $1 and parent_id = $2 and indicator = 'work-item.closing-rate' and month like $3 group by 1`,
    ],
    parameters: [countyId, root, `${year}%`],
  },
  {
    name: 'county: closing rate, records of this month',
    path: `/organizations/${root}/indicators/work-item.closing-rate/records?period=${today.slice(0, 7)}`,
    token: tokens.department,
    floor: [
      "select count(*), count(*) filter (where judged = 'written-off') from work_item where county_id = $1 and path >= '001' and due_on >= $2 and due_on < $3",
    ],
    parameters: [countyId, `${today.slice(0, 7)}-01`, addDays(`${today.slice(0, 7)}-28`, 4)],
  },
  {
    name: 'county: workbench',
    path: `/organizations/${root}/workbench`,
    token: tokens.department,
    floor: [`select left(path, 6), ${lampOf}, count(*) from work_item where ${range} group by 1, 2`],
    parameters: at('001'),
  },
  {
    name: 'town: workbench',
    path: `/organizations/${town.organizationId}/workbench`,
    token: tokens.town,
    floor: [`select left(path, 9), ${lampOf}, count(*) from work_item where ${range} group by 1, 2`],
    parameters: at(town.path),
  },
];

console.log(`\n${'one client, median and p95 in ms'.padEnd(46)} ${'bare pg'.padStart(15)} ${'endpoint'.padStart(15)}   ratio of medians`);
let slow = 0;
for (const { name, path, token, floor, parameters } of scenes) {
  const bare = await percentiles(async () => {
    for (const text of floor) await pool.query(text.includes('$4') ? { text, values: parameters } : { text, values: parameters.slice(0, 3) });
  });
  const ours = await percentiles(() => fetched(path, token));
  const shown = ([median, p95]: [number, number]) => `${median.toFixed(1)} / ${p95.toFixed(1)}`.padStart(15);
  console.log(`${name.padEnd(46)} ${shown(bare)} ${shown(ours)}   ${(ours[0] / bare[0]).toFixed(2)}`);
  if (ours[1] > 50) slow++;
}
console.log(slow === 0 ? '\nevery p95 is within 50 ms' : `\n${slow} of ${scenes.length} have a p95 above 50 ms`);

agent.destroy();
await app.close();
await pool.end();
await close();
await server.stop();
await rm(folder, { recursive: true });
