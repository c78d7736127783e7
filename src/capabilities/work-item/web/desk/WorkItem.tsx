import './board.css';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Go, type PageProps } from '#web/page';
import { Lamp, momentText, PageHead, PrintButton, StateTag, shortDayText } from '#web/parts';
import type { WorkItemView } from '../../contract.ts';
import { judgedLabel, workingLabel } from '../../rules/states.ts';
import { workItems } from '../queries.ts';
import { moveText, targetWords, timingWords } from '../words.ts';
import { DonePanel } from './DonePanel.tsx';
import { EvidenceList } from './EvidenceList.tsx';
import { ItemActions } from './ItemActions.tsx';
import type { ItemSearch } from './index.ts';

/** 任务: everything on one page. @param trace - where it comes from, drawn by the capability that knows */
export function WorkItem({ params, search, trace }: Pick<PageProps<{ id: string }, ItemSearch>, 'params' | 'search'> & { trace: ReactNode }) {
  const options = workItems.readWorkItem.queryOptions({ input: { workItemId: params.id } });
  const { data: item } = useSuspenseQuery(options);
  const cache = useQueryClient();
  const onChanged = (changed: WorkItemView) => {
    cache.setQueryData(options.queryKey, changed);
    void cache.invalidateQueries({ queryKey: workItems.key(), predicate: ({ queryKey }) => queryKey !== options.queryKey, refetchType: 'inactive' });
  };
  const onRefresh = () => void cache.invalidateQueries({ queryKey: options.queryKey });

  if (search.done) return <DonePanel item={item} done={search.done} />;
  return (
    <>
      <PageHead
        title={item.title}
        lead={`${item.number} · ${item.organizationName}`}
        back={<Go to="/board">任务看板</Go>}
        actions={
          <>
            <ItemActions item={item} onChanged={onChanged} onRefresh={onRefresh} />
            <PrintButton />
          </>
        }
      />
      <div className="item-page">
        <div>
          <Returned item={item} />
          <Demand item={item} />
          <section className="panel" aria-labelledby="proofs">
            <h2 id="proofs">佐证（{item.evidenceList.filter(({ withdrawn }) => !withdrawn).length} 条）</h2>
            <EvidenceList item={item} onChanged={onChanged} />
            {item.submission && (
              <>
                <h3>报结说明</h3>
                <p className="item-note">{item.submission}</p>
              </>
            )}
          </section>
          <Steps item={item} />
        </div>
        <div>
          <State item={item} />
          {trace}
        </div>
      </div>
    </>
  );
}

/** 现状: both axes, the lamp with its explanation, and who answers today. */
function State({ item }: { item: WorkItemView }) {
  return (
    <section className="panel" aria-labelledby="state">
      <h2 id="state">现状</h2>
      <p className="item-states">
        {item.lamp ? <Lamp lamp={item.lamp.lamp} because={item.lamp.because} /> : <span>已办结</span>}
        <span>
          承办：<StateTag>{workingLabel[item.working]}</StateTag>
        </span>
        <span>
          评判：<StateTag strong={item.judged === 'returned'}>{judgedLabel[item.judged]}</StateTag>
        </span>
      </p>
      {item.lamp && <p className="quiet">{item.lamp.because}</p>}
      <dl className="item-facts">
        <Fact name="承办单位">{item.organizationName}</Fact>
        {item.holders.map(({ post, name }) => (
          <Fact key={post} name={post}>
            {name ?? '空缺'}
          </Fact>
        ))}
        <Fact name="牵头单位">{item.leadNames}</Fact>
        <Fact name="下达">
          {item.issuerName}，{momentText(item.dispatchedAt)}
        </Fact>
      </dl>
      {item.holders.length > 0 && <p className="quiet">责任人按今天的任职情况显示。</p>}
    </section>
  );
}

function Demand({ item }: { item: WorkItemView }) {
  return (
    <section className="panel" aria-labelledby="demand">
      <h2 id="demand">要做什么</h2>
      <dl className="item-facts">
        <Fact name="任务事项">{item.title}</Fact>
        <Fact name="措施">{item.measures}</Fact>
        <Fact name="量化目标">{item.target && targetWords(item.target)}</Fact>
        <Fact name="时限或频次">{timingWords(item.timing, item.dueOn, shortDayText)}</Fact>
        <Fact name="成效标准">{item.criterion}</Fact>
        <Fact name="见效核验">{item.effectDays && `销号 ${item.effectDays} 天后再看一次`}</Fact>
      </dl>
    </section>
  );
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) =>
  children ? (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  ) : null;

/** 退回理由, first of all, while it waits to be put right. */
function Returned({ item }: { item: WorkItemView }) {
  const step = item.judged === 'returned' ? item.steps.findLast(({ move }) => move === 'return') : undefined;
  if (!step) return null;
  return (
    <section className="panel" aria-labelledby="returned">
      <h2 id="returned">{item.working === 'submitted' ? '上次退回的理由（现已重新报结）' : '已退回，请补办'}</h2>
      <p className="item-note">{step.note}</p>
      <p className="quiet">
        {step.actorName}（{step.actorOrganization}），{momentText(step.at)}
      </p>
    </section>
  );
}

function Steps({ item }: { item: WorkItemView }) {
  return (
    <section className="panel" aria-labelledby="steps">
      <h2 id="steps">办理记录</h2>
      <ol className="item-steps">
        {item.steps.map((step) => (
          <li key={`${step.at}-${step.move}`}>
            <strong>{moveText(step.move)}</strong>
            <span className="quiet when">
              {momentText(step.at)}，{step.actorName}（{step.actorOrganization}）
            </span>
            {step.note && <p className="item-note">{step.note}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
