import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import type { PageProps } from '#web/page';
import { ChoiceField, type Column, DataTable, momentText, PageHead, QueryBar, Refused, StateTag } from '#web/parts';
import type { JobView } from '../../contract.ts';
import { type JobState, jobStateLabel } from '../../rules/words.ts';
import { operations } from '../queries.ts';
import { Installation } from './Installation.tsx';
import type { JobsSearch } from './index.ts';

const everySoOften = 5_000;

/** 运行情况（系统管理员）: what this installation is, and the work it does in the background. */
export function JobsPage({ search, setSearch }: PageProps<unknown, JobsSearch>) {
  const { state, page } = useDeferredValue(search);
  const cache = useQueryClient();
  const { data } = useSuspenseQuery(operations.listJobs.queryOptions({ input: { states: state && [state], page, size: 50 }, refetchInterval: everySoOften }));
  const retry = useMutation(operations.retryJob.mutationOptions({ onSettled: () => cache.invalidateQueries({ queryKey: operations.key() }) }));

  const columns: readonly Column<JobView>[] = [
    { title: '编号', align: 'end', narrow: true, render: ({ id }) => id },
    { title: '作业', narrow: true, render: ({ kind }) => kind },
    { title: '状态', narrow: true, render: ({ state: of }) => <StateTag strong={of === 'failed'}>{jobStateLabel[of]}</StateTag> },
    { title: '次数', align: 'end', narrow: true, render: ({ attempts, maxAttempts }) => `${attempts}/${maxAttempts}` },
    { title: '最近一次出错', render: ({ lastError }) => lastError ?? <span className="quiet">没有</span> },
    { title: '提交', narrow: true, render: ({ createdAt }) => momentText(createdAt) },
    { title: '运行', narrow: true, render: ({ startedAt, runAt }) => (startedAt ? `${momentText(startedAt)}起` : `${momentText(runAt)}`) },
    {
      title: '办理',
      screenOnly: true,
      render: ({ id, may }) =>
        may.includes('retry') && (
          <button type="button" className="text-button" onClick={() => retry.mutate({ jobId: id })}>
            重试<span className="visually-hidden">作业 {id}</span>
          </button>
        ),
    },
  ];

  return (
    <>
      <PageHead title="运行情况" />
      <Installation />
      <h2>后台作业</h2>
      <QueryBar>
        <ChoiceField
          label="状态"
          empty={`全部（${data.counts.running + data.counts.failed + data.counts.waiting}）`}
          options={Object.entries(jobStateLabel).map(([word, label]) => [word, `${label}（${data.counts[word as JobState]}）`] as const)}
          value={search.state ?? ''}
          onChange={(event) => setSearch({ state: (event.target.value || undefined) as JobState | undefined, page: 1 })}
        />
      </QueryBar>
      <Refused error={retry.error} />
      <DataTable
        caption="后台作业"
        columns={columns}
        rows={data.rows}
        keyOf={({ id }) => id}
        empty="没有正在运行、失败或等待的作业。办完的作业不再列出。"
        page={{ page: data.page, size: data.size, total: data.total, onPage: (next) => setSearch({ page: next }) }}
      />
    </>
  );
}
