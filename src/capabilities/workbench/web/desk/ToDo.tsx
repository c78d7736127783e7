import { useSuspenseQuery } from '@tanstack/react-query';
import { Go } from '#web/page';
import { Lamp, shortDayText } from '#web/parts';
import { useMe } from '#web/session';
import { workItems } from '#work-item/desk';

const waits = ['to-do', 'to-verify', 'to-write-off'] as const;
const shownRows = 12;

type Row = Awaited<ReturnType<typeof workItems.listWorkItems.call>>['rows'][number];

/** 待办, earliest deadline first: one thing to do on each row, and its lamp. */
export function ToDo() {
  const { organizationId, may } = useMe();
  const asked = waits.filter((wait) => may(wait === 'to-do' ? 'work-item.do' : 'work-item.review'));
  return (
    <section className="panel">
      <h2>待办（按最早到期）</h2>
      {asked.length === 0 ? <p className="table-empty">没有要办的事</p> : <Rows organizationId={organizationId} waits={asked} />}
    </section>
  );
}

function Rows({ organizationId, waits: asked }: { organizationId: string; waits: readonly (typeof waits)[number][] }) {
  const [first = 'to-do', second, third] = asked;
  const one = useWaiting(organizationId, first);
  const two = useWaiting(organizationId, second ?? first);
  const three = useWaiting(organizationId, third ?? first);
  const rows = new Map([...one.rows, ...two.rows, ...three.rows].map((row) => [row.id, row]));
  const earliest = [...rows.values()].sort((left, right) => left.dueOn.localeCompare(right.dueOn)).slice(0, shownRows);
  const total = asked.length === 1 ? one.total : asked.length === 2 ? one.total + two.total : one.total + two.total + three.total;

  if (earliest.length === 0) return <p className="table-empty">没有要办的事</p>;
  return (
    <>
      <ul className="rows">
        {earliest.map((row) => (
          <li key={row.id} className="row">
            {row.lamp ? <Lamp lamp={row.lamp.lamp} because={row.lamp.because} /> : <span />}
            <div>
              <Go to={`/items/${row.id}`}>{row.title}</Go>
              <p className="quiet">
                {row.organizationName} · {shortDayText(row.dueOn)}到期 · {row.number}
              </p>
            </div>
            <Go to={`/items/${row.id}`} className="row-action">
              {actionOf(row)}
              <span className="visually-hidden">：{row.title}</span>
            </Go>
          </li>
        ))}
      </ul>
      {total > earliest.length && (
        <p className="rows-more">
          还有 {total - earliest.length} 件：
          {asked.map((wait) => (
            <Go key={wait} to={`/board?waiting=${wait}`}>
              {waitLabel[wait]}
            </Go>
          ))}
        </p>
      )}
    </>
  );
}

function useWaiting(organizationId: string, waiting: (typeof waits)[number]) {
  return useSuspenseQuery(workItems.listWorkItems.queryOptions({ input: { organizationId, waiting, size: shownRows, sort: 'due' }, staleTime: 0 })).data;
}

const waitLabel = { 'to-do': '待我办理', 'to-verify': '待我核验', 'to-write-off': '待我销号' } as const;

/** The one step that the server says comes next. */
function actionOf({ may }: Row): string {
  if (may.includes('accept')) return '签收';
  if (may.includes('begin')) return '开始办理';
  if (may.includes('verify')) return '核验';
  if (may.includes('write-off')) return '销号';
  if (may.includes('submit')) return '报结';
  if (may.includes('add-evidence')) return '登记佐证';
  return '查看';
}
