import { ORPCError } from '@orpc/server';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { endpoint } from '#kernel/endpoint';
import { wholeCounty } from '#kernel/scope';
import type { Actor } from '#platform/access';
import { newId } from '#platform/id';
import { freshDatabase, type TestDatabase, testServices } from '#platform/testing';
import { createServer, type ServerOptions, serverOptions, serving } from './index.ts';

const contract = {
  read: endpoint
    .route({ method: 'GET', path: '/things' })
    .meta({ permission: 'thing.read', place: 'grant' })
    .input(z.object({ number: z.coerce.number().optional() }))
    .output(z.object({ kept: z.int() })),
  secret: endpoint.route({ method: 'GET', path: '/secrets' }).meta({ permission: 'thing.open', place: 'grant' }),
  add: endpoint
    .route({ method: 'POST', path: '/things' })
    .meta({ permission: 'thing.read', place: 'grant' })
    .input(z.object({ name: z.string() }))
    .output(z.object({ name: z.string() })),
  upload: endpoint
    .route({ method: 'POST', path: '/files' })
    .meta({ permission: 'thing.read', place: 'grant' })
    .input(z.object({ note: z.string(), file: z.file() }))
    .output(z.file()),
  fail: endpoint.route({ method: 'GET', path: '/failures' }).meta({ permission: 'thing.read', place: 'grant' }),
  signIn: endpoint
    .route({ method: 'POST', path: '/entrance' })
    .meta({ permission: 'anyone', place: 'installation' })
    .input(z.object({ name: z.string() }))
    .output(z.object({ seen: z.string() })),
};
const os = serving(contract);
const router = os.router({
  read: os.read.handler(async ({ context: { db }, input: { number = 1 } }) => {
    const { rows } = await sql<{ kept: number }>`select ${number}::int as kept`.execute(db);
    return { kept: rows[0]?.kept ?? 0 };
  }),
  secret: os.secret.handler(() => undefined),
  add: os.add.handler(({ input }) => input),
  upload: os.upload.handler(({ input }) => new File([input.file], `${input.note}.txt`, { type: 'text/plain' })),
  fail: os.fail.handler(() => {
    throw new Error('inner detail');
  }),
  signIn: os.signIn.handler(({ context, input }) => {
    context.visit.openSession('token');
    if (input.name === 'nobody') throw new ORPCError('UNPROCESSABLE_CONTENT', { message: '不对。' });
    return { seen: context.visit.address };
  }),
});
const thing = { name: 'thing', contract, router, places: {}, messages: {}, permissions: ['thing.read', 'thing.open'] };
const actor: Actor = {
  id: newId(),
  name: '李明',
  role: 'test',
  permissions: new Set(['thing.read']),
  scope: wholeCounty(newId()),
  organizationId: newId(),
  organizationName: '某县委',
  path: '001',
  lists: [],
};

let database: TestDatabase;
let app: FastifyInstance;
const lines: string[] = [];
const serve = (options: Partial<ServerOptions> = {}) =>
  createServer(database.db, [thing], async (_, token) => (token === 'known' ? actor : undefined), testing, options);
let testing: Awaited<ReturnType<typeof testServices>>;

beforeAll(async () => {
  database = await freshDatabase();
  testing = await testServices();
  app = await serve({ logLevel: 'info', logTo: { write: (line) => lines.push(line) } });
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

const bearer = { authorization: 'Bearer known' };
const asBrowser = { cookie: 'session=known' };
const post = (more: InjectOptions = {}): InjectOptions => ({ method: 'POST', url: '/api/things', payload: { name: '甲' }, ...more });

test.for([
  ['content-security-policy', /default-src 'self'.*script-src 'self';.*frame-ancestors 'none'/],
  ['x-content-type-options', /^nosniff$/],
  ['x-frame-options', /^DENY$/],
  ['referrer-policy', /^same-origin$/],
  ['permissions-policy', /camera=\(\), microphone=\(\), geolocation=\(\)/],
  ['cross-origin-opener-policy', /^same-origin$/],
  ['cross-origin-resource-policy', /^same-origin$/],
  ['x-request-id', /^[0-9a-f-]{36}$/],
  ['cache-control', /^no-store$/],
] as const)('every answer carries %s', async ([header, value]) => {
  for (const url of ['/api/things', '/api/nowhere']) {
    const { headers } = await app.inject({ url, headers: bearer });
    expect(headers[header]).toMatch(value);
  }
  expect((await app.inject({ url: '/api/things', headers: bearer })).headers['content-security-policy']).not.toMatch(/script-src[^;]*unsafe/);
});

test('pages may show files they fetched themselves, and nothing else from elsewhere', async () => {
  const { headers } = await app.inject({ url: '/api/things', headers: bearer });
  const rules = new Map(
    String(headers['content-security-policy'])
      .split(';')
      .map((rule) => rule.trim().split(/ (.*)/, 2) as [string, string]),
  );
  expect(Object.fromEntries(rules)).toEqual({
    'default-src': "'self'",
    'script-src': "'self'",
    'style-src': "'self' 'unsafe-inline'",
    'img-src': "'self' data: blob:",
    'font-src': "'self' data:",
    'connect-src': "'self'",
    'worker-src': "'self'",
    'frame-src': "'self' blob:",
    'object-src': "'none'",
    'base-uri': "'self'",
    'form-action': "'self'",
    'frame-ancestors': "'none'",
  });
});

test('strict transport security is said, and the cookie secure, only where TLS is spoken', async () => {
  const entrance = { method: 'POST', url: '/api/entrance', payload: { name: '甲' } } as const;
  const plain = await app.inject(entrance);
  expect(plain.headers['strict-transport-security']).toBeUndefined();
  expect(plain.headers['set-cookie']).toBe('session=token; Path=/; HttpOnly; SameSite=Strict');

  const behind = await serve({ trustProxy: 'loopback' });
  const secure = await behind.inject({ ...entrance, headers: { 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.7' } });
  expect(secure.headers['strict-transport-security']).toMatch(/max-age=31536000/);
  expect(secure.headers['set-cookie']).toMatch(/; Secure$/);
  expect(secure.json().seen).toBe('203.0.113.7');
  await behind.close();

  const untrusting = await app.inject({ ...entrance, headers: { 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.7' } });
  expect([untrusting.headers['strict-transport-security'], untrusting.json().seen]).toEqual([undefined, '127.0.0.1']);
});

test('nobody known is 401, somebody without the permission 403, each with the request id', async () => {
  const nobody = await app.inject({ url: '/api/things' });
  expect([nobody.statusCode, nobody.json()]).toEqual([
    401,
    { defined: false, code: 'UNAUTHORIZED', status: 401, message: '请先登录。', data: { requestId: nobody.headers['x-request-id'] } },
  ]);
  const forbidden = await app.inject({ url: '/api/secrets', headers: bearer });
  expect([forbidden.statusCode, forbidden.json().message]).toEqual([403, '您的角色不能办理这件事。']);
  expect(forbidden.json().data.requestId).toBe(forbidden.headers['x-request-id']);
});

test.for([
  ['another site', { 'sec-fetch-site': 'cross-site' }, 403],
  ['a neighbour of ours', { 'sec-fetch-site': 'same-site' }, 403],
  ['another site, by an older browser', { origin: 'https://evil.example' }, 403],
  ['nowhere', {}, 403],
  ['a page without an address', { origin: 'null' }, 403],
  ['our own page', { 'sec-fetch-site': 'same-origin' }, 200],
  ['our own page, by an older browser', { origin: 'http://localhost:3000', host: 'localhost:3000' }, 200],
] as const)('a change with a cookie from %s', async ([, headers, status]) => {
  const reply = await app.inject(post({ headers: { ...asBrowser, ...headers } }));
  expect(reply.statusCode).toBe(status);
  if (status === 403) expect(reply.json().message).toContain('不是从本系统的页面发出的');
});

test('a program with a bearer token is not asked where it comes from; reading is free', async () => {
  expect((await app.inject(post({ headers: { ...bearer, origin: 'https://elsewhere.example' } }))).statusCode).toBe(200);
  expect((await app.inject({ url: '/api/things', headers: { ...asBrowser, 'sec-fetch-site': 'cross-site' } })).statusCode).toBe(200);
});

test('a body beyond the limit is 413, with the limit named', async () => {
  const reply = await app.inject(post({ headers: bearer, payload: { name: '大'.repeat(400_000) } }));
  expect([reply.statusCode, reply.json().message]).toEqual([413, '内容太大：这里最多接收 1 MB。请减少内容或拆开再传。']);
});

const formWith = (bytes: number, boundary = 'xyz') => ({
  headers: { ...bearer, 'content-type': `multipart/form-data; boundary=${boundary}` },
  payload: Buffer.concat([
    Buffer.from(
      `--xyz\r\ncontent-disposition: form-data; name="note"\r\n\r\n记录\r\n--xyz\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\ncontent-type: text/plain\r\n\r\n`,
    ),
    Buffer.alloc(bytes, 'a'),
    Buffer.from('\r\n--xyz--\r\n'),
  ]),
});

test('a file goes in through the guard and comes out to be saved, its Chinese name whole', async () => {
  const reply = await app.inject({ method: 'POST', url: '/api/files', ...formWith(3) });
  expect([reply.statusCode, reply.body]).toEqual([200, 'aaa']);
  expect(reply.headers['content-disposition']).toBe(`attachment; filename="__.txt"; filename*=utf-8''%E8%AE%B0%E5%BD%95.txt`);
});

test('a file beyond the limit is 413, a torn form 400', async () => {
  const large = await app.inject({ method: 'POST', url: '/api/files', ...formWith(20 * 1_048_576 + 70_000) });
  expect([large.statusCode, large.json().message]).toEqual([413, expect.stringContaining('最多接收 20.1 MB')]);
  const torn = await app.inject({ method: 'POST', url: '/api/files', ...formWith(3, 'another') });
  expect([torn.statusCode, torn.json().message]).toEqual([400, '上传的内容不完整。请检查网络后重新上传。']);
});

test.for([
  ['text', '/api/things', 'text/plain'],
  ['a form, where JSON is taken', '/api/things', 'application/x-www-form-urlencoded'],
  ['XML', '/api/things', 'application/xml'],
  ['JSON, where a file is taken', '/api/files', 'application/json'],
] as const)('%s is 415, with what is taken named', async ([, url, type]) => {
  const reply = await app.inject({ method: 'POST', url, headers: { ...bearer, 'content-type': type }, payload: 'x' });
  expect(reply.statusCode).toBe(415);
  expect(reply.json().message).toContain(url === '/api/files' ? 'multipart/form-data' : 'application/json');
});

test('what is no JSON is 400 in Chinese, and so is a field that is missing', async () => {
  const torn = await app.inject({ method: 'POST', url: '/api/things', headers: { ...bearer, 'content-type': 'application/json' }, payload: '{"name":' });
  expect([torn.statusCode, torn.json().message]).toEqual([400, '请求的格式无法读取。']);
  const missing = await app.inject(post({ headers: bearer, payload: {} }));
  expect([missing.statusCode, missing.json().message]).toEqual([400, '填写的内容有误，请按提示改正。']);
});

test('too many requests are 429, with the limit named, counted by session', async () => {
  const limited = await serve({ limits: { requests: 3, signIns: 2, signInsFromAddress: 4 } });
  const statuses: number[] = [];
  for (let times = 0; times < 4; times++) statuses.push((await limited.inject({ url: '/api/things', headers: bearer })).statusCode);
  expect(statuses).toEqual([200, 200, 200, 429]);
  const refused = await limited.inject({ url: '/api/things', headers: bearer });
  expect(refused.json()).toMatchObject({ code: 'TOO_MANY_REQUESTS', message: expect.stringMatching(/每分钟最多 3 次。请 \d+ 秒后再试/) });
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect((await limited.inject({ url: '/api/things', headers: { authorization: 'Bearer other' } })).statusCode).toBe(401);
  for (let times = 0; times < 5; times++) expect((await limited.inject({ url: '/healthz' })).statusCode).toBe(200);
  await limited.close();
});

test('an address that shows session after made-up session is slowed down, and who is known beside it is not', async () => {
  const limited = await serve({ limits: { requests: 3, signIns: 2, signInsFromAddress: 4 } });
  const ask = async (token: string) => (await limited.inject({ url: '/api/things', headers: { authorization: `Bearer ${token}` } })).statusCode;
  expect([await ask('known'), await ask('one'), await ask('two'), await ask('three')]).toEqual([200, 401, 401, 401]);
  expect([await ask('four'), await ask('known')]).toEqual([429, 200]);
  const elsewhere = { url: '/api/things', headers: { authorization: 'Bearer five' }, remoteAddress: '203.0.113.7' };
  expect((await limited.inject(elsewhere)).statusCode).toBe(401);
  await limited.close();
});

test('an address that cannot be read is 400 in Chinese, with the request id', async () => {
  const reply = await app.inject({ url: '/api/things/%E0%A4%A', headers: bearer });
  expect([reply.statusCode, reply.json().message]).toEqual([400, '这个地址的写法有误，无法读取。请从本系统的页面重新打开。']);
  expect(reply.json().data.requestId).toBe(reply.headers['x-request-id']);
});

test.for([
  ['the null character', '甲\u0000', 'TEXT_NOT_KEPT'],
  ['half of a pair', '甲\ud83d', 'TEXT_NOT_KEPT'],
] as const)('%s is refused before anything is done, in JSON', async ([, name, code]) => {
  const reply = await app.inject(post({ headers: bearer, payload: { name } }));
  expect([reply.statusCode, reply.json().code]).toEqual([400, code]);
  const entrance = await app.inject({ method: 'POST', url: '/api/entrance', payload: { name } });
  expect([entrance.statusCode, entrance.json().code]).toEqual([400, code]);
});

test('the name of a file is text as well', async () => {
  const { headers, payload } = formWith(3);
  const named = Buffer.from(payload.toString('latin1').replace('a.txt', 'a\u0000.txt'), 'latin1');
  expect((await app.inject({ method: 'POST', url: '/api/files', headers, payload: named })).statusCode).toBe(400);
  const long = Buffer.from(payload.toString('latin1').replace('a.txt', `${'a'.repeat(300)}.txt`), 'latin1');
  expect((await app.inject({ method: 'POST', url: '/api/files', headers, payload: long })).json().code).toBe('FILE_NAME_TOO_LONG');
});

test('a value that the database cannot take is 400, and not a fault', async () => {
  const reply = await app.inject({ url: '/api/things?number=99999999999', headers: bearer });
  expect([reply.statusCode, reply.json().message]).toEqual([400, '填写的数字或日期超出了可用的范围。请核对后重填。']);
});

test('behind TLS the proxy on this machine is believed, another only when it is named', () => {
  expect(serverOptions({ HANGJI_TLS: '1' })).toMatchObject({ tls: true, trustProxy: 'loopback' });
  expect(serverOptions({ HANGJI_TLS: '1', HANGJI_TRUST_PROXY: '10.0.0.5' }).trustProxy).toBe('10.0.0.5');
  expect(serverOptions({ HANGJI_LOG: 'loud', HANGJI_REQUESTS_PER_MINUTE: '-1' })).toMatchObject({ logLevel: 'warn', limits: { requests: 1200 } });
  expect(serverOptions({})).not.toHaveProperty('trustProxy');
});

test('signing in is limited by name and by address', async () => {
  const limited = await serve({ limits: { requests: 100, signIns: 2, signInsFromAddress: 4 } });
  const enter = async (name: string) => (await limited.inject({ method: 'POST', url: '/api/entrance', payload: { name } })).statusCode;
  expect([await enter('甲'), await enter('甲'), await enter('甲')]).toEqual([200, 200, 429]);
  expect([await enter('乙'), await enter('丙'), await enter('丁')]).toEqual([200, 200, 429]);
  await limited.close();
});

test('a fault is logged with the request id and answered without its cause; the log names the route, not the address', async () => {
  const reply = await app.inject({ url: '/api/failures?q=secret-name', headers: bearer });
  expect(reply.statusCode).toBe(500);
  expect(reply.body).not.toContain('inner detail');
  const logged = lines.map((line) => JSON.parse(line)).filter(({ requestId }) => requestId === reply.json().data.requestId);
  expect(logged.map(({ msg }) => msg)).toEqual(['fault', 'answered']);
  expect(logged[0].err.message).toBe('inner detail');
  expect(logged[1]).toMatchObject({ method: 'GET', route: '/api/failures', status: 500, actor: actor.id });
  expect(lines.join('')).not.toContain('secret-name');
});

test('health, readiness and metrics', async () => {
  expect((await app.inject({ url: '/healthz' })).json()).toEqual({ process: 'ok' });
  const ready = await app.inject({ url: '/readyz' });
  expect([ready.statusCode, ready.json().migration]).toEqual([200, expect.stringMatching(/^\d{8}-\d{4}-/)]);
  const older = await serve({ newestMigration: '20990101-0000-future.sql', metricsToken: 'told' });
  expect((await older.inject({ url: '/readyz' })).statusCode).toBe(503);

  await app.inject({ url: '/api/things', headers: bearer });
  const metrics = await app.inject({ url: '/metrics' });
  expect(metrics.body).toMatch(/http_request_duration_seconds_count\{method="GET",route="\/api\/things",status="200"\} [1-9]/);
  const strange = { 'x-forwarded-for': '203.0.113.7' };
  expect((await older.inject({ url: '/metrics', headers: strange })).statusCode).toBe(403);
  expect((await older.inject({ url: '/metrics', headers: { ...strange, authorization: 'Bearer told' } })).statusCode).toBe(200);
  expect((await older.inject({ url: '/metrics', remoteAddress: '203.0.113.7', headers: { authorization: 'Bearer guessed' } })).statusCode).toBe(403);
  await older.close();
});

test('when the database does not answer, it is said so', async () => {
  const broken = await freshDatabase();
  const lonely = await createServer(broken.db, [thing], async () => undefined, testing);
  await broken.drop();
  const reply = await lonely.inject({ url: '/readyz' });
  expect([reply.statusCode, reply.json().database]).toEqual([503, 'down']);
  await lonely.close();
});

test('the endpoints are described with permission and place', async () => {
  const { openapi, paths } = (await app.inject({ url: '/api/docs' })).json();
  expect(openapi).toMatch(/^3\.1/);
  expect(paths['/things'].post).toMatchObject({ 'x-permission': 'thing.read', 'x-place': 'grant' });
  expect(paths['/entrance'].post.security).toEqual([]);
});

test('a permission that no role has, and an open door beside the entrance, do not start', async () => {
  const start = (more: object) => createServer(database.db, [{ ...thing, ...more }], async () => undefined, testing);
  await expect(start({ permissions: ['thing.read'] })).rejects.toThrow('thing.secret asks for thing.open, which no role has');
  const open = { open: endpoint.route({ method: 'GET', path: '/open' }).meta({ permission: 'anyone', place: 'grant' }) };
  await expect(start({ contract: open, router: { open: serving(open).open.handler(() => undefined) } })).rejects.toThrow(/go together/);
});
