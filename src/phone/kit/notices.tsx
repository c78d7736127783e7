import { type ReactNode, useEffect, useRef } from 'react';
import type { Reading, Refused } from '#phone/api';
import { Button } from './Button.tsx';

/** What the server said no to（未能办理）: its own sentence, its article, and for a stale page a way to refresh that keeps what was typed. */
export function Problem({ error, onRefresh }: { error: Refused | undefined; onRefresh?: (() => void) | undefined }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error) box.current?.scrollIntoView({ block: 'nearest' });
  }, [error]);
  if (!error) return null;
  return (
    <div className="notice bad" role="alert" ref={box}>
      <p>{error.message}</p>
      {error.article && <p className="source">依据：{error.article}</p>}
      {error.isStale && onRefresh && <Button onClick={onRefresh}>刷新（您填的内容还在）</Button>}
    </div>
  );
}

/** Something to know before going on（提示）. */
export const Notice = ({ children }: { children: ReactNode }) => <div className="notice">{children}</div>;

/** It is done（办好了）: what was done, its number, and what happens next. */
export function Done({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="done" role="status">
      <p className="title">
        <span aria-hidden="true">✓ </span>
        {title}
      </p>
      {children}
    </div>
  );
}

/** Words and what they stand for（要素表）; what is empty is left out. */
export function Facts({ of }: { of: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className="facts">
      {of
        .filter(([, value]) => value !== null && value !== undefined && value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

/** What was read, or why it could not be. */
export function Loaded<T>({ of, children }: { of: Reading<T>; children: (data: T) => ReactNode }) {
  if (of.data === undefined && of.error) {
    return (
      <>
        <Problem error={of.error} />
        <Button onClick={() => of.reload()}>再试一次</Button>
      </>
    );
  }
  if (of.data === undefined) return <p className="quiet">正在读取……</p>;
  return children(of.data);
}
