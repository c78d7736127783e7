import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mountPages } from './pages.ts';

let folder: string;
let app: FastifyInstance;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hangji-pages-'));
  await mkdir(join(folder, 'assets'));
  await mkdir(join(folder, 'm'));
  await writeFile(join(folder, 'index.html'), '<title>desk</title>');
  await writeFile(join(folder, 'm', 'index.html'), '<title>phone</title>');
  await writeFile(join(folder, 'assets', 'app-1a2b.js'), 'plain');
  await writeFile(join(folder, 'assets', 'app-1a2b.js.br'), brotliCompressSync('compressed'));
  app = fastify();
  await mountPages(app, folder);
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

test.for([
  ['/', 'desk'],
  ['/duty-lists/7?tab=items', 'desk'],
  ['/m/', 'phone'],
  ['/m/items/7', 'phone'],
] as const)('%s opens the page of the %s, asked for each time', async ([url, shell]) => {
  const reply = await app.inject({ url });
  expect([reply.statusCode, reply.body, reply.headers['cache-control']]).toEqual([200, `<title>${shell}</title>`, 'no-cache']);
});

test('what carries a digest in its name is kept for ever, and comes compressed', async () => {
  const reply = await app.inject({ url: '/assets/app-1a2b.js', headers: { 'accept-encoding': 'br' } });
  expect(reply.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect(reply.headers['content-encoding']).toBe('br');
  expect(brotliDecompressSync(reply.rawPayload).toString()).toBe('compressed');
  expect((await app.inject({ url: '/assets/app-1a2b.js', headers: { 'accept-encoding': 'identity' } })).body).toBe('plain');
});

test.for(['/assets/gone-9f.js', '/assets/..%2f..%2fpackage.json', '/m/old.css'])('%s is no page, and says so with the request id', async (url) => {
  const reply = await app.inject({ url });
  expect(reply.statusCode).toBe(404);
  expect(reply.body).toContain('请求编号：req-');
  expect(reply.body).not.toContain('hangji-pages');
});

test('a phone is sent to its pages when it asks for them, and never otherwise', async () => {
  expect((await app.inject({ url: '/m' })).headers.location).toBe('/m/');
  expect((await app.inject({ url: '/', headers: { 'user-agent': 'Mozilla/5.0 (Linux; Android 14) Mobile' } })).statusCode).toBe(200);
});

test('before the pages are built, the address says what to do', async () => {
  const bare = fastify();
  await mountPages(bare, join(folder, 'nowhere'));
  const reply = await bare.inject({ url: '/' });
  expect([reply.statusCode, reply.body.includes('npm start')]).toEqual([503, true]);
  await bare.close();
});
