import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkDigitOf, decideIdNumber } from './id-number.ts';

const bearer = { bornOn: '1949-12-31', sex: '2', simulated: false } as const;

test.for([
  ["the standard's own example", '11010519491231002X', bearer, '11010519491231002X'],
  ['a lower-case x is accepted', '11010519491231002x', bearer, '11010519491231002X'],
  ['spaces around are not part of it', ' 11010519491231002X ', bearer, '11010519491231002X'],
  ['fifteen digits of before 1999', '110105491231002', bearer, '应为 18 位，现为 15 位'],
  ['a letter inside', '1101051949123100AX', bearer, '只能是 17 位数字加一位数字或 X'],
  ['a wrong check digit', '110105194912310021', bearer, '末位校验码不符，至少有一位抄错'],
  ['two neighbours exchanged', '11010519491213002X', bearer, '末位校验码不符，至少有一位抄错'],
  ['no such day', '11010519490231002X', bearer, '第 7 至 14 位不是一个日期'],
  ['another birthday', '11010519491231002X', { ...bearer, bornOn: '1949-12-30' }, '里的出生日期 1949-12-31 与所填 1949-12-30 不一致'],
  ['another sex', '11010519491231002X', { ...bearer, sex: '1' }, '第 17 位表示的性别与所填不一致'],
  ['no such area', `99999919491231002${checkDigitOf('99999919491231002')}`, bearer, '的地区码 999999 不存在'],
  ['a composed number in a simulated installation', `99999919491231002${checkDigitOf('99999919491231002')}`, { ...bearer, simulated: true }, 'same'],
  ['a real one in a simulated installation', '11010519491231002X', { ...bearer, simulated: true }, '的地区码须为 999999：演示系统不登记真实号码'],
] as const)('%s', ([, text, who, expected]) => {
  const decision = decideIdNumber(text, who);
  expect(decision.ok ? decision.value : decision.refusal.facts.problem).toBe(expected === 'same' ? text : expected);
});

test('any single wrong digit is found', () => {
  const digit = fc.integer({ min: 0, max: 9 });
  fc.assert(
    fc.property(fc.array(digit, { minLength: 17, maxLength: 17 }), fc.nat(16), fc.integer({ min: 1, max: 9 }), (digits, at, shift) => {
      const other = digits.map((value, index) => (index === at ? (value + shift) % 10 : value));
      expect(checkDigitOf(other.join(''))).not.toBe(checkDigitOf(digits.join('')));
    }),
  );
});
