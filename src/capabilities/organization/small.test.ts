import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestCounty, testCounty } from '#simulation/testing';

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});
afterAll(() => county.close());

test('an unknown address is answered in Chinese', async () => {
  const reply = await county.as('department', { url: '/api/nowhere' });
  expect([reply.statusCode, reply.json().message]).toEqual([404, '没有这个地址。']);
});
