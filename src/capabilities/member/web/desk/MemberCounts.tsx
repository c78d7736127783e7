import { useSuspenseQuery } from '@tanstack/react-query';
import { Go } from '#web/page';
import { useMe } from '#web/session';
import { members } from '../queries.ts';

/** 党员数: each number opens the members behind it. */
export function MemberCounts({ organizationId }: { organizationId: string }) {
  const { may } = useMe();
  const { data } = useSuspenseQuery(members.countMembers.queryOptions({ input: { organizationId } }));
  const counted = [
    ['正式党员', data.full, 'kind=full'],
    ['预备党员', data.probationary, 'kind=probationary'],
    ['流动', data.mobile, 'situation=mobile'],
    ['失联', data.outOfContact, 'situation=out-of-contact'],
  ] as const;
  return (
    <section className="panel" aria-labelledby="members">
      <h2 id="members">党员</h2>
      <dl className="org-facts">
        {counted.map(([label, count, filter]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {may('member.read') ? (
                <Go to={`/members?at=${organizationId}&${filter}`} aria-label={`${label} ${count} 人，看名册`}>
                  {count} 人
                </Go>
              ) : (
                `${count} 人`
              )}
            </dd>
          </div>
        ))}
      </dl>
      <p className="org-links">
        {may('member.read') && <Go to={`/members?at=${organizationId}`}>党员名册</Go>}
        {may('member.edit') && <Go to={`/members/new?at=${organizationId}`}>登记党员</Go>}
      </p>
    </section>
  );
}
