import { expect, test } from 'vitest';
import { sizeAdvice } from './size.ts';

const branch = { kind: 'branch', field: 'village', fullMembers: 20, members: 21, hasCommittee: true } as const;

test.for([
  ['an ordinary branch', branch, 0],
  ['two full members left mid-term', { ...branch, fullMembers: 2, members: 6 }, 1],
  ['three are enough', { ...branch, fullMembers: 3, members: 3, hasCommittee: false }, 0],
  ['a joint branch may have two', { ...branch, kind: 'joint-branch', fullMembers: 2 }, 0],
  ['six need no committee', { ...branch, fullMembers: 6, hasCommittee: false }, 0],
  ['seven need one', { ...branch, fullMembers: 7, hasCommittee: false }, 1],
  ['fifty with probationary members', { ...branch, members: 50 }, 0],
  ['fifty-one with probationary members', { ...branch, members: 51 }, 1],
  ['a committee is not a branch', { ...branch, kind: 'committee', members: 900 }, 0],
] as const)('%s', ([, size, count]) => expect(sizeAdvice(size)).toHaveLength(count));
