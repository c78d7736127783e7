import './indicator.css';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { Go, type PageProps, queryText } from '#web/page';
import { ExportButton, PageHead, PrintButton } from '#web/parts';
import { useMe } from '#web/session';
import { indicators } from '../queries.ts';
import { Children } from './Children.tsx';
import { PeriodBar, PlaceOf } from './Frame.tsx';
import type { IndicatorSearch } from './index.ts';
import { periodText } from './periods.ts';
import { Records } from './Records.tsx';

const views = { denominator: '应计（分母）', numerator: '已计（分子）', difference: '未计入的（差额）', children: '下级' } as const;

/** 指标明细: one number opened: what it means, what it was counted from, and the same number below. Opening counts anew. */
export function IndicatorPage({ params, search, setSearch }: PageProps<{ key: string }, IndicatorSearch>) {
  const me = useMe();
  const { view, period, page } = useDeferredValue(search);
  const of = { organizationId: search.at ?? me.organizationId, key: params.key, period };
  const part = view === 'children' ? 'denominator' : view;
  const { data } = useSuspenseQuery(indicators.listRecords.queryOptions({ input: { ...of, part, page: view === 'children' ? 1 : page, size: 50 } }));
  const { definition, numerator, denominator } = data;
  const counts = { denominator, numerator, difference: denominator - numerator, children: undefined };
  const here = (change: Partial<IndicatorSearch>) => `/indicators/${params.key}${queryText({ ...search, page: 1, ...change })}`;

  return (
    <>
      <PageHead
        title={definition.name}
        back={<Go to={`/indicators${queryText({ at: search.at, period: search.period })}`}>全部指标</Go>}
        lead={<PlaceOf organizationId={of.organizationId} address={(at) => here({ at })} />}
        actions={
          <>
            <ExportButton fetchFile={() => indicators.exportRecords.call(of)} />
            <PrintButton />
          </>
        }
      />
      <PeriodBar period={search.period} onPeriod={(chosen) => setSearch({ period: chosen, page: 1 })} />
      <section className="panel" aria-label="指标定义">
        <p className="indicator-number">{denominator === 0 ? '无可统计' : `${Math.round((numerator / denominator) * 1_000) / 10}%`}</p>
        <p>
          {periodText(period)}：{numerator} / {denominator}
          <span className="quiet">（刚刚按下面的记录重新统计）</span>
        </p>
        <dl className="indicator-means">
          <div>
            <dt>分子</dt>
            <dd>{definition.numeratorMeans}</dd>
          </div>
          <div>
            <dt>分母</dt>
            <dd>{definition.denominatorMeans}</dd>
          </div>
          <div>
            <dt>依据</dt>
            <dd>
              {definition.article}（第 {definition.version} 版定义，{definition.direction === 'up' ? '越高越好' : '越低越好'}）
            </dd>
          </div>
        </dl>
      </section>
      <nav className="indicator-views" aria-label="怎么看">
        {Object.entries(views).map(([word, label]) => (
          <Go key={word} to={here({ view: word as IndicatorSearch['view'] })} aria-current={search.view === word ? 'page' : undefined}>
            {label}
            {counts[word as IndicatorSearch['view']] !== undefined && ` ${counts[word as IndicatorSearch['view']]}`}
          </Go>
        ))}
      </nav>
      {view === 'children' ? (
        <Children of={of} page={page} onPage={(next) => setSearch({ page: next })} address={(at, shown) => here({ at, view: shown })} />
      ) : (
        <Records data={data} onPage={(next) => setSearch({ page: next })} />
      )}
    </>
  );
}
