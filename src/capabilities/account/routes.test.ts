import type { InjectOptions } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { wholeCounty } from '#kernel/scope';
import { type Db, type Settings, transaction } from '#platform/db';
import { newId } from '#platform/id';
import { asOwner, rowsOfSheet } from '#platform/testing';
import { type TestCounty, testCounty } from '#simulation/testing';
import { codeNow, drawSecret } from './second-factor.ts';
import { addSession } from './session-store.ts';

const password = 'Liushu-2026';
let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});
afterAll(() => county.close());

/** Sign in as a browser does. @returns the answer and the cookie it set */
async function signIn(name: string, secret = password) {
  const reply = await county.app.inject({ method: 'POST', url: '/api/session', payload: { name, password: secret } });
  const cookie = String(reply.headers['set-cookie'] ?? '').split(';')[0] ?? '';
  return { reply, cookie, next: reply.json().next };
}
const withCookie = (cookie: string, request: InjectOptions) => county.app.inject({ ...request, headers: { cookie, 'sec-fetch-site': 'same-origin' } });

const newAccount = async (name: string, signInName: string) => {
  const reply = await county.as('systemAdministrator', { method: 'POST', url: '/api/accounts', payload: { name, signInName } });
  return { id: reply.json().account.id as string, initialPassword: reply.json().initialPassword as string };
};
const grant = (accountId: string, role: string, at: keyof TestCounty['organizations'], more = {}) =>
  county.as('securityAdministrator', {
    method: 'POST',
    url: `/api/accounts/${accountId}/grants`,
    payload: { organizationId: county.organizations[at], role, ...more },
  });
const kindsAbout = async (subjectId: string) =>
  (await asOwner<{ kind: string }>(county.owner, 'select kind from journal_inbox where subject_id = $1 order by sequence', [subjectId])).map(
    ({ kind }) => kind,
  );

test('signing in by name sets a cookie no script can read, and "me" tells where one works', async () => {
  const { reply, cookie, next } = await signIn('999901-secretary');
  expect([reply.statusCode, next]).toEqual([200, 'ready']);
  expect(reply.headers['set-cookie']).toMatch(/^session=[\w-]{32}; Path=\/; HttpOnly; SameSite=Strict$/);
  const me = (await withCookie(cookie, { url: '/api/me' })).json();
  expect(me).toMatchObject({
    account: { name: '王建国' },
    grant: { organizationName: '柳树村党支部', role: 'branch-secretary' },
    simulated: true,
    next: 'ready',
  });
  expect(me.permissions).toContain('work-item.do');
});

test('a wrong password and an unknown name get the same sentence', async () => {
  const wrong = await signIn('999901-member', 'Wrong-2026');
  const unknown = await signIn('nobody-here', 'Wrong-2026');
  expect([wrong.reply.statusCode, unknown.reply.statusCode]).toEqual([422, 422]);
  expect(wrong.reply.json().message).toBe(unknown.reply.json().message);
});

test('five failures lock for a quarter of an hour, also for the right password, and seven at once get no sixth try', async () => {
  const { id, initialPassword } = await newAccount('试锁定', 'to-lock');
  await grant(id, 'member', 'willow');
  const replies = await Promise.all(Array.from({ length: 7 }, () => signIn('to-lock', 'Wrong-2026')));
  const codes = replies.map(({ reply }) => reply.json().code);
  expect(codes.filter((code) => code === 'account.sign-in-refused')).toHaveLength(4);
  expect(codes.filter((code) => code === 'account.locked')).toHaveLength(3);
  const right = await signIn('to-lock', initialPassword);
  expect(right.reply.json()).toMatchObject({ code: 'account.locked', message: expect.stringMatching(/连续 5 次.*15 分钟/) });
  expect((await kindsAbout(id)).filter((kind) => kind === 'account.locked')).toHaveLength(1);

  await asOwner(county.owner, `update account set locked_until = now() - interval '1 second' where id = $1`, [id]);
  expect((await signIn('to-lock', initialPassword)).next).toBe('change-password');
});

test('a new account has no way in until a role is granted, then changes its password before anything else', async () => {
  const { id, initialPassword } = await newAccount('李新来', 'newcomer');
  expect((await signIn('newcomer', initialPassword)).reply.json().code).toBe('account.no-grant');
  expect((await grant(id, 'party-affairs', 'east')).statusCode).toBe(200);

  const { cookie, next } = await signIn('newcomer', initialPassword);
  expect(next).toBe('change-password');
  const held = await withCookie(cookie, { url: `/api/organizations/${county.organizations.east}` });
  expect([held.statusCode, held.json().code]).toEqual([403, 'PASSWORD_CHANGE_REQUIRED']);
  expect((await withCookie(cookie, { url: '/api/me' })).json()).toMatchObject({ next: 'change-password', mustChangePassword: true });

  const change = (nextPassword: string, current = initialPassword) =>
    withCookie(cookie, { method: 'POST', url: '/api/me/password', payload: { current, next: nextPassword } });
  expect((await change('Dongfeng-26', 'not it')).json().code).toBe('account.password-wrong');
  expect((await change('short1A')).json().code).toBe('account.password-too-short');
  expect((await change('Newcomer-2026')).json().code).toBe('account.password-holds-name');
  const other = await signIn('newcomer', initialPassword);
  expect((await change('Dongfeng-26')).json()).toEqual({ next: 'ready', endedSessions: 1 });
  expect((await withCookie(other.cookie, { url: '/api/me' })).statusCode).toBe(401);
  expect((await withCookie(cookie, { url: `/api/organizations/${county.organizations.east}` })).statusCode).toBe(200);
});

test('an administrator enrols a second factor, shows a code at each sign-in, and no code counts twice', async () => {
  const { id, initialPassword } = await newAccount('陈审计', 'second-auditor');
  await grant(id, 'audit-administrator', 'county');
  const first = await signIn('second-auditor', initialPassword);
  const change = { method: 'POST', url: '/api/me/password', payload: { current: initialPassword, next: 'Shenji-2026-x' } } as const;
  expect((await withCookie(first.cookie, change)).json().next).toBe('enrol-second-factor');
  const held = await withCookie(first.cookie, { url: '/api/audit/entries' });
  expect([held.statusCode, held.json().code]).toEqual([403, 'SECOND_FACTOR_REQUIRED']);

  const { secret, uri, svg } = (await withCookie(first.cookie, { method: 'POST', url: '/api/me/second-factor' })).json();
  expect(uri).toContain('otpauth://totp/');
  expect(svg).toMatch(/^<svg .*<\/svg>$/);
  const [row] = await asOwner<{ totp_cipher: Buffer }>(county.owner, 'select totp_cipher from account where id = $1', [id]);
  expect(row?.totp_cipher.includes(secret)).toBe(false);
  const confirm = (code: string) => withCookie(first.cookie, { method: 'POST', url: '/api/me/second-factor/confirmation', payload: { code } });
  expect((await confirm(codeNow(secret, Date.now() - 600_000))).json().code).toBe('account.second-factor-wrong');
  expect((await confirm(codeNow(secret))).json()).toEqual({ next: 'ready' });

  const second = await signIn('second-auditor', 'Shenji-2026-x');
  expect(second.next).toBe('verify-second-factor');
  const verify = (code: string) => withCookie(second.cookie, { method: 'POST', url: '/api/session/second-factor', payload: { code } });
  expect((await verify(codeNow(secret))).json().code).toBe('account.second-factor-wrong');
  expect((await verify(codeNow(secret, Date.now() + 30_000))).json()).toEqual({ next: 'ready' });

  const reset = await county.as('securityAdministrator', { method: 'DELETE', url: `/api/accounts/${id}/second-factor` });
  expect(reset.json().secondFactorEnrolled).toBe(false);
  expect((await signIn('second-auditor', 'Shenji-2026-x')).next).toBe('enrol-second-factor');
});

test('five wrong codes lock the account although every one of them was refused', async () => {
  const { id, initialPassword } = await newAccount('试动态码', 'code-guesser');
  await grant(id, 'audit-administrator', 'county');
  const { cookie } = await signIn('code-guesser', initialPassword);
  await withCookie(cookie, { method: 'POST', url: '/api/me/password', payload: { current: initialPassword, next: 'Shenji-2026-y' } });
  await withCookie(cookie, { method: 'POST', url: '/api/me/second-factor' });
  const codes: string[] = [];
  for (let times = 0; times < 6; times++) {
    const reply = await withCookie(cookie, { method: 'POST', url: '/api/me/second-factor/confirmation', payload: { code: '000000' } });
    codes.push(reply.json().code);
  }
  expect(codes).toEqual([...Array(4).fill('account.second-factor-wrong'), 'account.locked', 'account.locked']);
});

test('one sees the own sessions, ends another, and signs out', async () => {
  const one = await signIn('999901-bridgeSecretary');
  const other = await signIn('999901-bridgeSecretary');
  const { rows } = (await withCookie(one.cookie, { url: '/api/me/sessions' })).json();
  expect(rows.filter(({ own }: { own: boolean }) => own)).toHaveLength(1);
  const target = rows.find(({ own, address }: { own: boolean; address: string }) => !own && address);
  expect((await withCookie(one.cookie, { method: 'DELETE', url: `/api/me/sessions/${target.id}` })).json()).toEqual({ ended: true });
  expect((await withCookie(other.cookie, { url: '/api/me' })).statusCode).toBe(401);
  const strangers = await county.as('member', { method: 'DELETE', url: `/api/me/sessions/${rows[0].id}` });
  expect(strangers.json()).toEqual({ ended: false });
  const out = await withCookie(one.cookie, { method: 'DELETE', url: '/api/session' });
  expect([out.json(), out.headers['set-cookie']]).toEqual([{ ended: true }, expect.stringContaining('Max-Age=0')]);
  expect((await withCookie(one.cookie, { url: '/api/me' })).statusCode).toBe(401);
});

test('a session nobody uses for half an hour ends, and so does one of twelve hours', async () => {
  const { cookie } = await signIn('999901-schoolSecretary');
  const age = (column: string, span: string) =>
    asOwner(county.owner, `update session set ${column} = now() - interval '${span}' where account_id = $1`, [county.accounts.schoolSecretary]);
  await age('last_seen_at', '29 minutes');
  expect((await withCookie(cookie, { url: '/api/me' })).statusCode).toBe(200);
  const [seen] = await asOwner<{ fresh: boolean }>(
    county.owner,
    `select max(last_seen_at) > now() - interval '1 minute' as fresh from session where account_id = $1`,
    [county.accounts.schoolSecretary],
  );
  expect(seen?.fresh).toBe(true);
  await age('last_seen_at', '31 minutes');
  expect((await withCookie(cookie, { url: '/api/me' })).statusCode).toBe(401);
  await age('last_seen_at', '0 minutes');
  await age('opened_at', '13 hours');
  expect((await withCookie(cookie, { url: '/api/me' })).statusCode).toBe(401);
});

test('one works in one grant at a time and switches; an ended grant is signed out', async () => {
  const accountId = county.accounts.westAffairs;
  const granted = (await grant(accountId, 'party-affairs', 'east')).json();
  const { cookie } = await signIn('999901-westAffairs');
  const east = `/api/organizations/${county.organizations.east}`;
  expect((await withCookie(cookie, { url: east })).statusCode).toBe(404);
  const { grants } = (await withCookie(cookie, { url: '/api/me' })).json();
  expect(grants).toHaveLength(2);
  const switched = await withCookie(cookie, { method: 'PUT', url: '/api/me/grant', payload: { grantId: granted.id } });
  expect(switched.json().organizationName).toBe('东风镇党委');
  expect((await withCookie(cookie, { url: east })).statusCode).toBe(200);
  const [{ id: strange } = { id: '' }] = await asOwner<{ id: string }>(county.owner, 'select id from role_grant where account_id = $1', [
    county.accounts.member,
  ]);
  expect((await withCookie(cookie, { method: 'PUT', url: '/api/me/grant', payload: { grantId: strange } })).json().code).toBe('account.grant-not-usable');
  await county.as('securityAdministrator', { method: 'POST', url: `/api/grants/${granted.id}/end`, payload: {} });
  expect((await withCookie(cookie, { url: east })).statusCode).toBe(401);
});

test.for([
  ['systemAdministrator', 'POST', '/api/accounts/{member}/grants', { role: 'member' }],
  ['systemAdministrator', 'GET', '/api/accounts/{member}/grants', undefined],
  ['systemAdministrator', 'GET', '/api/audit/entries', undefined],
  ['systemAdministrator', 'GET', '/api/organizations/{willow}/members', undefined],
  ['systemAdministrator', 'GET', '/api/organizations/{willow}/body', undefined],
  ['systemAdministrator', 'GET', '/api/organizations/{willow}/workbench', undefined],
  ['securityAdministrator', 'POST', '/api/accounts', { name: '某人', signInName: 'somebody' }],
  ['securityAdministrator', 'POST', '/api/accounts/{member}/password', {}],
  ['securityAdministrator', 'GET', '/api/audit/entries', undefined],
  ['securityAdministrator', 'GET', '/api/organizations/{willow}', undefined],
  ['auditAdministrator', 'GET', '/api/accounts', undefined],
  ['auditAdministrator', 'POST', '/api/accounts', { name: '某人', signInName: 'somebody' }],
  ['department', 'GET', '/api/accounts', undefined],
  ['department', 'GET', '/api/audit/entries', undefined],
] as const)('%s may not %s %s', async ([person, method, path, payload]) => {
  const url = path.replace('{member}', county.accounts.member).replace('{willow}', county.organizations.willow);
  const body = payload && 'role' in payload ? { ...payload, organizationId: county.organizations.willow } : payload;
  const reply = await county.as(person, { method, url, ...(body ? { payload: body } : {}) });
  expect(reply.statusCode).toBe(403);
});

test.for([
  ['an administrator role for somebody with a business role', 'member', 'audit-administrator', 'county', 'account.administrators-separate'],
  ['a second administrator role', 'systemAdministrator', 'audit-administrator', 'county', 'account.administrators-separate'],
  ['a business role for an administrator', 'auditAdministrator', 'organization-department', 'county', 'account.administrators-separate'],
  ['to himself', 'securityAdministrator', 'security-administrator', 'county', 'account.own-account'],
] as const)('%s is refused', async ([, person, role, at, code]) => {
  expect((await grant(county.accounts[person], role, at)).json().code).toBe(code);
});

test('the database keeps the three apart by itself', async () => {
  const insert = (account: string, role: string, from = '2026-01-01', to: string | null = null) =>
    asOwner(
      county.owner,
      'insert into role_grant (id, account_id, county_id, organization_id, role, from_day, to_day) values (gen_random_uuid(), $1, $2, $3, $4, $5, $6)',
      [account, county.countyId, county.organizations.county, role, from, to],
    );
  await expect(insert(county.accounts.auditAdministrator, 'member')).rejects.toThrow(/administrators are separate/);
  await expect(insert(county.accounts.auditAdministrator, 'system-administrator')).rejects.toThrow(/administrators are separate/);
  await expect(insert(county.accounts.auditAdministrator, 'member', '2015-01-01', '2019-01-01')).resolves.toEqual([]);
});

test('the last administrator of a kind stays, and is not disabled by another third', async () => {
  const [held] = (await county.as('securityAdministrator', { url: `/api/accounts/${county.accounts.systemAdministrator}/grants` })).json().rows;
  expect((await county.as('securityAdministrator', { method: 'POST', url: `/api/grants/${held.id}/end`, payload: {} })).json().code).toBe(
    'account.last-administrator',
  );
  const disable = (person: 'auditAdministrator' | 'redFlagSecretary', available: boolean) =>
    county.as('systemAdministrator', { method: 'PUT', url: `/api/accounts/${county.accounts[person]}/availability`, payload: { available } });
  expect((await disable('auditAdministrator', false)).json().code).toBe('account.is-administrator');
  expect((await disable('redFlagSecretary', false)).json()).toMatchObject({ disabled: true, may: ['reset-password', 'enable'] });
  expect((await county.as('redFlagSecretary', { url: '/api/me' })).statusCode).toBe(401);
  expect((await signIn('999901-redFlagSecretary')).reply.json().code).toBe('account.disabled');
  expect((await disable('redFlagSecretary', true)).json().disabled).toBe(false);
  expect((await signIn('999901-redFlagSecretary')).reply.statusCode).toBe(200);
});

test('of two security administrators who end each other at once, one stays', async () => {
  const twin = await newAccount('褚其二', 'second-security');
  expect((await grant(twin.id, 'security-administrator', 'county')).statusCode).toBe(200);
  const held = async (accountId: string) =>
    (
      await asOwner<{ id: string }>(county.owner, "select id from role_grant where account_id = $1 and to_day is null and role = 'security-administrator'", [
        accountId,
      ])
    )[0]?.id;
  const token = await transaction(county.db, { role: 'hangji_writer', scope: wholeCounty(county.countyId), actorId: newId() }, async (db) =>
    addSession(db, twin.id, (await held(twin.id)) ?? '', { secondFactor: true }),
  );
  await asOwner(county.owner, 'update account set must_change_password = false where id = $1', [twin.id]);
  const [first, second] = [await held(county.accounts.securityAdministrator), await held(twin.id)];
  const end = (bearer: string, id = '') =>
    county.app.inject({ method: 'POST', url: `/api/grants/${id}/end`, payload: {}, headers: { authorization: `Bearer ${bearer}` } });
  const ended = await Promise.all([end(county.tokens.securityAdministrator, second), end(token, first)]);
  expect(ended.map(({ statusCode }) => statusCode).sort()).toEqual([200, 422]);
  // The others of this file need the first one.
  await asOwner(county.owner, 'update role_grant set to_day = null where id = $1', [first]);
  await asOwner(county.owner, 'delete from session where account_id = $1', [twin.id]);
});

test('a session opened with a password that is reset in the same moment does not outlive it', async () => {
  const tries = Array.from({ length: 4 }, () => signIn('999901-bridgeSecretary'));
  const reset = county.as('systemAdministrator', { method: 'POST', url: `/api/accounts/${county.accounts.bridgeSecretary}/password`, payload: {} });
  const opened = (await Promise.all(tries)).filter(({ cookie }) => cookie !== '');
  expect((await reset).statusCode).toBe(200);
  for (const { cookie } of opened) expect((await withCookie(cookie, { url: '/api/me' })).statusCode).toBe(401);
  expect((await county.as('bridgeSecretary', { url: '/api/me' })).statusCode).toBe(401);
});

test('one code sent many times at once is accepted once', async () => {
  const secret = drawSecret();
  const id = county.accounts.auditAdministrator;
  await asOwner(county.owner, 'update account set totp_cipher = $1, totp_confirmed = true, totp_last_step = 0 where id = $2', [
    county.services.keyring.for('second-factor').seal(secret, id),
    id,
  ]);
  const { cookie } = await signIn('999901-auditAdministrator');
  const show = () => withCookie(cookie, { method: 'POST', url: '/api/session/second-factor', payload: { code: codeNow(secret) } });
  const replies = await Promise.all(Array.from({ length: 4 }, show));
  expect(replies.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
  await asOwner(county.owner, 'update account set failures = 0, locked_until = null, totp_cipher = null, totp_confirmed = false where id = $1', [id]);
});

test('a name is used once, as sign-in name or staff number', async () => {
  const create = (payload: object) => county.as('systemAdministrator', { method: 'POST', url: '/api/accounts', payload });
  expect((await create({ name: '甲某', signInName: 'one-name', staffNumber: 'A-100' })).statusCode).toBe(200);
  expect((await create({ name: '乙某', signInName: 'A-100' })).json().code).toBe('account.sign-in-name-taken');
  expect((await create({ name: '乙某', signInName: 'one-name' })).json().code).toBe('account.sign-in-name-taken');
  const both = await Promise.all([create({ name: '丙某', signInName: 'at-once' }), create({ name: '丁某', signInName: 'at-once' })]);
  expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 422]);
});

test('places to grant at are found by name, and nothing but names is told', async () => {
  const { rows, total } = (await county.as('securityAdministrator', { url: `/api/grant-places?q=${encodeURIComponent('支部')}` })).json();
  expect(total).toBe(5);
  expect(Object.keys(rows[0]).sort()).toEqual(['id', 'name', 'parentName', 'root']);
});

const reading = (person: 'member' | 'securityAdministrator', role: string, work: (db: Db) => Promise<unknown>, as: Settings['role'] = 'hangji_reader') =>
  transaction(county.db, { role: as, scope: wholeCounty(county.countyId), actorId: county.accounts[person], actorRole: role }, work);
const count = async (db: Db, table: string) => (await sql`select from ${sql.table(table)}`.execute(db)).rows.length;

test('the database shows a person the own account, grants and sessions, and the county’s only to administrators', async () => {
  for (const table of ['account', 'role_grant']) expect(await reading('member', 'member', (db) => count(db, table))).toBe(1);
  const [all] = await asOwner<{ accounts: number }>(county.owner, 'select count(*)::int as accounts from account');
  expect(await reading('securityAdministrator', 'security-administrator', (db) => count(db, 'account'))).toBe(all?.accounts);
  const elsewhere = { role: 'hangji_reader', scope: wholeCounty(newId()), actorId: newId(), actorRole: 'security-administrator' } as const;
  expect(await transaction(county.db, elsewhere, (db) => count(db, 'account'))).toBe(0);
});

test.for([
  ['reads a password’s hash', 'hangji_reader', 'select password_hash from account'],
  ['reads a session’s token', 'hangji_writer', 'select token_digest from session'],
  ['makes an account', 'hangji_writer', `insert into account (id, name, sign_in_name, password_hash) values (gen_random_uuid(), 'x', 'x', 'x')`],
  [
    'grants a role',
    'hangji_writer',
    `insert into role_grant (id, account_id, organization_id, role, from_day) select gen_random_uuid(), gen_random_uuid(), id, 'member', now() from organization limit 1`,
  ],
  [
    'opens a session',
    'hangji_writer',
    `insert into session (id, token_digest, account_id, role_grant_id) select gen_random_uuid(), 'x', account_id, id from role_grant`,
  ],
] as const)('no statement of a business request %s', async ([, role, statement]) => {
  await expect(reading('member', 'member', (db) => sql.raw(statement).execute(db), role)).rejects.toThrow(/permission denied|row-level security/);
});

test('outside a transaction the signed-in database role reads nothing of these', async () => {
  for (const table of ['account', 'role_grant', 'session']) await expect(count(county.db, table)).rejects.toThrow(/permission denied/);
});

test('accounts are exported without secrets, with roles for the security administrator alone', async () => {
  const { id } = await newAccount('=1+1', 'to-export');
  await grant(id, 'party-affairs', 'east');
  const take = (person: Parameters<TestCounty['as']>[0], payload: object) => county.as(person, { method: 'POST', url: '/api/accounts/exports', payload });

  const reply = await take('systemAdministrator', { disabled: false });
  expect(reply.statusCode, reply.body).toBe(200);
  const [, header, ...rows] = rowsOfSheet(reply.rawPayload);
  expect(header).toEqual(['姓名', '登录名', '工号', '状态', '验证器', '建立日期']);
  const listed = (await county.as('systemAdministrator', { url: '/api/accounts?disabled=false&size=200' })).json();
  type Listed = { name: string; signInName: string };
  expect(rows.map((row) => row.slice(0, 2))).toEqual(listed.rows.map(({ name, signInName }: Listed) => [name, signInName]));
  expect(rows.flat().join()).not.toMatch(/argon2|东风镇党委/);
  expect(await kindsAbout((await county.as('systemAdministrator', { url: '/api/me' })).json().account.id)).toContain('account.exported');

  const [, roleHeader, ...withRoles] = rowsOfSheet((await take('securityAdministrator', { q: 'to-export' })).rawPayload);
  expect(roleHeader?.at(-1)).toBe('现有角色');
  expect(withRoles.map((row) => [row[0], row.at(-1)])).toEqual([['=1+1', '东风镇党委：党务工作者']]);
  expect((await take('auditAdministrator', {})).statusCode).toBe(403);
});
