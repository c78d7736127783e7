import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { organization } from '#organization';
import { createServer } from '#platform/http';
import { asOwner, freshDatabase, type TestDatabase, testServices } from '#platform/testing';
import { account, identify } from './index.ts';
import { codeNow } from './second-factor.ts';

let database: TestDatabase;
let app: FastifyInstance;
let folder: string;
beforeAll(async () => {
  database = await freshDatabase();
  folder = await mkdtemp(join(tmpdir(), 'hangji-set-up-'));
  app = await createServer(database.db, [organization, account], identify, await testServices(folder));
});
afterAll(async () => {
  await app.close();
  await database.drop();
  await rm(folder, { recursive: true });
});

const administrator = (signInName: string) => ({ name: `${signInName}同志`, signInName, password: 'Chushi-2026-a' });
const wanted = {
  county: { name: '永和县', code: '999902' },
  organization: { name: '中共永和县委员会', setUpOn: '1949-10-01' },
  administrators: { system: administrator('xitong'), security: administrator('anquan'), audit: administrator('shenji') },
};
const setUp = (payload: object) => app.inject({ method: 'POST', url: '/api/installation', payload });

test('an empty installation says so, and refuses administrators who are one or have weak passwords', async () => {
  expect((await app.inject({ url: '/api/installation' })).json()).toMatchObject({ state: 'empty', simulated: false, passwordRule: { length: 10 } });
  const { administrators } = wanted;
  const same = await setUp({ ...wanted, administrators: { ...administrators, audit: administrators.system } });
  expect(same.json().code).toBe('account.administrators-same');
  const weak = await setUp({ ...wanted, administrators: { ...administrators, audit: { ...administrators.audit, password: 'Short-1' } } });
  expect(weak.json()).toMatchObject({ code: 'account.password-too-short', message: expect.stringContaining('安全审计员的密码至少') });
  expect(await asOwner(database.owner, 'select from account')).toHaveLength(0);
});

test('two who set up at once make one installation, whole', async () => {
  const replies = await Promise.all([setUp(wanted), setUp({ ...wanted, county: { ...wanted.county, code: '999903' } })]);
  expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 422]);
  expect(await asOwner(database.owner, 'select from county')).toHaveLength(1);
  expect(await asOwner(database.owner, 'select from account')).toHaveLength(3);
  expect((await setUp(wanted)).json().code).toBe('account.set-up-already');
  expect((await app.inject({ url: '/api/installation' })).json()).toMatchObject({ state: 'ready', simulated: false });
});

test('its system administrator signs in for the first time and enters the tree', async () => {
  let cookie = '';
  const send = async (method: 'GET' | 'POST', url: string, payload?: object) => {
    const reply = await app.inject({ method, url: `/api${url}`, headers: { cookie, 'sec-fetch-site': 'same-origin' }, ...(payload ? { payload } : {}) });
    cookie = String(reply.headers['set-cookie'] ?? cookie).split(';')[0] ?? '';
    return reply.json();
  };
  expect(await send('POST', '/session', { name: 'xitong', password: 'Chushi-2026-a' })).toEqual({ next: 'change-password' });
  expect(await send('POST', '/me/password', { current: 'Chushi-2026-a', next: 'Guanli-2026-b' })).toMatchObject({ next: 'enrol-second-factor' });
  const { secret } = await send('POST', '/me/second-factor');
  expect(await send('POST', '/me/second-factor/confirmation', { code: codeNow(secret) })).toEqual({ next: 'ready' });
  const { grant, simulated } = await send('GET', '/me');
  expect(simulated).toBe(false);
  const town = { name: '城关镇党委', kind: 'committee', field: 'town', hasCommittee: true, setUpOn: '1980-01-01' };
  const added = await send('POST', `/organizations/${grant.organizationId}/children`, town);
  expect(added).toMatchObject({ path: '001001', name: '城关镇党委' });
});
