import { expect, test } from 'vitest';
import { queryText, queryWords } from './address.ts';
import { numberIn, pageIn, textIn, wordOf, wordsOf, yesIn } from './search.ts';

test('filters come back from the address as they went in', () => {
  expect(queryText({ q: '村', states: ['drafting', 'issued'], page: 2, year: undefined, empty: '' })).toBe('?q=%E6%9D%91&states=drafting&states=issued&page=2');
  expect(queryWords('?q=%E6%9D%91&states=drafting&states=issued&page=2')).toEqual({ q: '村', states: ['drafting', 'issued'], page: '2' });
  expect(queryText({})).toBe('');
});

test('whatever somebody typed into the address, a page gets something usable', () => {
  expect([textIn(undefined), textIn(['a', 'b']), textIn('a')]).toEqual(['', '', 'a']);
  expect([numberIn('12'), numberIn('1.5'), numberIn('x'), numberIn(''), numberIn(undefined)]).toEqual([12, undefined, undefined, undefined, undefined]);
  expect([pageIn('0'), pageIn('-3'), pageIn('x'), pageIn('7')]).toEqual([1, 1, 1, 7]);
  expect(wordsOf(['a', 'b'], ['b', 'c'])).toEqual(['b']);
  expect(wordsOf(['a', 'b'], 'c')).toBeUndefined();
  expect(wordOf(['a', 'b'], 'a')).toBe('a');
});

test('reading twice is reading once', () => {
  expect([numberIn(numberIn('12')), pageIn(pageIn('3')), yesIn(yesIn('true')), wordsOf(['a', 'b'], wordsOf(['a', 'b'], 'b'))]).toEqual([12, 3, true, ['b']]);
  expect([yesIn('false'), yesIn(undefined)]).toEqual([undefined, undefined]);
});
