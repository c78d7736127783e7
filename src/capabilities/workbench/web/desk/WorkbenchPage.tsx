import { useSuspenseQuery } from '@tanstack/react-query';
import { Go } from '#web/page';
import { Lamp, PageHead, StateTag } from '#web/parts';
import { useMe } from '#web/session';
import { workItems } from '#work-item/desk';
import { workbenches } from '../queries.ts';
import { ToDo } from './ToDo.tsx';
import './workbench.css';

/** 工作台: what waits for one today. Each figure is a filter; each row has one thing to do. No charts. */
export function WorkbenchPage() {
  const { organizationId, organizationName, name, grant, may } = useMe();
  const { data } = useSuspenseQuery(workbenches.readWorkbench.queryOptions({ input: { organizationId }, staleTime: 0, refetchInterval: 60_000 }));
  const doer = may('work-item.do');
  const judge = may('work-item.review');
  // Who does work sees what is late of the own; who only judges sees what is late below.
  const { data: below } = useSuspenseQuery(workItems.listWorkItems.queryOptions({ input: { organizationId, size: 1 }, staleTime: 0 }));
  const late = doer ? { near: data.near, overdue: data.overdue, filter: 'waiting=to-do&' } : { ...below.lampCounts, filter: '' };
  const tiles = [
    ...(doer ? [{ label: '待我办理', count: data.toDo, to: '/board?waiting=to-do' }] : []),
    { label: doer ? '我的临期' : '下级临期', count: late.near, to: `/board?${late.filter}lamps=near` },
    { label: doer ? '我的逾期' : '下级逾期', count: late.overdue, to: `/board?${late.filter}lamps=overdue`, late: true },
    ...(judge
      ? [
          { label: '待我核验', count: data.toVerify, to: '/board?waiting=to-verify' },
          { label: '待我销号', count: data.toWriteOff, to: '/board?waiting=to-write-off' },
        ]
      : []),
    ...(may('duty.review') ? [{ label: '待我审核的清单', count: data.listsToReview.length, to: '/list?states=in-review' }] : []),
  ];
  const lamped = data.lampsByChild.filter(({ normal, near, overdue, notStarted }) => normal + near + overdue + notStarted > 0);

  return (
    <>
      <PageHead title="今天要办的事" lead={`${organizationName} · ${name} · ${grant.roleLabel}`} />
      <ul className="tiles" aria-label="待办数">
        {tiles.map(({ label, count, to, late: red }) => (
          <li key={label}>
            <Go to={to} className="tile">
              <span className="tile-label">{label}</span>
              <span className={red && count > 0 ? 'tile-count tile-late' : 'tile-count'}>
                {red && count > 0 && <span aria-hidden="true">■ </span>}
                {count}
              </span>
            </Go>
          </li>
        ))}
      </ul>
      <div className="bench">
        <div className="bench-main">
          {data.listsToReview.length > 0 && (
            <section className="panel">
              <h2>待审核的清单</h2>
              <ul className="rows">
                {data.listsToReview.map(({ id, title, submittedBy }) => (
                  <li key={id} className="row">
                    <StateTag strong>审核中</StateTag>
                    <div>
                      <Go to={`/list/${id}`}>{title}</Go>
                      <p className="quiet">{submittedBy}提交</p>
                    </div>
                    <Go to={`/list/${id}`} className="row-action">
                      审核
                    </Go>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <ToDo />
        </div>
        <div className="bench-side">
          {data.recentLists.length > 0 && (
            <section className="panel">
              <h2>最近部署</h2>
              <ul className="rows">
                {data.recentLists.map((list) => (
                  <li key={list.id} className="recent">
                    <Go to={`/list/${list.id}`}>{list.title}</Go>
                    <p className="quiet">
                      {list.number && `${list.number} · `}
                      {list.duties} 条{list.withGaps > 0 && ` · 要素不全 ${list.withGaps}`}
                      {list.items > 0 && (
                        <>
                          {' · '}
                          <Go to={`/board?list=${list.id}&closed=true`}>{`销号 ${list.writtenOff}/${list.items}`}</Go>
                        </>
                      )}
                    </p>
                    {may('directive.edit') && list.directiveId && (list.state === 'drafting' || list.state === 'returned') && (
                      <Go to={`/speech/${list.directiveId}/split`} className="row-action">
                        继续转清单
                      </Go>
                    )}
                  </li>
                ))}
              </ul>
            </section>
          )}
          {data.ledLists.length > 0 && (
            <section className="panel">
              <h2>我单位牵头、配合的清单</h2>
              <ul className="rows">
                {data.ledLists.map(({ id, title, number, part, toVerify }) => (
                  <li key={`${id}-${part}`} className="recent">
                    <Go to={`/list/${id}`}>{title}</Go>
                    <p className="quiet">
                      {part === 'lead' ? '牵头' : '配合'}
                      {number && ` · ${number}`} · <Go to={`/board?list=${id}&waiting=to-verify`}>{`待核验 ${toVerify}`}</Go>
                    </p>
                  </li>
                ))}
              </ul>
            </section>
          )}
          {lamped.length > 0 && (
            <section className="panel">
              <h2>下级灯色</h2>
              <ul className="rows">
                {lamped.slice(0, 16).map(({ organizationId: id, name: town, normal, near, overdue, notStarted }) => (
                  <li key={id} className="town">
                    <Go to={`/board?at=${id}`}>{town}</Go>
                    <span className="town-lamps">
                      {overdue > 0 && <Lamp lamp="overdue" count={overdue} />}
                      {near > 0 && <Lamp lamp="near" count={near} />}
                      {normal > 0 && <Lamp lamp="normal" count={normal} />}
                      {notStarted > 0 && <Lamp lamp="not-started" count={notStarted} />}
                    </span>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
      </div>
    </>
  );
}
