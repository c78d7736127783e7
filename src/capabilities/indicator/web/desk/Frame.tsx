import { type ReactNode, Suspense } from 'react';
import { OrganizationPath } from '#organization/desk';
import { ChoiceField, momentText, QueryBar, today } from '#web/parts';
import type { IndicatorValue } from '../../contract.ts';
import { periodsAround, periodText } from './periods.ts';

export const PlaceOf = ({ organizationId, address }: { organizationId: string; address(organizationId: string): string }) => (
  <Suspense fallback={null}>
    <OrganizationPath organizationId={organizationId} address={address} />
  </Suspense>
);

/** 统计期间. */
export function PeriodBar({ period, onPeriod, children }: { period: string; onPeriod(period: string): void; children?: ReactNode }) {
  const known = periodsAround(today());
  const options = (known.includes(period) ? known : [period, ...known]).map((one) => [one, periodText(one)] as const);
  return (
    <QueryBar>
      <ChoiceField label="期间" options={options} value={period} onChange={(event) => onPeriod(event.target.value)} />
      {children}
    </QueryBar>
  );
}

export const percentText = ({ percent }: Pick<IndicatorValue, 'percent'>): string => (percent === null ? '无可统计' : `${percent}%`);

/** When it was counted（统计时间）; what changed since shows when it is opened. */
export const countedText = ({ countedAt }: Pick<IndicatorValue, 'countedAt'>): string => (countedAt ? `${momentText(countedAt)}统计` : '打开时统计');
