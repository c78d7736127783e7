import { expect, test } from 'vitest';
import { lineNamed, linesOf, stepOf } from './tree.ts';

const node = (id: string, children = 0) => ({ id, name: id, children });
const root = node('county', 2);
const below = new Map([
  ['county', [node('east', 2), node('west', 1)]],
  ['east', [node('willow'), node('red flag')]],
]);

test('an opened tree is laid out with level, place among siblings, and parent', () => {
  const lines = linesOf(root, new Set(['county', 'east']), below);
  expect(lines.map(({ node, level, position, siblings, expanded, parent }) => [node.id, level, position, siblings, expanded, parent])).toEqual([
    ['county', 1, 1, 1, true, -1],
    ['east', 2, 1, 2, true, 0],
    ['willow', 3, 1, 2, undefined, 1],
    ['red flag', 3, 2, 2, undefined, 1],
    ['west', 2, 2, 2, false, 0],
  ]);
});

const lines = linesOf(root, new Set(['county', 'east']), below);

test.for([
  ['ArrowDown', 0, { kind: 'go', to: 1 }],
  ['ArrowDown', 4, { kind: 'go', to: 4 }],
  ['ArrowUp', 0, { kind: 'go', to: 0 }],
  ['End', 0, { kind: 'go', to: 4 }],
  ['Home', 3, { kind: 'go', to: 0 }],
  ['ArrowRight', 4, { kind: 'open' }],
  ['ArrowRight', 1, { kind: 'go', to: 2 }],
  ['ArrowRight', 2, undefined],
  ['ArrowLeft', 1, { kind: 'close' }],
  ['ArrowLeft', 2, { kind: 'go', to: 1 }],
  ['ArrowLeft', 4, { kind: 'go', to: 0 }],
  ['Enter', 2, { kind: 'choose' }],
  ['x', 2, undefined],
] as const)('%s on line %i', ([key, at, step]) => {
  expect(stepOf(key, at, lines)).toEqual(step);
});

test.for([
  ['w', 0, 2],
  ['w', 2, 4],
  ['we', 2, 4],
  ['flag', 0, 3],
  ['nobody', 0, undefined],
] as const)('typing %s from line %i', ([typed, at, found]) => {
  expect(lineNamed(typed, at, lines)).toBe(found);
});
