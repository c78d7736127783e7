import { useSuspenseQuery } from '@tanstack/react-query';
import { DataTable, momentText, PrintButton } from '#web/parts';
import { audits } from '../queries.ts';

/** 最新封条: to print or note down outside the system. */
export function Marks() {
  const { data } = useSuspenseQuery(audits.listMarks.queryOptions({ input: { limit: 5 } }));
  return (
    <section aria-labelledby="marks">
      <h2 id="marks">最新封条（{data.countyName}）</h2>
      <DataTable
        caption="最新封条"
        rows={data.rows}
        keyOf={({ number }) => String(number)}
        empty="还没有封条。"
        actions={<PrintButton />}
        summary="打印或抄下来存在别处，可以证明日志没有被截断。"
        columns={[
          { title: '封条号', align: 'end', narrow: true, render: ({ number }) => number },
          { title: '时间', narrow: true, render: ({ sealedAt }) => momentText(sealedAt) },
          { title: '日志条数', align: 'end', narrow: true, render: ({ entries }) => entries },
          { title: '算法', narrow: true, render: ({ algorithm }) => (algorithm === 'sm3' ? 'SM3' : 'SHA-256') },
          { title: '摘要', render: ({ digest }) => <span className="audit-digest">{digest}</span> },
        ]}
      />
    </section>
  );
}
