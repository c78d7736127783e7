import { useRef } from 'react';
import { useKeys } from '#web/parts';
import type { Editor } from './use-editor.ts';
import { standingOf } from './words.ts';

interface Doing {
  visible: readonly string[];
  onSplit(id: string): void;
  onDrop(id: string): void;
  onMerge(ids: readonly string[]): void;
  onSettle(clauseIds: string[]): void;
  onHelp(): void;
  onOnlyGaps(): void;
}

/** 快捷键 of the split editor; the list that `?` shows is in `dialogs.tsx`. */
export function useEditorKeys(editor: Editor, { visible, onSplit, onDrop, onMerge, onSettle, onHelp, onOnlyGaps }: Doing): void {
  const { list, current, currentClause, clauses, selected, actions, mayEdit } = editor;
  const from = useRef<string | undefined>(undefined);

  const go = (id: string | undefined) => {
    if (!id) return;
    actions.setCurrent(id);
    actions.setCurrentClause(undefined);
    requestAnimationFrame(() => document.getElementById(`item-${id}`)?.focus());
  };
  const step = (by: number) => {
    const at = current ? visible.indexOf(current) : -1;
    go(visible[at < 0 ? 0 : Math.min(Math.max(at + by, 0), visible.length - 1)]);
  };
  const walk = (by: 1 | -1, onlyOpen: boolean) => {
    const walked = clauses.filter((clause) => clause.end > clause.start && (!onlyOpen || standingOf(clause) === 'open' || clause.id === currentClause));
    const at = walked.findIndex(({ id }) => id === currentClause);
    const next = walked[at < 0 ? 0 : at + by];
    if (!next) return;
    actions.setCurrentClause(next.id);
    document.querySelector(`[data-clause="${next.id}"]`)?.scrollIntoView({ block: 'center' });
  };
  const clause = clauses.find(({ id }) => id === currentClause);
  const chosen = selected.size > 0 ? [...selected] : current ? [current] : [];
  const press = (label: string) =>
    [...document.querySelectorAll<HTMLButtonElement>('.clause-bar button')]
      .find((button) => button.textContent?.startsWith(label) && !button.disabled)
      ?.click();

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
    M: () => selected.size > 1 && onMerge([...selected]),
    S: () => current && onSplit(current),
    'Alt+ArrowUp': () => current && void actions.move(current, -1),
    'Alt+ArrowDown': () => current && void actions.move(current, 1),
    N: () => {
      if (clause && standingOf(clause) === 'open') onSettle([clause.id]);
      else if (current) onDrop(current);
    },
    D: () => current && void actions.remove(current),
    Delete: () => current && void actions.remove(current),
    Z: () => void actions.restore(),
    '[': () => walk(-1, true),
    ']': () => walk(1, true),
    'Shift+{': () => walk(-1, false),
    'Shift+}': () => walk(1, false),
    B: () => press('建条目'),
    I: () => press('并入'),
    O: onOnlyGaps,
    '/': () => document.querySelector<HTMLInputElement>('[data-item-search]')?.focus(),
    'Ctrl+S': () => void list.saveAll(),
  };
  useKeys(mayEdit ? { ...reading, ...editing } : reading);
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
