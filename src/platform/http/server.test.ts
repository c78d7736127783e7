import { os } from '@orpc/server';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { endpoint, type Guard } from '#kernel/endpoint';
import { wholeCounty } from '#kernel/scope';
import { newId } from '#platform/id';
import { freshDatabase, testServices } from '#platform/testing';
import { createServer } from './server.ts';
import { serving } from './serving.ts';

const services = await testServices();
const input = z.object({ thingId: z.uuid() });
const thing = endpoint.route({ method: 'GET', path: '/things/{thingId}' });

test.for([
  ['no permission', thing.meta({ place: 'thingId' }).input(input), /declares no permission/],
  ['no place', thing.meta({ permission: 'thing.read' }).input(input), /declares no place/],
  ['a place nobody can find', thing.meta({ permission: 'thing.read', place: 'otherId' }).input(input), /declares no place/],
  ['a place that is not in the input', thing.meta({ permission: 'thing.read', place: 'thingId' }).input(z.object({})), /no input field/],
] as const)('a route with %s does not start', async ([, read, problem]) => {
  const { db, drop } = await freshDatabase();
  const contract = { read };
  const router = { read: serving(contract).read.handler(() => undefined) };
  const capability = { name: 'thing', contract, router, places: { thingId: async () => ({ path: '001' }) }, messages: {}, permissions: ['thing.read'] };
  await expect(createServer(db, [capability], async () => undefined, services)).rejects.toThrow(problem);
  await drop();
});

test('a route that goes round the guard does not start', async () => {
  const { db, drop } = await freshDatabase();
  const open = os.$meta<Guard>({}).route({ method: 'GET', path: '/things/{thingId}' }).meta({ permission: 'thing.read', place: 'thingId' }).input(input);
  const router = { read: open.handler(() => undefined) };
  const capability = { name: 'thing', contract: {}, router, places: { thingId: async () => ({ path: '001' }) }, messages: {}, permissions: ['thing.read'] };
  await expect(createServer(db, [capability], async () => undefined, services)).rejects.toThrow(/not served behind the guard/);
  await drop();
});

test.for([
  ['a fault inside', new Error('secret detail'), 500, '系统出错了'],
  ['a statement that took too long', Object.assign(new Error('secret detail'), { code: '57014' }), 503, '系统正忙'],
] as const)('%s is answered with a sentence and without its cause', async ([, thrown, status, sentence]) => {
  const { db, drop } = await freshDatabase();
  const contract = { read: thing.meta({ permission: 'thing.read', place: 'thingId' }).input(input) };
  const router = {
    read: serving(contract).read.handler(() => {
      throw thrown;
    }),
  };
  const actor = {
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
  const capability = { name: 'thing', contract, router, places: { thingId: async () => ({ path: '001' }) }, messages: {}, permissions: ['thing.read'] };
  const app = await createServer(db, [capability], async () => actor, services);
  const reply = await app.inject({ url: `/api/things/${newId()}`, headers: { authorization: 'Bearer x' } });
  expect([reply.statusCode, reply.json().message]).toEqual([status, expect.stringContaining(sentence)]);
  expect(reply.body).not.toContain('secret');
  await app.close();
  await drop();
});
