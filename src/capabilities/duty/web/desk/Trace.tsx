import { useSuspenseQuery } from '@tanstack/react-query';
import { dayOf } from '#kernel/day';
import { Go } from '#web/page';
import { dayText } from '#web/parts';
import { useMe } from '#web/session';
import { duties } from '../queries.ts';

/** 出处: from one organization's item back to the duty, its list and the sentence, each one click. */
export function Trace({ workItemId }: { workItemId: string }) {
  const { may } = useMe();
  const { data } = useSuspenseQuery(duties.readTrace.queryOptions({ input: { workItemId } }));
  if (!data) return null;
  const { listTitle, listNumber, dutyListId, dutyId, ordinal, goal, issuer, issuedAt, bases } = data;

  return (
    <section className="panel" aria-labelledby="trace">
      <h2 id="trace">这件事从哪里来</h2>
      <ol className="item-steps">
        {bases.map(({ id, quote, source, heading, directiveId, start }) => (
          <li key={id}>
            <span className="quiet">{[source === quote ? '' : source, ...heading].filter(Boolean).join(' › ')}</span>
            <blockquote>{quote}</blockquote>
            {directiveId && may('directive.read') && (
              <p>
                <Go to={`/speech/${directiveId}/split?at=${start ?? 0}`}>打开原文这一句</Go>
              </p>
            )}
          </li>
        ))}
        <li>
          <span className="quiet">责任清单{listNumber && `（${listNumber}）`}</span>
          <p>{may('duty.read') ? <Go to={`/list/${dutyListId}`}>{listTitle}</Go> : listTitle}</p>
          {issuedAt && (
            <p className="quiet">
              {issuer}印发，{dayText(dayOf(new Date(issuedAt)))}
            </p>
          )}
        </li>
        <li>
          <span className="quiet">清单第 {ordinal} 条</span>
          <p>{may('work-item.read') ? <Go to={`/board?duty=${dutyId}`}>{goal}</Go> : goal}</p>
        </li>
      </ol>
    </section>
  );
}
