import { dayOf } from '#kernel/day';
import { callsOf, useRead } from '#phone/api';
import { dayWords, Facts } from '#phone/kit';
import { contract } from '../../contract.ts';

const duties = callsOf(contract);

/** 出处: from the item back to the duty, its list and the very sentence, one touch away. */
export function Trace({ workItemId }: { workItemId: string }) {
  const { data } = useRead(`trace/${workItemId}`, () => duties.readTrace({ workItemId }));
  if (!data) return null;
  return (
    <section>
      <details>
        <summary>这件事从哪里来</summary>
        {data.bases.map((basis) => (
          <figure key={basis.id}>
            <blockquote>{basis.quote}</blockquote>
            <figcaption className="small">{[basis.source === basis.quote ? '' : basis.source, ...basis.heading].filter(Boolean).join(' › ')}</figcaption>
          </figure>
        ))}
        <Facts
          of={[
            ['清单', data.listTitle],
            ['文号', data.listNumber],
            ['印发', data.issuedAt && `${data.issuer}，${dayWords(dayOf(new Date(data.issuedAt)))}`],
            ['第几条', `第 ${data.ordinal} 条：${data.goal}`],
          ]}
        />
      </details>
    </section>
  );
}
