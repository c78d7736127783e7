import { createContext, type ReactNode, use, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { keepScroll, Link, scrollKept } from '#phone/place';
import { SizeButton } from './size.tsx';

interface PageProps {
  title: string;
  /** under the title: whose page it is */
  about?: string | undefined;
  back?: { to: string; label: string } | undefined;
  /** what stands at the bottom, in reach of the thumb, where the page has no action of its own */
  bottom?: ReactNode;
  children: ReactNode;
}

const Bottom = createContext<HTMLElement | null>(null);

/**
 * The frame of every phone page（页面框架）: where am I, a way back, the size of the type, and the page itself.
 *
 * The page scrolls above the bottom bar and never under it, so that nothing to be touched is ever half covered.
 */
export function Page({ title, about, back, bottom: nav, children }: PageProps) {
  const [bottom, setBottom] = useState<HTMLElement | null>(null);
  useEffect(() => {
    document.title = `${title} · 夯基`;
  }, [title]);
  return (
    <>
      <div className="page" ref={scrollKept} onScroll={(event) => keepScroll(event.currentTarget)}>
        <header className="head">
          <div className="titles">
            <h1 tabIndex={-1}>{title}</h1>
            {about && <p>{about}</p>}
          </div>
          <SizeButton />
        </header>
        {back && (
          <nav aria-label="返回" className="back">
            <Link to={back.to}>
              <span aria-hidden="true">‹ </span>
              {back.label}
            </Link>
          </nav>
        )}
        <main>
          <Bottom value={bottom}>{children}</Bottom>
        </main>
        <footer className="foot">
          <Link to="/m/suggestion">意见建议</Link>
        </footer>
      </div>
      <div ref={setBottom} className="bottom">
        {nav}
      </div>
    </>
  );
}

export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** The next step（办理按钮）, at the bottom. A button that sends a form names it: `form={stepForm}`. */
export function Actions({ children }: { children: ReactNode }) {
  const bottom = use(Bottom);
  return bottom && createPortal(<div className="actions">{children}</div>, bottom);
}

/** The id of the one form on a page. */
export const stepForm = 'step';
