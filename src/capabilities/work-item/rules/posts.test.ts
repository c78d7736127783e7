import { expect, test } from 'vitest';
import { postMeant } from './posts.ts';

test.for([
  ['党委书记', 'secretary'],
  ['党（工）委副书记', 'deputy-secretary'],
  ['第一书记', 'first-secretary'],
  ['组织委员', 'organization-member'],
  ['纪委书记', 'discipline-member'],
  ['驻村工作队', undefined],
] as const)('%s', ([text, post]) => {
  expect(postMeant(text)).toBe(post);
});
