import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { labelOf } from './kinds.ts';

const folder = 'src/capabilities';
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /^[^/]+\/[^/]+\.ts$/.test(name) && !name.endsWith('.test.ts'));
const recorded = sources.flatMap((name) =>
  [...readFileSync(join(folder, name), 'utf8').matchAll(/record\((?:\w+, )?'([a-z.-]+)'/g)].map(([, kind = '']) => kind),
);

test('every kind that is journalled has a Chinese word', () => {
  expect(recorded.length).toBeGreaterThan(20);
  expect([...new Set(recorded)].filter((kind) => labelOf(kind) === kind)).toEqual([]);
});
