import { expect, test } from 'vitest';
import { decidePhone, maskIdNumber, maskName, maskPhone } from './masks.ts';

test.for([
  ['王小明', '王*明'],
  ['王明', '王*'],
  ['欧阳明月', '欧**月'],
  ['王', '王'],
  ['𠮷田明', '𠮷*明'],
  ['', ''],
] as const)('%s is shown as %s', ([name, mask]) => expect(maskName(name)).toBe(mask));

test('numbers keep their two ends', () => {
  expect(maskIdNumber('11010519491231002X')).toBe('110105********002X');
  expect(maskPhone('13812341234')).toBe('138****1234');
});

test.for([
  ['13812341234', true],
  ['138 1234-1234', true],
  ['12812341234', false],
  ['1381234123', false],
  ['138123412345', false],
] as const)('%s is a phone number: %s', ([text, ok]) => expect(decidePhone(text).ok).toBe(ok));
