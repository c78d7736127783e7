import { type ReactNode, useRef, useState } from 'react';
import { useKeys } from './keys.ts';
import { Pager } from './Pager.tsx';

export interface Column<Row> {
  title: string;
  /** drawn in place of the title: an axis over bars */
  head?: ReactNode;
  render(row: Row): ReactNode;
  /** the word the server sorts by; `-word` is the other way round */
  sort?: string;
  align?: 'end';
  /** keep to one line */
  narrow?: boolean;
  /** leave out on paper */
  screenOnly?: boolean;
}

interface Props<Row> {
  /** read out as the table's name */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf(row: Row): string;
  /** a sentence for an empty list: what it would hold, or which filter to loosen */
  empty: string;
  page?: { page: number; size: number; total: number; onPage(page: number): void };
  sort?: { by: string; onSort(by: string): void };
  /** Enter on the current row */
  onOpen?(row: Row): void;
  /** tick rows for a bulk action */
  ticks?: { ticked: ReadonlySet<string>; onTick(ticked: ReadonlySet<string>): void };
  /** export and print, at the right above the table */
  actions?: ReactNode;
  summary?: ReactNode;
}

/** 表格: one page of rows that the server paged and sorted. J and K move, Enter opens, X ticks. */
export function DataTable<Row>({ caption, columns, rows, keyOf, empty, page, sort, onOpen, ticks, actions, summary }: Props<Row>) {
  const [current, setCurrent] = useState(0);
  const body = useRef<HTMLTableSectionElement>(null);
  const at = Math.min(current, Math.max(0, rows.length - 1));

  const move = (to: number) => {
    const next = Math.min(Math.max(to, 0), rows.length - 1);
    setCurrent(next);
    const row = body.current?.rows[next];
    row?.focus();
    row?.scrollIntoView({ block: 'nearest' });
  };
  const tick = (row: Row) => {
    if (!ticks) return;
    const next = new Set(ticks.ticked);
    if (!next.delete(keyOf(row))) next.add(keyOf(row));
    ticks.onTick(next);
  };
  const onRow = () => document.activeElement?.closest('tr') !== null && body.current?.contains(document.activeElement);
  useKeys({
    J: () => move(onRow() ? at + 1 : at),
    K: () => move(onRow() ? at - 1 : at),
    ...(ticks ? { X: () => rows[at] && tick(rows[at]) } : {}),
  });

  const all = ticks && rows.length > 0 && rows.every((row) => ticks.ticked.has(keyOf(row)));
  return (
    <section className="table-frame" aria-label={caption}>
      {(actions || summary) && (
        <div className="table-bar no-print">
          <div>{summary}</div>
          <div className="table-actions">{actions}</div>
        </div>
      )}
      {rows.length === 0 ? (
        <p className="table-empty">{empty}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <section className="table-scroll" tabIndex={0} aria-label={`${caption}，可左右滚动`}>
          <table>
            <caption className="visually-hidden">{caption}</caption>
            <thead>
              <tr>
                {ticks && (
                  <th scope="col" className="table-tick no-print">
                    <input type="checkbox" aria-label="全选本页" checked={all === true} onChange={() => ticks.onTick(new Set(all ? [] : rows.map(keyOf)))} />
                  </th>
                )}
                {columns.map((column) => (
                  <HeadCell key={column.title} column={column} sort={sort} />
                ))}
              </tr>
            </thead>
            <tbody ref={body}>
              {rows.map((row, index) => (
                <tr
                  key={keyOf(row)}
                  tabIndex={index === at ? 0 : -1}
                  className={onOpen ? 'table-row-opens' : undefined}
                  aria-selected={ticks ? ticks.ticked.has(keyOf(row)) : undefined}
                  onFocus={() => setCurrent(index)}
                  onKeyDown={(event) => {
                    if (event.key === 'Enter' && event.target === event.currentTarget) onOpen?.(row);
                  }}
                >
                  {ticks && (
                    <td className="table-tick no-print">
                      <input type="checkbox" aria-label={`选择第 ${index + 1} 行`} checked={ticks.ticked.has(keyOf(row))} onChange={() => tick(row)} />
                    </td>
                  )}
                  {columns.map((column) => (
                    <td key={column.title} className={classOf(column)}>
                      {column.render(row)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {page && page.total > 0 && <Pager {...page} />}
    </section>
  );
}

function HeadCell<Row>({ column, sort }: { column: Column<Row>; sort: Props<Row>['sort'] }) {
  const by = column.sort;
  if (!by || !sort) {
    return (
      <th scope="col" className={classOf(column)}>
        {column.head ?? column.title}
      </th>
    );
  }
  const up = sort.by === by;
  const down = sort.by === `-${by}`;
  return (
    <th scope="col" className={classOf(column)} aria-sort={up ? 'ascending' : down ? 'descending' : 'none'}>
      <button type="button" className="table-sort" onClick={() => sort.onSort(up ? `-${by}` : by)}>
        {column.title}
        <span aria-hidden="true">{up ? ' ↑' : down ? ' ↓' : ' ↕'}</span>
      </button>
    </th>
  );
}

const classOf = <Row,>({ align, narrow, screenOnly }: Column<Row>): string | undefined =>
  [align === 'end' && 'align-end', narrow && 'narrow', screenOnly && 'no-print'].filter(Boolean).join(' ') || undefined;
