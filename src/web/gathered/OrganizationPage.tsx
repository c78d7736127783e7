import { useNavigate } from '@tanstack/react-router';
import { Suspense, useEffect } from 'react';
import { MemberCounts } from '#member/desk';
import { type OrganizationSearch, OrganizationTreePage } from '#organization/desk';
import { LeadingBody } from '#post/desk';
import { Go, type PageProps, queryText } from '#web/page';
import { type Session, useMe } from '#web/session';
import { LampsBelow } from '#work-item/desk';

/** 组织与党员: what each capability knows of the chosen organization, for whoever may see it. */
export function OrganizationPage({ params, search, setSearch }: PageProps<{ id: string }, OrganizationSearch>) {
  const me = useMe();
  return (
    <OrganizationTreePage
      organizationId={params.id}
      search={search}
      setSearch={setSearch}
      sections={(organizationId) => <Sections key={organizationId} organizationId={organizationId} me={me} />}
      links={<Links organizationId={params.id} me={me} />}
    />
  );
}

/** One's own organization has an address like every other, so that choosing another does not draw the tree anew. */
export function OwnOrganizationPage({ search }: PageProps<unknown, OrganizationSearch>) {
  const { organizationId } = useMe();
  const navigate = useNavigate();
  const address = `/org/${organizationId}${queryText(search)}`;
  useEffect(() => void navigate({ href: address, replace: true }), [navigate, address]);
  return null;
}

function Sections({ organizationId, me }: { organizationId: string; me: Session }) {
  return (
    <Suspense fallback={<p className="panel">正在读取……</p>}>
      {me.may('work-item.read') && (
        <section className="panel" aria-labelledby="items">
          <h2 id="items">任务</h2>
          <LampsBelow organizationId={organizationId} />
        </section>
      )}
      {me.may('post.read') && <LeadingBody organizationId={organizationId} />}
      {me.may('member.count') && <MemberCounts organizationId={organizationId} />}
    </Suspense>
  );
}

const Links = ({ organizationId, me }: { organizationId: string; me: Session }) => (
  <>
    {me.may('member.read') && <Go to={`/members?at=${organizationId}`}>党员名册</Go>}
    {me.may('unit.read') && <Go to={`/units?at=${organizationId}`}>单位名录</Go>}
    {me.may('indicator.read') && <Go to={`/indicators?at=${organizationId}`}>指标</Go>}
  </>
);
