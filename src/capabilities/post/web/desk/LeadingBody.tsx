import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Dialog, dayText, Refused, StateTag, TextField, today } from '#web/parts';
import type { BodyView } from '../../contract.ts';
import { titleLabel } from '../../rules/words.ts';
import { posts } from '../queries.ts';
import { Appointment } from './Appointment.tsx';

const termLabel: Record<NonNullable<BodyView['term']>['status'], string> = { running: '任期内', 'due-soon': '临近换届', overdue: '任期已满' };

type Seat = BodyView['posts'][number] & { holder: NonNullable<BodyView['posts'][number]['holder']> };

/** 班子: who holds which post since when, what is vacant, and where the term stands, with its article. */
export function LeadingBody({ organizationId }: { organizationId: string }) {
  const options = posts.readBody.queryOptions({ input: { organizationId } });
  const { data } = useSuspenseQuery(options);
  const cache = useQueryClient();
  const [appointing, setAppointing] = useState(false);
  const [leaving, setLeaving] = useState<Seat>();
  const keep = (body: BodyView) => cache.setQueryData(options.queryKey, body);

  return (
    <section className="panel" aria-labelledby="body">
      <div className="page-head">
        <h2 id="body">班子</h2>
        {data.may.includes('appoint') && <Button onClick={() => setAppointing(true)}>登记任职</Button>}
      </div>
      {data.term ? (
        <p>
          <StateTag strong={data.term.status !== 'running'}>{termLabel[data.term.status]}</StateTag> {dayText(data.term.electedOn)}当选，任期至
          {dayText(data.term.endsOn)}。<span className="quiet">{data.term.because}</span>
        </p>
      ) : (
        <p className="quiet">还没有登记任期。</p>
      )}
      {data.vacancies > 0 && <p>空缺 {data.vacancies} 个职务。</p>}
      {data.posts.length > 0 && (
        <ul className="body-posts">
          {data.posts.map((post) => (
            <li key={`${post.id}-${post.holder?.personId ?? ''}`}>
              {titleLabel[post.title]}{' '}
              {post.holder ? (
                <>
                  <strong>{post.holder.name}</strong> <span className="quiet">{dayText(post.holder.from)}任</span>
                  {data.may.includes('leave') && (
                    <button type="button" className="text-button no-print" onClick={() => post.holder && setLeaving({ ...post, holder: post.holder })}>
                      离任<span className="visually-hidden">：{post.holder.name}</span>
                    </button>
                  )}
                </>
              ) : (
                <StateTag strong>空缺</StateTag>
              )}
            </li>
          ))}
        </ul>
      )}
      {data.advice.map(({ text, article }) => (
        <p key={text}>
          {text} <span className="quiet">{article}</span>
        </p>
      ))}
      {appointing && <Appointment organizationId={organizationId} onDone={keep} onClose={() => setAppointing(false)} />}
      {leaving && <Departure organizationId={organizationId} seat={leaving} onDone={keep} onClose={() => setLeaving(undefined)} />}
    </section>
  );
}

/** 登记离任: the last day; what was done before stays with who held the post then. */
function Departure({ organizationId, seat, onDone, onClose }: { organizationId: string; seat: Seat; onDone(body: BodyView): void; onClose(): void }) {
  const [on, setOn] = useState(today);
  const { mutate, isPending, error } = useMutation(
    posts.leave.mutationOptions({
      onSuccess: (body) => {
        onDone(body);
        onClose();
      },
    }),
  );
  const { name, personId } = seat.holder;
  return (
    <Dialog
      title={`${name}不再担任${titleLabel[seat.title]}`}
      onClose={onClose}
      submit={{ label: '登记离任', pending: isPending, act: () => mutate({ organizationId, title: seat.title, personId, on }) }}
    >
      <TextField label="离任日期" type="date" required value={on} onChange={(event) => setOn(event.target.value)} />
      <Refused error={error} />
    </Dialog>
  );
}
