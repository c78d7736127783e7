import type { ReactNode } from 'react';
import { keep, useRead, useSend } from '#phone/api';
import { Actions, Button, Done, dayWords, Facts, instantWords, Loaded, Notice, Problem, Section } from '#phone/kit';
import { Link } from '#phone/place';
import type { WorkItemView } from '../../contract.ts';
import { judgedLabel, workingLabel } from '../../rules/states.ts';
import { moveText, targetWords, timingWords } from '../words.ts';
import { itemKey, workItems } from './calls.ts';
import { EvidenceList } from './EvidenceList.tsx';
import { Lamp } from './Lamp.tsx';
import { dueWords } from './words.ts';

/**
 * 任务: what is asked, what was done, what comes next; one main button.
 *
 * @param trace - where the item comes from, drawn by its owner
 * @param saved - evidence was recorded a moment ago
 */
export function Item({ workItemId, trace, saved }: { workItemId: string; trace: ReactNode; saved: boolean }) {
  const found = useRead(itemKey(workItemId), () => workItems.readWorkItem({ workItemId }));
  return <Loaded of={found}>{(item) => <Shown item={item} trace={trace} saved={saved} onRefresh={found.reload} />}</Loaded>;
}

function Shown({ item, trace, saved, onRefresh }: { item: WorkItemView; trace: ReactNode; saved: boolean; onRefresh: () => void }) {
  const returned = item.judged === 'returned' ? item.steps.findLast((step) => step.move === 'return') : undefined;
  return (
    <>
      {saved && item.may.includes('submit') && (
        <Done title="佐证已保存">
          <p>都办完了，请点“报结”；还没办完，以后可以再登记。</p>
        </Done>
      )}
      <section>
        <h2>{item.title}</h2>
        <p className="line">
          <Lamp lamp={item.lamp?.lamp} />
          <span>{dueWords(item)}</span>
        </p>
        {item.lamp && <p className="small">{item.lamp.because}</p>}
        <p>
          {workingLabel[item.working]}
          {item.judged !== 'open' && `，${judgedLabel[item.judged]}`}
        </p>
      </section>
      {returned && (
        <Notice>
          <strong>
            {returned.actorName}退回了这件任务{item.working === 'submitted' && '（现已重新报结）'}：
          </strong>
          <p className="pre">{returned.note}</p>
        </Notice>
      )}
      {item.submission && (
        <Section title="报结说明">
          <p className="pre">{item.submission}</p>
        </Section>
      )}
      <Section title="要做什么">
        <Facts
          of={[
            ['措施', item.measures],
            ['目标', item.target && targetWords(item.target)],
            ['时限', timingWords(item.timing, item.dueOn, dayWords)],
            ['怎样算好', item.criterion],
            ['谁负责', item.holders.map(({ post, name }) => `${post} ${name ?? '空缺'}`).join('、')],
            ['牵头', item.leadNames],
            ['承办', item.organizationName],
            ['编号', item.number],
          ]}
        />
      </Section>
      {trace}
      <Section title={`佐证（${item.evidenceList.filter(({ withdrawn }) => !withdrawn).length} 条）`}>
        <EvidenceList item={item} />
      </Section>
      <section>
        <details>
          <summary>办理记录（{item.steps.length} 步）</summary>
          <ol className="steps">
            {item.steps.map((step) => (
              <li key={`${step.at}${step.move}`}>
                <span className="what">{moveText(step.move)}</span>
                <span>
                  {step.actorName}（{step.actorOrganization}）
                </span>
                <span className="small">{instantWords(step.at)}</span>
                {step.note && <span className="pre">{step.note}</span>}
              </li>
            ))}
          </ol>
        </details>
      </section>
      <Next item={item} onRefresh={onRefresh} />
    </>
  );
}

/** 下一步: what may be done, as the server says; the most likely is the main button. */
function Next({ item, onRefresh }: { item: WorkItemView; onRefresh: () => void }) {
  const { id: workItemId, revision } = item;
  const show = (answer: WorkItemView) => keep(itemKey(workItemId), answer);
  const accept = useSend(workItems.acceptWorkItem, show);
  const withdraw = useSend(workItems.withdrawSubmission, show);
  const may = new Set(item.may);
  const proven = item.evidenceList.some(({ withdrawn }) => !withdrawn);
  const to = (page: string) => `/m/todo/${workItemId}/${page}`;

  if (item.may.length === 0) return null;
  return (
    <>
      <Problem error={accept.error ?? withdraw.error} onRefresh={onRefresh} />
      {may.has('withdraw-submission') && (
        <Button busy={withdraw.busy} onClick={() => withdraw.send({ workItemId, revision })}>
          撤回报结，再改一改
        </Button>
      )}
      <Actions>
        {may.has('accept') && (
          <Button look="main" busy={accept.busy} onClick={() => accept.send({ workItemId, revision })}>
            签收
          </Button>
        )}
        {may.has('add-evidence') && !may.has('accept') && (
          <Link className={`button ${proven && may.has('submit') ? 'plain' : 'main'}`} to={to('evidence')}>
            {proven ? '再登记佐证' : '登记佐证'}
          </Link>
        )}
        {may.has('submit') && proven && (
          <Link className="button main" to={to('submission')}>
            报结
          </Link>
        )}
        {may.has('return') && (
          <Link className="button plain" to={to('return')}>
            退回
          </Link>
        )}
        {may.has('verify') && (
          <Link className="button main" to={to('verification')}>
            核验通过
          </Link>
        )}
        {may.has('write-off') && (
          <Link className="button main" to={to('write-off')}>
            销号
          </Link>
        )}
      </Actions>
    </>
  );
}
