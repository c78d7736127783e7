import { daysBetween, lastDayOf, monthOf } from '#kernel/day';
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

/** 时间轴: when each item began and when it is due, on whole months; plain bars, each with its words. */
export function ItemsTimeline({ data, onPage }: { data: Items; onPage(page: number): void }) {
  const leave = useLeave();
  const span = spanOf(data.rows);
  const columns: readonly Column<WorkItemRow>[] = [
    { title: '任务事项 / 承办单位', render: TitleCell },
    { title: `工期（${monthText(span.from)}至${monthText(span.to)}）`, render: (row) => <Bar row={row} span={span} /> },
    { title: '时限', narrow: true, render: ({ dueOn }) => shortDayText(dueOn) },
    { title: '灯', narrow: true, render: LampCell },
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
      summary={<Axis span={span} />}
    />
  );
}

const monthText = (day: string): string => `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月`;

/** Whole months that hold every bar and today. */
function spanOf(rows: readonly WorkItemRow[]): Span {
  const days = [today(), ...rows.flatMap(({ startsOn, dueOn }) => [startsOn, dueOn])].sort();
  const [first = today()] = days;
  const last = days.at(-1) ?? first;
  return { from: `${monthOf(first)}-01`, to: lastDayOf(monthOf(last)) };
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

/** What the bars are measured against; the words of each bar say the same to those who do not see it. */
function Axis({ span }: { span: Span }) {
  const months = monthsOf({ from: span.from, to: `${monthOf(span.to)}-28` });
  return (
    <p>
      <span aria-hidden="true">┃</span> 为今天（{shortDayText(today())}），共 {months.length} 个月
    </p>
  );
}
