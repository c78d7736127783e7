import { expect, test } from 'vitest';
import { decideAppointment, decideDeparture } from './appointment.ts';

const seat = (to: string | null) => ({ postId: 'p', last: { name: '王小明', from: '2020-01-01', to } });

test.for([
  ['a post that nobody ever held', 'secretary', [{ postId: 'p', last: null }], 'p'],
  ['no such post yet', 'secretary', [], null],
  ['on the day the last one left', 'secretary', [seat('2026-03-01')], 'p'],
  ['a day before the last one leaves', 'secretary', [seat('2026-03-02')], 'post.days-out-of-order'],
  ['somebody holds it', 'secretary', [seat(null)], 'post.held'],
  ['a second deputy', 'deputy-secretary', [seat(null)], null],
  ['the second seat is vacant', 'deputy-secretary', [seat(null), { postId: 'q', last: null }], 'q'],
] as const)('%s', ([, title, seats, expected]) => {
  const decision = decideAppointment(title, seats, '2026-03-01');
  expect(decision.ok ? decision.value : decision.refusal.code).toBe(expected);
});

test('one leaves after coming, and only who holds the post', () => {
  expect(decideDeparture({ from: '2026-01-01' }, '2026-01-02').ok).toBe(true);
  expect(decideDeparture({ from: '2026-01-01' }, '2026-01-01')).toMatchObject({ refusal: { code: 'post.left-before-coming' } });
  expect(decideDeparture(undefined, '2026-01-01')).toMatchObject({ refusal: { code: 'post.vacant' } });
});
