import type { ReactNode } from 'react';

/** 页头: the page's only h1, what it is about in a line, and its actions at the right. Sets the document's title too. */
export function PageHead({ title, lead, actions, back }: { title: string; lead?: ReactNode; actions?: ReactNode; back?: ReactNode }) {
  return (
    <header className="page-head">
      <title>{`${title} · 夯基`}</title>
      <div className="page-head-words">
        {back && <div className="page-head-back no-print">{back}</div>}
        <h1>{title}</h1>
        {lead && <div className="quiet">{lead}</div>}
      </div>
      {actions && <div className="page-head-actions no-print">{actions}</div>}
    </header>
  );
}
