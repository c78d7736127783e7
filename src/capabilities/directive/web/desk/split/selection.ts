/** Which stretch of the text is selected（划选范围）, in offsets of the file; nothing when it is empty or outside. */
export function selectedSpan(pane: HTMLElement, text: string): { start: number; end: number } | undefined {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  if (!pane.contains(range.commonAncestorContainer)) return undefined;

  let start = Number.POSITIVE_INFINITY;
  let end = -1;
  for (const piece of pane.querySelectorAll<HTMLElement>('[data-start]')) {
    const words = piece.firstChild;
    if (!(words instanceof Text) || !range.intersectsNode(words)) continue;
    const from = words === range.startContainer ? range.startOffset : 0;
    const to = words === range.endContainer ? range.endOffset : words.length;
    // A triple click ends before the first letter of the next paragraph: that letter is not selected.
    if (to <= from || range.comparePoint(words, Math.min(from + 1, words.length)) > 0) continue;
    const offset = Number(piece.dataset.start);
    start = Math.min(start, offset + from);
    end = Math.max(end, offset + to);
  }
  return end < 0 ? undefined : trimmed(text, start, end);
}

function trimmed(text: string, start: number, end: number): { start: number; end: number } | undefined {
  const words = text.slice(start, end);
  const from = start + (words.length - words.trimStart().length);
  const to = end - (words.length - words.trimEnd().length);
  return from < to ? { start: from, end: to } : undefined;
}
