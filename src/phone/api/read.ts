import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { Refused } from './refused.ts';

/** What was read last, by key, so that going back shows it at once. It lives as long as the page, and no longer. */
const kept = new Map<string, unknown>();
const listeners = new Set<() => void>();
let signedOut = false;

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Remember what the server answered to a change, so that nothing must be read again. */
export function keep(key: string, value: unknown): void {
  kept.set(key, value);
  signedOut = false;
  tell();
}

/** Forget everything（退出登录时清空）. */
export function forgetAll(): void {
  kept.clear();
  tell();
}

const tell = () => {
  for (const listener of listeners) listener();
};

/** Has the session ended（登录失效）? Whatever answered 401 says so; the next answer that comes takes it back. */
export const useSignedOut = (): boolean => useSyncExternalStore(subscribe, () => signedOut);

export interface Reading<T> {
  data: T | undefined;
  error: Refused | undefined;
  /** read it again */
  reload(): Promise<void>;
}

/** Read from the server, and again whenever the page comes back into view. @param key - what is read; undefined reads nothing */
export function useRead<T>(key: string | undefined, read: () => Promise<T>): Reading<T> {
  const data = useSyncExternalStore(subscribe, () => (key === undefined ? undefined : (kept.get(key) as T | undefined)));
  const [error, setError] = useState<Refused>();

  // The key says everything that the reading depends on.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `read` is a new function at every drawing
  const reload = useCallback(async () => {
    if (key === undefined) return;
    try {
      keep(key, await read());
      setError(undefined);
    } catch (problem) {
      setError(refusedOf(problem));
    }
  }, [key]);

  useEffect(() => {
    setError(undefined);
    reload();
    const again = () => {
      if (document.visibilityState === 'visible') reload();
    };
    document.addEventListener('visibilitychange', again);
    return () => document.removeEventListener('visibilitychange', again);
  }, [reload]);

  return { data, error, reload };
}

/** What went wrong, in words; an ended session leaves nothing of its owner on the screen. */
export function refusedOf(problem: unknown): Refused {
  const refused = problem instanceof Refused ? problem : new Refused(0, 'FAULT', '页面出错了，这一步没有保存。请刷新后再试。');
  if (refused.status === 401) {
    signedOut = true;
    forgetAll();
  }
  return refused;
}
