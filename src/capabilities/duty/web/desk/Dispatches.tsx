import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Go } from '#web/page';
import { momentText, ProgressBar } from '#web/parts';
import type { DispatchView } from '../../contract.ts';
import { duties } from '../queries.ts';

const isGoing = ({ state }: DispatchView): boolean => state === 'waiting' || state === 'running';

/** 下达记录: a job that is going shows how far it is; what failed says why. */
export function Dispatches({ dutyListId }: { dutyListId: string }) {
  const cache = useQueryClient();
  const { data } = useQuery({
    ...duties.listDispatches.queryOptions({ input: { dutyListId }, staleTime: 0 }),
    refetchInterval: ({ state }) => (state.data?.some(isGoing) ? 1_000 : false),
  });
  const going = data?.some(isGoing);
  useEffect(() => {
    if (going !== false) return;
    void cache.invalidateQueries({ queryKey: duties.readDutyList.key() });
    void cache.invalidateQueries({ queryKey: duties.listDuties.key() });
  }, [going, cache]);
  if (!data || data.length === 0) return null;

  return (
    <section className="panel dispatches no-print">
      <h2>下达记录</h2>
      <ul>
        {data.map((dispatch) => (
          <li key={dispatch.id}>
            {isGoing(dispatch) ? (
              <ProgressBar label="正在下达" done={dispatch.done} total={dispatch.total} />
            ) : dispatch.state === 'done' ? (
              <p>
                {momentText(dispatch.requestedAt)} 下达 {dispatch.total} 件，全部送达。<Go to={`/board?list=${dutyListId}`}>看办理情况</Go>
              </p>
            ) : (
              <p className="dispatch-failed">
                {momentText(dispatch.requestedAt)} 没有下达，一件都没有发出：{dispatch.problem ?? '系统出错，请重试。'}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
