import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addSession, identify, type Role, roles } from '#account';
import { wholeCounty } from '#kernel/scope';
import { order } from '#order';
import { transaction } from '#platform/db';
import { createServer, type Route, routesOf } from '#platform/http';
import { newId } from '#platform/id';
import { asOwner, freshDatabase, type TestDatabase, testServices } from '#platform/testing';
import { fillSimulatedCounty, type SimulatedCounty } from '#simulation';
import { leastInput } from './least-input.ts';

/** Who attacks: every role, at the county, in a town, in a village, in an office beside them. */
const attackers = ['department', 'townSecretary', 'townAffairs', 'villageSecretary', 'member', 'jiaoyu', 'system', 'security', 'audit'] as const;
type AttackerKey = (typeof attackers)[number];

interface Attacker {
  key: AttackerKey;
  role: Role;
  path: string;
  token: string;
  /** issued lists that name the attacker's organization */
  lists: ReadonlySet<string>;
}

/** A row that an endpoint's place names. */
interface Target {
  id: string;
  county_id: string;
  path: string;
  duty_list_id: string | null;
}

const routes = routesOf(Object.fromEntries(order.map(({ name, router }) => [name, router])));
const placed = routes.filter(({ guard: { place } }) => place !== 'grant' && place !== 'installation');

let database: TestDatabase;
let app: FastifyInstance;
let folder: string;
let county: SimulatedCounty;
let other: SimulatedCounty;
const people: Attacker[] = [];
const targets = new Map<string, Target[]>();

beforeAll(async () => {
  database = await freshDatabase();
  folder = await mkdtemp(join(tmpdir(), 'hangji-access-'));
  const services = await testServices(folder);
  county = await fillSimulatedCounty(database.owner, { services, organizations: 150, members: 600 });
  other = await fillSimulatedCounty(database.owner, { services, organizations: 150, members: 600, index: 1 });
  const unlimited = { requests: 1_000_000, signIns: 1_000_000, signInsFromAddress: 1_000_000 };
  app = await createServer(database.db, order, identify, services, { limits: unlimited });
  for (const key of attackers) people.push(await attackerOf(key));
  for (const place of new Set(placed.map(({ guard }) => guard.place ?? ''))) targets.set(place, await targetsOf(place));
}, 120_000);
afterAll(async () => {
  await app.close();
  await database.drop();
  await rm(folder, { recursive: true });
});

async function attackerOf(key: AttackerKey): Promise<Attacker> {
  const known = county.ids[key];
  if (!known) throw new Error(`the simulated county has no ${key}`);
  const { accountId, grantId, organizationId, path } = known;
  const settings = { role: 'hangji_writer', scope: wholeCounty(county.countyId), actorId: newId() } as const;
  const token = await transaction(database.db, settings, (db) => addSession(db, accountId, grantId, { secondFactor: true }));
  const [grant] = await asOwner<{ role: Role }>(database.owner, 'select role from role_grant where id = $1', [grantId]);
  const lists = await asOwner<{ id: string }>(database.owner, 'select duty_list_id as id from list_grant where organization_id = $1', [organizationId]);
  if (!grant) throw new Error(`${key} holds no grant`);
  return { key, role: grant.role, path, token, lists: new Set(lists.map(({ id }) => id)) };
}

/** The rows a place can name: its field says the table, `workItemId` → work_item; accounts and grants stand at the county's root. */
async function targetsOf(place: string): Promise<Target[]> {
  const table = tables[place] ?? place.replace(/Id$/, '').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const columns = await asOwner<{ name: string }>(database.owner, 'select column_name as name from information_schema.columns where table_name = $1', [table]);
  const has = (name: string) => columns.some((column) => column.name === name);
  expect(has('id'), `no table ${table} for the place ${place}: say in tests/database/access.test.ts where it stands`).toBe(true);
  const path = has('path') ? 'path' : `'001'`;
  const shared = await asOwner(database.owner, `select from pg_policies where tablename = $1 and qual like '%app.lists%'`, [table]);
  const list = shared.length === 0 ? 'null::uuid' : table === 'duty_list' ? 'id' : 'duty_list_id';
  return asOwner<Target>(database.owner, `select id, county_id, ${path} as path, ${list} as duty_list_id from ${table} order by path, id`);
}
const tables: Record<string, string> = { grantId: 'role_grant' };

/** One target of each relation that exists: one's own, below, above, beside, elsewhere, and in another county. */
function chosen({ path }: Attacker, place: string): Target[] {
  const all = targets.get(place) ?? [];
  const here = all.filter(({ county_id }) => county_id === county.countyId);
  const parent = path.slice(0, -3);
  const relations: ((target: Target) => boolean)[] = [
    (target) => target.path === path,
    (target) => target.path.startsWith(path) && target.path !== path,
    (target) => path.startsWith(target.path) && target.path !== path,
    (target) => target.path.length === path.length && target.path.startsWith(parent) && target.path !== path,
    (target) => !target.path.startsWith(path) && !path.startsWith(target.path) && !(parent && target.path.startsWith(parent)),
  ];
  const found = [...relations.map((relation) => here.find(relation)), all.find(({ county_id }) => county_id === other.countyId)];
  return found.filter((target) => target !== undefined);
}

/** What may be answered; in scope a rule may still refuse, and an id elsewhere in the input may be unknown. */
const answers = {
  'no right': [403],
  unknown: [404],
  may: [200, 404, 409, 422],
  'may read if it was issued': [200, 404, 422],
  'may not, and may know it if it was issued': [403, 404],
} as const;
type Verdict = keyof typeof answers;

/** What the rules say, told again without the code that is attacked. */
function verdict(attacker: Attacker, { permission = '' }: Route['guard'], target: Target): Verdict {
  if (!permissionsOf(attacker.role).includes(permission)) return 'no right';
  if (target.county_id !== county.countyId) return 'unknown';
  if (target.path.startsWith(attacker.path)) return 'may';
  if (target.duty_list_id && attacker.lists.has(target.duty_list_id)) return 'may';
  if (!attacker.path.startsWith(target.path)) return 'unknown';
  return permission.endsWith('.read') ? 'may read if it was issued' : 'may not, and may know it if it was issued';
}
const permissionsOf = (role: Role): readonly string[] => [...roles[role], 'account.session', 'account.own', 'account.password'];

async function attack(route: Route, attacker: Attacker, id: string | undefined): Promise<number> {
  const input: Record<string, unknown> = {
    ...(leastInput(route.procedure['~orpc'].inputSchema) as object),
    ...(id && route.guard.place ? { [route.guard.place]: id } : {}),
  };
  const url = `/api${route.path.replace(/\{([^}]+)\}/g, (_, name: string) => encodeURIComponent(String(input[name])))}`;
  const inPath = [...route.path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name);
  const rest = Object.entries(input).filter(([name]) => !inPath.includes(name));
  const headers = { authorization: `Bearer ${attacker.token}` };
  if (route.method === 'GET')
    return (await app.inject({ url: `${url}?${new URLSearchParams(rest.map(([name, value]) => [name, String(value)]))}`, headers })).statusCode;
  const reply = await app.inject({ method: route.method, url, headers, ...(await bodyOf(route, rest)) });
  return reply.statusCode;
}

async function bodyOf(route: Route, fields: [string, unknown][]) {
  if (!route.upload) return { payload: Object.fromEntries(fields) };
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value instanceof File ? value : String(value));
  return { payload: form };
}

test('there is something to attack', () => {
  expect(placed.length).toBeGreaterThan(40);
  for (const [place, found] of targets) expect(found.length, `the simulated county holds nothing for ${place}`).toBeGreaterThan(0);
});

test.for(placed.map((route) => [route.name, route] as const))('%s answers only where the rules say', { timeout: 60_000 }, async ([, route]) => {
  const place = route.guard.place ?? '';
  const understood: boolean[] = [];
  for (const attacker of people) {
    for (const target of chosen(attacker, place)) {
      const expected = verdict(attacker, route.guard, target);
      // Acts on accounts that would succeed end the attackers' own sessions.
      if (expected === 'may' && route.name.startsWith('account.') && route.method !== 'GET') continue;
      const status = await attack(route, attacker, target.id);
      const about = `${attacker.key} (${attacker.path}) at ${target.path} of ${target.county_id === county.countyId ? 'the county' : 'another county'}: ${expected}`;
      expect(status, about).toBeLessThan(500);
      if (status !== 400) understood.push(true);
      if (status === 400) continue;
      expect(answers[expected], about).toContain(status);
      if (expected === 'may' && route.method === 'GET') expect([200, 422], about).toContain(status);
    }
  }
  expect(understood.length, 'the least input is not understood: teach tests/database/least-input.ts').toBeGreaterThan(0);
});

test.for(routes.filter(({ guard }) => guard.place === 'grant').map((route) => [route.name, route] as const))(
  '%s is closed to roles without its permission',
  async ([, route]) => {
    for (const attacker of people) {
      const may = permissionsOf(attacker.role).includes(route.guard.permission ?? '');
      if (may && route.method !== 'GET') continue;
      const status = await attack(route, attacker, undefined);
      expect(status, attacker.key).toBe(may ? 200 : 403);
    }
  },
);

test('without a session, or with a made-up one, no endpoint but the entrance answers', async () => {
  for (const route of routes.filter(({ guard }) => guard.place !== 'installation')) {
    const stranger: Attacker = { key: 'member', role: 'member', path: '', token: newId(), lists: new Set() };
    expect(await attack(route, stranger, newId()), route.name).toBe(401);
  }
});
