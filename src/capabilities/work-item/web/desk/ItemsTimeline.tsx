import { daysBetween } from '#kernel/day';
import { monthsOf } from '#kernel/period';
import { useLeave } from '#web/page';
import { type Column, DataTable, shortDayText, today } from '#web/parts';
import type { WorkItemRow } from '../../contract.ts';
import { lampLabel } from '../../rules/states.ts';
import { type Items, LampCell, TitleCell } from './ItemsTable.tsx';

interface Span {
  from: string;
  to: string;
}

/** 时间轴: when each item began and when it is due, on whole years; plain bars, each with its words. */
export function ItemsTimeline({ data, onPage }: { data: Items; onPage(page: number): void }) {
  const leave = useLeave();
  const span = spanOf(data.rows);
  const columns: readonly Column<WorkItemRow>[] = [
    { title: '灯', narrow: true, render: LampCell },
    { title: '任务事项 / 承办单位', render: TitleCell },
    { title: '工期', head: <Axis span={span} />, render: (row) => <Bar row={row} span={span} /> },
    { title: '时限', narrow: true, render: ({ dueOn }) => shortDayText(dueOn) },
  ];
  return (
    <DataTable
      caption="任务时间轴"
      columns={columns}
      rows={data.rows}
      keyOf={({ id }) => id}
      empty="没有符合条件的任务。可以清除条件再看。"
      page={{ page: data.page, size: data.size, total: data.total, onPage }}
      onOpen={({ id }) => leave(`/items/${id}`)}
    />
  );
}

/** Whole years that hold every bar and today. */
function spanOf(rows: readonly WorkItemRow[]): Span {
  const days = [today(), ...rows.flatMap(({ startsOn, dueOn }) => [startsOn, dueOn])].sort();
  const [first = today()] = days;
  return { from: `${first.slice(0, 4)}-01-01`, to: `${(days.at(-1) ?? first).slice(0, 4)}-12-31` };
}

const percentAt = ({ from, to }: Span, day: string): number => (daysBetween(from, day) / (daysBetween(from, to) + 1)) * 100;

function Bar({ row, span }: { row: WorkItemRow; span: Span }) {
  const from = percentAt(span, row.startsOn);
  const words = `${shortDayText(row.startsOn)}至${shortDayText(row.dueOn)}，${row.lamp ? lampLabel[row.lamp.lamp] : '已办结'}`;
  return (
    <div className="timeline-track" role="img" aria-label={words} title={words}>
      <div className={`timeline-bar lamp-${row.lamp?.lamp ?? 'not-started'}`} style={{ left: `${from}%`, width: `${percentAt(span, row.dueOn) - from}%` }} />
      <div className="timeline-today" style={{ left: `${percentAt(span, today())}%` }} />
    </div>
  );
}

/** 月份, or quarters where the span is longer; the words of each bar say the same to those who do not see it. */
function Axis({ span }: { span: Span }) {
  const months = monthsOf({ from: span.from, to: `${Number(span.to.slice(0, 4)) + 1}-01-01` });
  const step = months.length > 12 ? 3 * Math.ceil(months.length / 36) : 1;
  return (
    <div className="timeline-axis">
      <span className="visually-hidden">工期</span>
      {months
        .filter((_, index) => index % step === 0)
        .map(({ from }) => (
          <span key={from} aria-hidden="true" style={{ left: `${percentAt(span, from)}%` }}>
            {from.slice(5, 7) === '01' && months.length > 12 ? `${from.slice(0, 4)}年` : `${Number(from.slice(5, 7))}月`}
          </span>
        ))}
      <span className="timeline-now" aria-hidden="true" style={{ left: `${percentAt(span, today())}%` }}>
        今天
      </span>
    </div>
  );
}
