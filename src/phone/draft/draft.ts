import { useState } from 'react';

const prefix = 'hangji.draft.';

export interface Draft<T> {
  value: T;
  /** change what is on the screen */
  change(part: Partial<T>): void;
  /** put it away on this phone: called on every blur */
  save(): void;
  /** it was delivered, or is not wanted any more */
  clear(): void;
  /** it was found on this phone, from an earlier visit */
  found: boolean;
}

/** What was typed and not yet sent（草稿）, kept on this phone until it is delivered or its owner signs out. @param name - whose, and of what */
export function useDraft<T extends object>(name: string, empty: () => T): Draft<T> {
  const [{ value, found }, setState] = useState(() => readDraft(name, empty));
  return {
    value,
    found,
    change: (part) => setState((state) => ({ ...state, value: { ...state.value, ...part } })),
    save: () => writeDraft(name, value),
    clear: () => {
      clearDraft(name);
      setState({ value: empty(), found: false });
    },
  };
}

function readDraft<T extends object>(name: string, empty: () => T): { value: T; found: boolean } {
  try {
    const text = localStorage.getItem(prefix + name);
    return text ? { value: { ...empty(), ...JSON.parse(text) }, found: true } : { value: empty(), found: false };
  } catch {
    return { value: empty(), found: false };
  }
}

function writeDraft(name: string, value: object): void {
  try {
    localStorage.setItem(prefix + name, JSON.stringify(value));
  } catch {
    // A phone that keeps nothing still sends.
  }
}

export function clearDraft(name: string): void {
  localStorage.removeItem(prefix + name);
}

/** Leave nothing behind（退出登录时清空草稿）. */
export function clearDrafts(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
}
