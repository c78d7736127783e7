import { useRef } from 'react';
import { type Keys, useKeys } from '#web/parts';
import { type ListEditor, shownIds } from './use-list-editor.ts';

interface Around {
  onHelp(): void;
  /** told before another item becomes the current one */
  onGo?: () => void;
  /** keys of the page around the list */
  more?: Keys;
}

/** 快捷键 of a list that is being written; what `?` shows is in `HelpDialog.tsx`. */
export function useListKeys(editor: ListEditor, { onHelp, onGo, more = {} }: Around): void {
  const { list, current, selected, shown, actions, mayEdit } = editor;
  const visible = shownIds(editor);
  const from = useRef<string | undefined>(undefined);

  const go = (id: string | undefined) => {
    if (!id) return;
    actions.setCurrent(id);
    onGo?.();
    requestAnimationFrame(() => document.getElementById(`item-${id}`)?.focus());
  };
  const step = (by: number) => {
    const at = current ? visible.indexOf(current) : -1;
    go(visible[at < 0 ? 0 : Math.min(Math.max(at + by, 0), visible.length - 1)]);
  };
  const chosen = selected.size > 0 ? [...selected] : current ? [current] : [];

  const reading = { J: () => step(1), K: () => step(-1), '?': onHelp, 'Shift+?': onHelp };
  const editing = {
    E: () => current && actions.edit(current, 'goal'),
    X: () => {
      if (!current) return;
      actions.toggle(current);
      from.current = current;
    },
    'Shift+X': () => {
      const start = visible.indexOf(from.current ?? current ?? '');
      const end = visible.indexOf(current ?? '');
      if (start < 0 || end < 0) return;
      actions.setSelected(new Set([...selected, ...visible.slice(Math.min(start, end), Math.max(start, end) + 1)]));
    },
    'Ctrl+A': (event: KeyboardEvent) => {
      if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) {
        event.target.select();
        return;
      }
      actions.setSelected(new Set(visible));
    },
    A: () => void actions.acceptSuggestions(chosen),
    C: () => void actions.confirm(chosen),
    M: () => selected.size > 1 && actions.askMerge([...selected]),
    S: () => current && actions.askSplit(current),
    'Alt+ArrowUp': () => current && void actions.move(current, -1),
    'Alt+ArrowDown': () => current && void actions.move(current, 1),
    D: () => current && void actions.remove(current),
    Delete: () => current && void actions.remove(current),
    Z: () => void actions.restore(),
    O: () => actions.setShown({ ...shown, onlyGaps: !shown.onlyGaps }),
    '/': () => document.querySelector<HTMLInputElement>('[data-item-search]')?.focus(),
    'Ctrl+S': () => void list.saveAll(),
  };
  useKeys(mayEdit ? { ...reading, ...editing, ...more } : reading);
  useKeys(
    {
      Enter: (event) =>
        event.target instanceof HTMLElement && event.target.matches('article.item') && current ? actions.edit(current, 'goal') : activate(event),
    },
    mayEdit,
  );
}

/** Enter on anything but an item does what it always does. */
function activate(event: KeyboardEvent): void {
  if (event.target instanceof HTMLButtonElement || event.target instanceof HTMLAnchorElement) event.target.click();
}
