import './indicator.css';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { Go, type PageProps, queryText } from '#web/page';
import { PageHead, PrintButton } from '#web/parts';
import { useMe } from '#web/session';
import type { IndicatorValue } from '../../contract.ts';
import { indicators } from '../queries.ts';
import { countedText, PeriodBar, PlaceOf, percentText } from './Frame.tsx';
import type { IndicatorsSearch } from './index.ts';
import { periodText } from './periods.ts';

/** 指标: the organization's numbers for a period; each opens to its definition, its denominator and its records. */
export function IndicatorsPage({ search, setSearch }: PageProps<unknown, IndicatorsSearch>) {
  const me = useMe();
  const organizationId = search.at ?? me.organizationId;
  const period = useDeferredValue(search.period);
  const { data } = useSuspenseQuery(indicators.listIndicators.queryOptions({ input: { organizationId, period } }));
  return (
    <>
      <PageHead
        title="指标"
        lead={<PlaceOf organizationId={organizationId} address={(at) => `/indicators${queryText({ at, period: search.period })}`} />}
        actions={<PrintButton />}
      />
      <PeriodBar period={search.period} onPeriod={(chosen) => setSearch({ period: chosen })} />
      <ul className="indicator-cards">
        {data.map((value) => (
          <li key={value.key} className="panel">
            <Card value={value} address={(view) => `/indicators/${value.key}${queryText({ at: search.at, period: search.period, view })}`} />
          </li>
        ))}
      </ul>
      {data.length === 0 && <p className="panel">{periodText(period)}没有可看的指标。</p>}
    </>
  );
}

function Card({ value, address }: { value: IndicatorValue; address(view?: string): string }) {
  return (
    <>
      <h2>{value.name}</h2>
      <p className="indicator-number">
        <Go to={address()} aria-label={`${value.name} ${percentText(value)}，看明细`}>
          {percentText(value)}
        </Go>
      </p>
      <p>
        <Go to={address('numerator')} aria-label={`分子 ${value.numerator}`}>
          {value.numerator}
        </Go>{' '}
        /{' '}
        <Go to={address('denominator')} aria-label={`分母 ${value.denominator}`}>
          {value.denominator}
        </Go>
      </p>
      <p>
        <Go to={address('children')}>看下级</Go>
      </p>
      <p className="quiet">{value.numeratorMeans}</p>
      <p className="quiet">
        {value.article}。{countedText(value)}
      </p>
    </>
  );
}
