/** Write filters into an address（地址栏参数）: plain words, repeated for lists; empty ones are left out. */
export function queryText(search: Record<string, unknown>): string {
  const words = new URLSearchParams();
  for (const [key, value] of Object.entries(search)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') words.append(key, String(one));
    }
  }
  const text = words.toString();
  return text ? `?${text}` : '';
}

/** Read them back: words, or lists of words; a page's search schema makes numbers of them. */
export function queryWords(text: string): Record<string, unknown> {
  const words = new URLSearchParams(text);
  return Object.fromEntries([...new Set(words.keys())].map((key) => [key, words.getAll(key).length > 1 ? words.getAll(key) : words.get(key)]));
}
