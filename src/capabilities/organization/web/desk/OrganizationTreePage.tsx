import './organization.css';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, Suspense, useDeferredValue, useState } from 'react';
import { Go, type PageProps, useLeave } from '#web/page';
import { dayText, ExportButton, PageHead, Refused, SearchField } from '#web/parts';
import { useMe } from '#web/session';
import { fieldLabel, formLabel, kindLabel } from '../../rules/words.ts';
import { organizations } from '../queries.ts';
import { AddOrganization } from './AddOrganization.tsx';
import type { OrganizationSearch } from './index.ts';
import { OrganizationPath } from './OrganizationPath.tsx';
import { OrgTree } from './OrgTree.tsx';
import { useTree } from './use-tree.ts';

interface Props extends Pick<PageProps<unknown, OrganizationSearch>, 'search' | 'setSearch'> {
  organizationId: string;
  /** what other capabilities know of it: body, members, items */
  sections(organizationId: string): ReactNode;
  /** other ways from here, beside the heading */
  links: ReactNode;
}

/** 组织与党员: the tree left, what is chosen right; the address says which. */
export function OrganizationTreePage({ organizationId, search, setSearch, sections, links }: Props) {
  const me = useMe();
  const leave = useLeave();
  const { data: root } = useSuspenseQuery(organizations.readOrganization.queryOptions({ input: { organizationId: me.organizationId } }));
  const shownId = useDeferredValue(organizationId);
  const { data: shown } = useSuspenseQuery(organizations.readOrganization.queryOptions({ input: { organizationId: shownId } }));
  const tree = useTree(
    root,
    shown.ancestors.map(({ id }) => id),
  );
  // What the words find everywhere, else the chosen organization with everything below it.
  const exported = search.q ? { organizationId: me.organizationId, q: search.q } : { organizationId: shownId };
  const choose = (id: string) => leave(`/org/${id}`);

  return (
    <>
      <PageHead
        title="组织与党员"
        actions={
          <>
            {links}
            <ExportButton fetchFile={() => organizations.exportOrganizations.call(exported)} />
          </>
        }
      />
      <div className="org-page">
        <section className="panel org-side" aria-label="党组织">
          <SearchField label="按名称查找" value={search.q} onSearch={(q) => setSearch({ q })} />
          <Refused error={tree.failed} />
          {search.q ? (
            <Suspense fallback={<p>正在查找…</p>}>
              <FoundOrganizations words={search.q} />
            </Suspense>
          ) : (
            <OrgTree label="组织树" lines={tree.lines} chosen={organizationId} onChoose={choose} onExpand={tree.expand} onCollapse={tree.collapse} />
          )}
        </section>
        <div className="org-detail">
          <Chosen organizationId={shownId} onAdded={(parent) => tree.reload(parent)} />
          {sections(shownId)}
        </div>
      </div>
    </>
  );
}

function FoundOrganizations({ words }: { words: string }) {
  const me = useMe();
  const { data } = useSuspenseQuery(organizations.searchOrganizations.queryOptions({ input: { organizationId: me.organizationId, q: words, size: 50 } }));
  return (
    <div className="table-scroll">
      <p className="quiet" role="status">
        找到 {data.total} 个{data.total > data.rows.length && `，显示前 ${data.rows.length} 个`}
      </p>
      <ul className="org-found">
        {data.rows.map(({ id, name, parentName }) => (
          <li key={id}>
            <Go to={`/org/${id}`}>{name}</Go>
            <br />
            <span className="quiet">{parentName}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Chosen({ organizationId, onAdded }: { organizationId: string; onAdded(parent: string): void }) {
  const { data } = useSuspenseQuery(organizations.readOrganization.queryOptions({ input: { organizationId } }));
  const [adding, setAdding] = useState(false);
  return (
    <section className="panel" aria-labelledby="chosen">
      <div className="page-head">
        <div className="page-head-words">
          {data.ancestors.length > 0 && <OrganizationPath organizationId={organizationId} address={(id) => `/org/${id}`} />}
          <h2 id="chosen">{data.name}</h2>
        </div>
        {data.may.includes('add') && (
          <div className="page-head-actions">
            <Button onClick={() => setAdding(true)}>登记下级党组织</Button>
          </div>
        )}
      </div>
      <dl className="org-facts">
        <div>
          <dt>类别</dt>
          <dd>
            {kindLabel[data.kind]}
            {data.form !== 'ordinary' && `（${formLabel[data.form]}）`}
          </dd>
        </div>
        <div>
          <dt>领域</dt>
          <dd>{fieldLabel[data.field]}</dd>
        </div>
        <div>
          <dt>委员会</dt>
          <dd>{data.hasCommittee ? '设委员会' : '不设委员会'}</dd>
        </div>
        <div>
          <dt>成立</dt>
          <dd>{dayText(data.setUpOn)}</dd>
        </div>
        <div>
          <dt>直接下级</dt>
          <dd>{data.children} 个</dd>
        </div>
      </dl>
      {adding && <AddOrganization parent={data} onClose={() => setAdding(false)} onAdded={() => onAdded(organizationId)} />}
    </section>
  );
}
