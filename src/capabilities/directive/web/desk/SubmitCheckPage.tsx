import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { DutyTable, duties, gapLabel } from '#duty/desk';
import { Go, type PageProps, useLeave } from '#web/page';
import { PageHead, PrintButton, Refused } from '#web/parts';
import { directives } from '../queries.ts';
import './directive.css';

/** 核对清单: what is still missing, each leading to its place; then the list as it will be reviewed. */
export function SubmitCheckPage({ params: { id } }: PageProps<{ id: string }>) {
  const { data: directive } = useSuspenseQuery(directives.readDirective.queryOptions({ input: { directiveId: id }, staleTime: 0 }));
  const { dutyListId } = directive;
  const { data: list } = useSuspenseQuery(duties.readDutyList.queryOptions({ input: { dutyListId }, staleTime: 0 }));
  const { data } = useSuspenseQuery(duties.listDuties.queryOptions({ input: { dutyListId }, staleTime: 0 }));
  const { data: clauses } = useQuery(directives.listClauses.queryOptions({ input: { directiveId: id }, staleTime: 0 }));
  const cache = useQueryClient();
  const leave = useLeave();
  const [done, setDone] = useState(false);
  const { mutate, isPending, error } = useMutation(
    duties.submitDutyList.mutationOptions({
      onSuccess: () => {
        setDone(true);
        void cache.invalidateQueries({ queryKey: duties.key() });
      },
    }),
  );
  const split = `/speech/${id}/split`;
  const rows = data.duties.filter(({ removed }) => !removed);
  const open = (clauses ?? directive.clauseList).filter(({ duties: resting, noDutyReason }) => resting.length === 0 && noDutyReason === null);
  const problems = [
    ...(list.year === null ? [{ text: '清单还没有确定年份', to: split }] : []),
    ...rows
      .filter(({ gaps }) => gaps.length > 0)
      .map((duty) => ({
        text: `第 ${duty.ordinal} 条“${duty.goal.slice(0, 24)}”缺${duty.gaps.map((gap) => gapLabel[gap]).join('、')}`,
        to: `${split}?duty=${duty.id}`,
      })),
    ...rows
      .filter(({ proposed }) => proposed.length > 0)
      .map((duty) => ({
        text: `第 ${duty.ordinal} 条“${duty.goal.slice(0, 24)}”有 ${duty.proposed.length} 处虚线内容没有确认`,
        to: `${split}?duty=${duty.id}`,
      })),
    ...open.map(({ start, text }) => ({ text: `未处理：“${text.slice(0, 36)}”`, to: `${split}?at=${start}` })),
  ];

  if (done) {
    return (
      <>
        <PageHead title="已提交审核" />
        <div className="panel">
          <p>
            《{list.title}》共 {rows.length} 条，已提交审核。接下来由<strong>另一位</strong>
            有审核权限的同志核对：通过后可以印发，退回会写明理由。提交人不能审核自己的清单。
          </p>
          <p>
            <Go to={`/list/${dutyListId}`}>打开这份清单</Go>　<Go to="/bench">回到工作台</Go>
          </p>
        </div>
      </>
    );
  }

  return (
    <>
      <PageHead
        title={`核对：${list.title}`}
        back={<Go to={split}>回去接着改</Go>}
        lead={`${list.year ? `${list.year} 年，` : ''}${rows.length} 条`}
        actions={
          <>
            <PrintButton />
            {list.may.includes('submit') && (
              <Button type="primary" loading={isPending} disabled={problems.length > 0} onClick={() => mutate({ dutyListId })}>
                提交审核
              </Button>
            )}
          </>
        }
      />
      <Refused error={error} />
      {problems.length > 0 ? (
        <section className="panel check-problems no-print">
          <h2>还差 {problems.length} 处，补齐后才能提交</h2>
          <ol>
            {problems.slice(0, 40).map(({ text, to }) => (
              <li key={text + to}>
                <Go to={to}>{text}</Go>
              </li>
            ))}
          </ol>
          {problems.length > 40 && <p className="quiet">……还有 {problems.length - 40} 处</p>}
          <p>
            <Button onClick={() => leave(split)}>回去补齐</Button>
          </p>
        </section>
      ) : (
        <p className="panel check-ready">要素齐全，每一句都有着落，可以提交审核。</p>
      )}
      <DutyTable duties={rows} caption="清单预览" />
    </>
  );
}
