import { expect, test } from 'vitest';
import { decideRetry } from './retry.ts';

test.for([
  ['failed', true],
  ['running', false],
  ['waiting', false],
  [undefined, false],
] as const)('a job that is %s may be retried: %s', ([state, may]) => {
  expect(decideRetry(state).ok).toBe(may);
});
