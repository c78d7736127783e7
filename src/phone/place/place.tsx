import type { MouseEvent, ReactNode } from 'react';
import { useSyncExternalStore } from 'react';

const moved = 'hangji-moved';

const subscribe = (listener: () => void) => {
  addEventListener('popstate', listener);
  addEventListener(moved, listener);
  return () => {
    removeEventListener('popstate', listener);
    removeEventListener(moved, listener);
  };
};

/** The address in the browser（当前地址）, path and query; every page of the phone is a function of it. */
export function useAddress(): URL {
  return new URL(useSyncExternalStore(subscribe, () => location.href));
}

export function go(address: string): void {
  history.pushState(null, '', address);
  arrive();
}

/** Go there without a way back, after a page that must not be sent twice. */
export function replace(address: string): void {
  history.replaceState(null, '', address);
  arrive();
}

function arrive() {
  popped = false;
  scrolled.delete(location.href);
  dispatchEvent(new Event(moved));
  // A reader of the screen hears the new page's heading.
  requestAnimationFrame(() => document.querySelector<HTMLElement>('h1')?.focus());
}

/** How far down each address was when it was left; going back finds the same line again. */
const scrolled = new Map<string, number>();
let popped = false;
addEventListener('popstate', () => {
  popped = true;
});

export const keepScroll = (page: HTMLElement): void => void scrolled.set(location.href, page.scrollTop);

export function scrollKept(page: HTMLElement | null): void {
  if (page && popped) page.scrollTop = scrolled.get(location.href) ?? 0;
}

/** A link inside the phone front end; opening it in a new tab works as everywhere. */
export function Link({ to, className, children, current }: { to: string; className?: string; children: ReactNode; current?: boolean }) {
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    go(to);
  };
  return (
    <a href={to} className={className} onClick={follow} aria-current={current ? 'page' : undefined}>
      {children}
    </a>
  );
}
