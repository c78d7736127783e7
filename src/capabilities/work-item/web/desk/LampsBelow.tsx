import './board.css';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Go } from '#web/page';
import { Lamp, type LampColour } from '#web/parts';
import type { LampCounts } from '../../contract.ts';
import { workItems } from '../queries.ts';

/** The worst first. */
export const countedLamps: readonly (readonly [LampColour, keyof LampCounts])[] = [
  ['overdue', 'overdue'],
  ['near', 'near'],
  ['normal', 'normal'],
  ['not-started', 'notStarted'],
];

/** 灯数: each opens the items behind it. @param address - of the board with a lamp chosen */
function LampTotals({ counts, address }: { counts: LampCounts; address(lamp: LampColour): string }) {
  return (
    <ul className="lamp-totals">
      {countedLamps.map(([lamp, key]) => (
        <li key={lamp}>
          <Go to={address(lamp)} aria-label={`看这 ${counts[key]} 件`}>
            <Lamp lamp={lamp} count={counts[key]} />
          </Go>
        </li>
      ))}
      <li>已办结 {counts.closed} 件</li>
    </ul>
  );
}

export function LampsBelow({ organizationId }: { organizationId: string }) {
  const { data } = useSuspenseQuery(workItems.listWorkItems.queryOptions({ input: { organizationId, size: 1 } }));
  return <LampTotals counts={data.lampCounts} address={(lamp) => `/board?at=${organizationId}&lamps=${lamp}`} />;
}
