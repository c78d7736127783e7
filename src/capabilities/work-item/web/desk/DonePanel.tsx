import { Go } from '#web/page';
import { PageHead } from '#web/parts';
import type { WorkItemView } from '../../contract.ts';
import type { ItemSearch } from './index.ts';

type Done = NonNullable<ItemSearch['done']>;

const titles: Record<Done, string> = { submitted: '已报结', verified: '核验已通过', returned: '已退回', 'written-off': '已销号' };

/** 办好了: number, what happens next, and whom to ask; never only a passing message. */
export function DonePanel({ item, done }: { item: WorkItemView; done: Done }) {
  return (
    <>
      <PageHead title={titles[done]} />
      <section className="panel done-panel">
        <h2>
          <span aria-hidden="true">✓ </span>
          {item.number}
        </h2>
        <p>
          {item.title}（{item.organizationName}）
        </p>
        <h3>接下来</h3>
        <ol className="next-steps">
          {nextSteps(item)[done].map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ol>
        <p className="done-links">
          <Go to={`/items/${item.id}`}>看这件任务</Go>
          <Go to="/bench">回到工作台</Go>
          <Go to="/board">任务看板</Go>
        </p>
      </section>
    </>
  );
}

const nextSteps = ({ leadNames, issuerName, organizationName, effectDays }: WorkItemView): Record<Done, string[]> => ({
  submitted: [
    `${leadNames || issuerName}的另一位同志核验，不会是报结人本人。`,
    '核验通过后销号；要补材料的会写明理由退回，出现在待办里。',
    `有疑问，请问${issuerName}。`,
  ],
  verified: [`${issuerName}销号后，这件任务办结。`, '发现不实的，销号前还可以退回。'],
  returned: [`${organizationName}的待办里会出现这件任务和退回理由。`, '补办后会再次报结，等待核验。'],
  'written-off': ['这件任务已经办结，全部经过都留着，随时可以查。', ...(effectDays ? [`${effectDays} 天后再看一次是否见效；反弹的会重开这一件。`] : [])],
});
