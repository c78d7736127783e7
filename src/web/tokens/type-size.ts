import { useSyncExternalStore } from 'react';

/** 字号: 标准, 大字, 特大; remembered in this browser. */
export const typeSizes = ['standard', 'large', 'huge'] as const;
export type TypeSize = (typeof typeSizes)[number];
export const typeSizeLabel: Record<TypeSize, string> = { standard: '标准', large: '大字', huge: '特大' };

const kept = 'hangji.type-size';
const listeners = new Set<() => void>();

function remembered(): TypeSize {
  const word = localStorage.getItem(kept);
  return typeSizes.find((size) => size === word) ?? 'standard';
}

/** Change the type size（切换字号）for this and every later visit. */
export function setTypeSize(size: TypeSize): void {
  localStorage.setItem(kept, size);
  document.documentElement.dataset.size = size;
  for (const listener of listeners) listener();
}

/** Apply the remembered size before the first paint. */
export const applyTypeSize = (): void => setTypeSize(remembered());

export function useTypeSize(): TypeSize {
  return useSyncExternalStore(subscribe, remembered);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
