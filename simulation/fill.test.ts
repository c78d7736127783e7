import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { addSession, identify } from '#account';
import { wholeCounty } from '#kernel/scope';
import { order } from '#order';
import { transaction } from '#platform/db';
import { createServer } from '#platform/http';
import type { Services } from '#platform/jobs';
import type { Keyring } from '#platform/keyring';
import { asOwner, freshDatabase, type TestDatabase, testServices } from '#platform/testing';
import { type FillOptions, fillSimulatedCounty, type SimulatedCounty, simulate } from '#simulation';

vi.setConfig({ testTimeout: 60_000 });

const size = { organizations: 240, members: 4_800, today: '2026-11-20' };
let folder: string;
let services: Services;
let database: TestDatabase;
let county: SimulatedCounty;
let app: FastifyInstance;
const progress: { rows: number; total: number }[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hangji-simulation-'));
  services = await testServices(folder);
  database = await freshDatabase();
  county = await fillSimulatedCounty(database.owner, { services, ...size, onProgress: ({ rows, total }) => progress.push({ rows, total }) });
  app = await createServer(database.db, order, identify, services);
}, 60_000);
afterAll(async () => {
  await app.close();
  await database.drop();
  await rm(folder, { recursive: true });
});

const count = async (table: string, owner = database.owner): Promise<number> => {
  const [row] = await asOwner<{ count: number }>(owner, `select count(*)::int as count from ${table}`);
  return row?.count ?? 0;
};

async function as(key: string, url: string) {
  const { accountId, grantId } = county.ids[key] ?? { accountId: '', grantId: '' };
  const token = await transaction(database.db, { role: 'hangji_writer', scope: wholeCounty(county.countyId), actorId: accountId }, (trx) =>
    addSession(trx, accountId, grantId),
  );
  return app.inject({ url, headers: { authorization: `Bearer ${token}` } });
}

test('every row went in with every constraint on, and the installation is a simulated one', async () => {
  expect(await count('organization')).toBe(240);
  expect(await count('member')).toBe(4_800);
  expect(await count('duty')).toBe(38);
  expect(await count('work_item')).toBeGreaterThan(500);
  expect(await asOwner(database.owner, 'select simulated from installation')).toEqual([{ simulated: true }]);
});

test('progress only grows, up to its total', () => {
  const rows = progress.map((one) => one.rows);
  expect(rows).toEqual([...rows].sort((a, b) => a - b));
  const last = progress.at(-1);
  expect(Math.abs((last?.rows ?? 0) - (last?.total ?? 0))).toBeLessThan(county.rows * 0.02);
});

test('sealed numbers open under their own person only', async () => {
  const people = await asOwner<{ id: string; id_number_cipher: Buffer; id_number_mask: string }>(
    database.owner,
    'select id, id_number_cipher, id_number_mask from person limit 20',
  );
  for (const { id, id_number_cipher, id_number_mask } of people) {
    const number = services.keyring.for('id-number').open(id_number_cipher, id);
    expect(number.slice(0, 6) + number.slice(-4)).toBe(id_number_mask.replaceAll('*', ''));
  }
});

test('people of the county see what is theirs', async () => {
  const root = county.ids.department?.organizationId ?? '';
  const members = (await as('department', `/api/organizations/${root}/members`)).json();
  expect(members.total).toBe(4_800);
  const village = county.ids.villageSecretary?.organizationId ?? '';
  const body = (await as('villageSecretary', `/api/organizations/${village}/body`)).json();
  expect(body.posts[0]).toMatchObject({ title: 'secretary', holder: { name: county.demo.find(({ key }) => key === 'villageSecretary')?.name } });
  expect((await as('villageSecretary', `/api/organizations/${root}/members`)).statusCode).toBe(404);
});

test('an item closed last year leads back to the sentence of the speech', async () => {
  const rows = await asOwner<{ quote: string; text: string; span_start: number; span_end: number }>(
    database.owner,
    `select basis.quote, directive.text, basis.span_start, basis.span_end from work_item
     join duty_basis basis on basis.duty_id = work_item.origin_id join directive on directive.id = basis.directive_id
     where work_item.judged = 'written-off' limit 50`,
  );
  expect(rows.length).toBeGreaterThan(0);
  for (const { quote, text, span_start, span_end } of rows) expect(text.slice(span_start, span_end)).toBe(quote);
});

test('the same county does not go in twice, and nothing of the second attempt is kept', async () => {
  await expect(fillSimulatedCounty(database.owner, { services, ...size })).rejects.toThrow('已经在这个数据库里');
  expect(await count('county')).toBe(1);
});

test('the printed names and passwords open a session, and the first workbench is not empty', async () => {
  for (const key of ['department', 'villageSecretary', 'jiaoyu']) {
    const { signInName = '', password = '' } = county.demo.find((one) => one.key === key) ?? {};
    const reply = await app.inject({ method: 'POST', url: '/api/session', payload: { name: signInName, password } });
    expect([key, reply.statusCode]).toEqual([key, 200]);
  }
  const workbenchOf = async (key: string) => (await as(key, `/api/organizations/${county.ids[key]?.organizationId}/workbench`)).json();
  expect((await workbenchOf('department')).recentLists).toHaveLength(2);
  expect((await workbenchOf('villageSecretary')).toDo).toBeGreaterThan(0);
  expect((await workbenchOf('jiaoyu')).ledLists.length).toBeGreaterThan(0);
  const [waiting] = await asOwner<{ count: number }>(
    database.owner,
    `select count(*)::int as count from work_item where judged = 'verified' or (working = 'submitted' and judged = 'open')`,
  );
  expect(waiting?.count).toBeGreaterThan(0);
});

test('an administrator signs in with the printed secret', async () => {
  const { demo, ids } = county;
  for (const { key, totpSecret } of demo.filter((one) => one.totpSecret !== null)) {
    const id = ids[key]?.accountId ?? '';
    const [row] = await asOwner<{ totp_cipher: Buffer; totp_confirmed: boolean }>(
      database.owner,
      'select totp_cipher, totp_confirmed from account where id = $1',
      [id],
    );
    expect([services.keyring.for('second-factor').open(row?.totp_cipher ?? Buffer.alloc(0), id), row?.totp_confirmed]).toEqual([totpSecret, true]);
  }
});

test('an attempt that fails in the middle leaves nothing', async () => {
  const fresh = await freshDatabase();
  let sealed = 0;
  const failing = (): Buffer => {
    if (++sealed > 2_000) throw new Error('the disk is gone');
    return Buffer.from('x');
  };
  const keyring: Keyring = { ...services.keyring, seal: failing, for: () => keyring };
  await expect(fillSimulatedCounty(fresh.owner, { services: { ...services, keyring }, ...size })).rejects.toThrow('the disk is gone');
  expect([await count('county', fresh.owner), await count('person', fresh.owner), await count('installation', fresh.owner)]).toEqual([0, 0, 0]);
  await fresh.drop();
});

test('a real installation is never filled with composed people', async () => {
  const fresh = await freshDatabase();
  await asOwner(fresh.owner, 'insert into installation (simulated) values (false)');
  const options: FillOptions = { services, ...size };
  await expect(fillSimulatedCounty(fresh.owner, options)).rejects.toThrow('正式使用');
  expect(await count('county', fresh.owner)).toBe(0);
  await fresh.drop();
});

test('a province is many counties in one database, and wrong sizes are refused in a sentence', async () => {
  const fresh = await freshDatabase();
  const seen: number[] = [];
  const sizes = { services, counties: 3, organizationsPerCounty: 80, membersPerCounty: 1_600, today: '2026-11-20' };
  const report = await simulate(fresh.owner, { ...sizes, onProgress: ({ counties }) => seen.push(counties) });
  expect(report).toMatchObject({ counties: 3, organizations: 240, members: 4_800 });
  expect([seen, await count('member', fresh.owner), await count('county', fresh.owner)]).toEqual([[1, 2, 3], 4_800, 3]);
  expect(await asOwner(fresh.owner, 'select distinct code from county order by 1')).toHaveLength(3);
  await expect(simulate(fresh.owner, { ...sizes, organizationsPerCounty: 10_001 })).rejects.toThrow('60 至 10000');
  await expect(simulate(fresh.owner, { ...sizes, membersPerCounty: 100 })).rejects.toThrow('4 至 60 倍');
  await fresh.drop();
});
