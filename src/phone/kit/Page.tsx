import { type ReactNode, useEffect } from 'react';
import { Link } from '#phone/place';
import { SizeButton } from './size.tsx';

interface PageProps {
  title: string;
  /** under the title: whose page it is */
  about?: string | undefined;
  back?: { to: string; label: string } | undefined;
  children: ReactNode;
}

/** The frame of every phone page（页面框架）: where am I, a way back, the size of the type, and the page itself. */
export function Page({ title, about, back, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · 夯基`;
  }, [title]);
  return (
    <>
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
      <main>{children}</main>
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

/** The next step（办理按钮）, always in reach of the thumb. */
export const Actions = ({ children }: { children: ReactNode }) => <div className="actions">{children}</div>;
