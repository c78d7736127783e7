import { useEffect, useRef } from 'react';

export type Keys = Record<string, (event: KeyboardEvent) => void>;

const nameOf = ({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): string =>
  `${ctrlKey || metaKey ? 'Ctrl+' : ''}${altKey ? 'Alt+' : ''}${shiftKey && key.length > 1 ? 'Shift+' : ''}${key.length === 1 ? key.toUpperCase() : key}`;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest('input:not([type=checkbox]):not([type=radio]),textarea,select,[role=combobox],[role=listbox]') !== null);

/**
 * Listen to keys（快捷键）while the page is shown: `J`, `Shift+X`, `Alt+ArrowUp`, `Ctrl+K`. Letters are named in capitals,
 * with `Shift+` only where it is held. Silent while somebody types or a dialog is open, except for keys with Ctrl.
 */
export function useKeys(keys: Keys, enabled = true): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    if (!enabled) return;
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const plain = nameOf(event);
      const shifted = event.shiftKey && event.key.length === 1 ? `Shift+${plain}` : plain;
      const act = latest.current[shifted] ?? (/^[^A-Z]$/.test(plain) ? latest.current[plain] : undefined);
      if (!act) return;
      if (!event.ctrlKey && !event.metaKey && (isTyping(event.target) || document.querySelector('dialog[open]'))) return;
      event.preventDefault();
      act(event);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [enabled]);
}
