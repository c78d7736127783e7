/** Building patterns from word lists. */

/** Any of the words, the longest first; a look at the first character spares most positions the list. */
export function anyOf(words: string): string {
  const list = [...new Set(words.trim().split(/\s+/))].sort((a, b) => b.length - a.length);
  const firsts = [...new Set(list.map((word) => word[0]))].join('').replace(/[\]\\^-]/g, '\\$&');
  return `(?=[${firsts}])(?:${list.join('|')})`;
}
