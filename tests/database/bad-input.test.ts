import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { order } from '#order';
import { type Route, routesOf } from '#platform/http';
import { newId } from '#platform/id';
import type { SmallPerson } from '#simulation';
import { type TestCounty, testCounty } from '#simulation/testing';
import { leastInput } from './least-input.ts';

const routes = routesOf(Object.fromEntries(order.map(({ name, router }) => [name, router])));

let county: TestCounty;
const ids: Record<string, string> = {};

const post = async (person: SmallPerson, url: string, payload: object) => {
  const reply = await county.as(person, { method: 'POST', url: `/api${url}`, payload });
  expect(reply.statusCode, reply.body).toBeLessThan(300);
  return reply.json();
};

beforeAll(async () => {
  county = await testCounty({ limits: { requests: 1_000_000, signIns: 1_000_000, signInsFromAddress: 1_000_000 } });
  const { county: root, willow } = county.organizations;
  const person = { name: '王建国', sex: '1', bornOn: '1970-01-01' };
  ids.organizationId = willow;
  ids.personId = (await post('department', `/organizations/${willow}/people`, person)).id;
  const directive = await post('department', `/organizations/${root}/directives`, { kind: 'plan', text: '一、任务\n各村要在6月底前配备两名后备干部。' });
  ids.directiveId = directive.id;
  ids.dutyListId = directive.dutyListId;
  ids.dutyId = (await post('department', `/duty-lists/${ids.dutyListId}/duties`, { change: { goal: '配备后备干部' } })).id;
  ids.accountId = county.accounts.member;
});
afterAll(() => county.close());

/** Who may use an endpoint, so that what is sent gets as far as it can. */
const people: SmallPerson[] = ['department', 'secretary', 'eastAffairs', 'systemAdministrator', 'securityAdministrator', 'auditAdministrator'];

/** Texts and numbers that databases, calendars and parsers trip over. */
const texts = [
  '\u0000甲',
  '\ud800甲',
  '甲\udfff',
  '0000-01-01',
  '9999-12-31',
  '-0001-01-01',
  '0000',
  '9999',
  "';--",
  '%00',
  '\u202e甲',
  '字'.repeat(20_000),
  '{{}}',
  '1e400',
];
const numbers = [-1, 0, 1e9, 2 ** 31, 2 ** 53 - 1, 1e308, 0.5];
const strange = [null, true, [], {}, [[]], 'x'];

interface Bad {
  field: string;
  value: unknown;
}

function variants(route: Route): Bad[] {
  const schema = route.procedure['~orpc'].inputSchema;
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries(schema.shape).flatMap(([field, inner]) => {
    if (field === route.guard.place)
      return [
        { field, value: 'x' },
        { field, value: '\u0000' },
        { field, value: newId().toUpperCase() },
      ];
    const values = [...texts, ...numbers, ...strange, ...deep(inner)];
    return values.map((value) => ({ field, value }));
  });
}

/** Inside objects and lists: the same in each of their fields. */
function deep(schema: unknown): unknown[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) return deep(schema.unwrap());
  if (schema instanceof z.ZodArray) return [...texts, ...numbers].map((text) => [text]);
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.keys(schema.shape).flatMap((key) =>
    [...texts, ...numbers, ...deep(schema.shape[key])].map((value) => ({ ...(leastInput(schema) as object), [key]: value })),
  );
}

async function send(route: Route, person: SmallPerson, input: Record<string, unknown>) {
  const inPath = [...route.path.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => name);
  const url = `/api${route.path.replace(/\{([^}]+)\}/g, (_, name: string) => encodeURIComponent(String(input[name]).replace(/\p{Surrogate}/gu, 'x')))}`;
  const rest = Object.entries(input).filter(([name, value]) => !inPath.includes(name) && value !== undefined);
  if (route.method === 'GET') return county.as(person, { url: `${url}?${new URLSearchParams(rest.map(([name, value]) => [name, String(value)]))}` });
  return county.as(person, { method: route.method, url, payload: Object.fromEntries(rest) });
}

const spared = [
  'account.signOut',
  'account.setUp',
  'account.signIn',
  'account.endSession',
  'account.changePassword',
  'account.enrolSecondFactor',
  'attachment.uploadAttachment',
  'audit.exportJournal',
];

test.for(routes.filter(({ name }) => !spared.includes(name)).map((route) => [route.name, route] as const))(
  '%s answers bad input with a sentence',
  { timeout: 120_000 },
  async ([, route]) => {
    const least = {
      ...(leastInput(route.procedure['~orpc'].inputSchema) as object),
      ...(route.guard.place && ids[route.guard.place] ? { [route.guard.place]: ids[route.guard.place] } : {}),
    };
    const person = people.find((one) => roleMay(one, route.guard.permission)) ?? 'department';
    const broken: string[] = [];
    for (const { field, value } of variants(route)) {
      const reply = await send(route, person, { ...least, [field]: value });
      if (reply.statusCode >= 500) broken.push(`${route.name} ${field} = ${JSON.stringify(value).slice(0, 80)}: ${reply.statusCode}`);
    }
    expect(broken).toEqual([]);
  },
);

function roleMay(person: SmallPerson, permission = ''): boolean {
  return (may.get(person) ?? []).includes(permission);
}
const may = new Map<SmallPerson, readonly string[]>();
beforeAll(async () => {
  for (const person of people) may.set(person, (await county.as(person, { url: '/api/me' })).json().permissions);
});
