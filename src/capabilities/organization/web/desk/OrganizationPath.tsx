import { useSuspenseQuery } from '@tanstack/react-query';
import { Go } from '#web/page';
import { organizations } from '../queries.ts';

/** 所在位置: those above, each a link, down to this one. Above one's own organization nothing is shown. */
export function OrganizationPath({ organizationId, address }: { organizationId: string; address(organizationId: string): string }) {
  const { data } = useSuspenseQuery(organizations.readOrganization.queryOptions({ input: { organizationId }, staleTime: 60_000 }));
  return (
    <nav aria-label="所在位置" className="organization-path">
      {data.ancestors.map(({ id, name }) => (
        <span key={id}>
          <Go to={address(id)}>{name}</Go> ›{' '}
        </span>
      ))}
      <span aria-current="page">{data.name}</span>
    </nav>
  );
}
