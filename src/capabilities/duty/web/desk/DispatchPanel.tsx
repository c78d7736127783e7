import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { Suspense, useState } from 'react';
import { fieldLabel, formLabel, kindLabel, OrganizationPicker, type Picked } from '#organization/desk';
import { CheckField, Dialog, Refused } from '#web/parts';
import type { DutyListView, DutyView, Receivers } from '../../contract.ts';
import { dutyFieldLabel } from '../../rules/words.ts';
import { duties as endpoints } from '../queries.ts';

const levels = [2, 3, 4, 5, 6];

interface Choice {
  levels: number[];
  fields: string[];
  forms: string[];
  kinds: string[];
  under: Picked[];
  named: Picked[];
  onlyNamed: boolean;
}
const everybody: Choice = { levels: [], fields: [], forms: [], kinds: [], under: [], named: [], onlyNamed: false };

const receiversOf = ({ under, named, ...rest }: Choice): Receivers => ({
  ...rest,
  under: under[0]?.organizationId ?? null,
  named: named.flatMap(({ organizationId }) => organizationId ?? []),
});

/** 下达: which duties, to whom; the count is live, and the confirmation says how many items it makes. */
export function DispatchPanel({ list, duties, onClose }: { list: DutyListView; duties: readonly DutyView[]; onClose(): void }) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(duties.filter(({ items }) => items === 0).map(({ id }) => id)));
  const [choice, setChoice] = useState(everybody);
  const [confirming, setConfirming] = useState(false);
  const cache = useQueryClient();
  const receivers = receiversOf(choice);
  const counted = useQuery({
    queryKey: ['receivers', list.id, receivers],
    queryFn: () => endpoints.countReceivers.call({ dutyListId: list.id, receivers }),
    placeholderData: keepPreviousData,
  });
  const dispatch = useMutation(
    endpoints.dispatchDutyList.mutationOptions({
      onSuccess: () => {
        void cache.invalidateQueries({ queryKey: endpoints.key() });
        onClose();
      },
    }),
  );
  const total = counted.data?.total ?? 0;
  const change = (changed: Partial<Choice>) => setChoice({ ...choice, ...changed });
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };

  return (
    <section className="panel dispatch no-print" aria-label="下达清单">
      <h2>下达：给哪些单位，哪些事项</h2>
      <div className="dispatch-columns">
        <div>
          <h3>接收单位</h3>
          <CheckField label="只发给点名的单位" checked={choice.onlyNamed} onChange={(event) => change({ onlyNamed: event.target.checked })} />
          {!choice.onlyNamed && (
            <>
              <Choices
                title="层级"
                options={levels.map((level) => [String(level), `第 ${level} 级`])}
                value={choice.levels.map(String)}
                onChange={(words) => change({ levels: words.map(Number) })}
              />
              <Choices title="领域" options={Object.entries(fieldLabel)} value={choice.fields} onChange={(fields) => change({ fields })} />
              <Choices title="类别" options={Object.entries(kindLabel)} value={choice.kinds} onChange={(kinds) => change({ kinds })} />
              <Choices title="支部形式" options={Object.entries(formLabel)} value={choice.forms} onChange={(forms) => change({ forms })} />
              <div className="field">
                <span className="field-label">只在哪个党组织下面（不选为全部下级）</span>
                <Suspense fallback={<div className="native" />}>
                  <OrganizationPicker label="只在哪个党组织下面" multiple={false} value={choice.under} onChange={(under) => change({ under })} />
                </Suspense>
              </div>
            </>
          )}
          <div className="field">
            <span className="field-label">{choice.onlyNamed ? '点名' : '另外点名'}</span>
            <Suspense fallback={<div className="native" />}>
              <OrganizationPicker label="点名接收单位" value={choice.named} onChange={(named) => change({ named })} />
            </Suspense>
          </div>
        </div>
        <div>
          <div className="dispatch-count" role="status">
            <p>
              将发给 <strong className="dispatch-number">{total}</strong> 个单位{counted.isFetching && '（正在数…）'}
            </p>
            {counted.data && (
              <>
                <p className="quiet">
                  {counted.data.byLevel.map(({ level, count }) => `第 ${level} 级 ${count}`).join(' · ')}
                  {counted.data.byLevel.length > 0 && '；'}
                  {counted.data.byField.map(({ field, count }) => `${labelIn(fieldLabel, field)} ${count}`).join(' · ')}
                </p>
                <p className="quiet">
                  {counted.data.first
                    .slice(0, 6)
                    .map(({ name }) => name)
                    .join('、')}
                  {total > 6 && ' 等'}
                </p>
              </>
            )}
          </div>
          <Refused error={counted.error} />
          <h3>事项（已选 {chosen.size} 条）</h3>
          <p>
            <button type="button" className="text-button" onClick={() => setChosen(new Set(duties.map(({ id }) => id)))}>
              全选
            </button>
            <button type="button" className="text-button" onClick={() => setChosen(new Set())}>
              全不选
            </button>
          </p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard */}
          <section className="dispatch-duties" tabIndex={0} aria-label="事项，可滚动">
            <ul>
              {duties.map(({ id, ordinal, goal, field, items }) => (
                <li key={id}>
                  <CheckField
                    checked={chosen.has(id)}
                    onChange={() => toggle(id)}
                    label={
                      <>
                        {ordinal}. {goal}
                        <span className="quiet">
                          {field && `（${dutyFieldLabel[field]}）`}
                          {items > 0 && ` 已下达 ${items} 件`}
                        </span>
                      </>
                    }
                  />
                </li>
              ))}
            </ul>
          </section>
        </div>
      </div>
      <div className="form-actions">
        <Button type="primary" disabled={total === 0 || chosen.size === 0} onClick={() => setConfirming(true)}>
          下一步：确认
        </Button>
        <Button onClick={onClose}>取消</Button>
      </div>
      {confirming && (
        <Dialog
          title="确认下达"
          onClose={() => setConfirming(false)}
          submit={{
            label: `下达 ${total * chosen.size} 件`,
            pending: dispatch.isPending,
            act: () => dispatch.mutate({ dutyListId: list.id, dutyIds: [...chosen], receivers }),
          }}
        >
          <p>
            {total} 个单位 × {chosen.size} 条事项 = <strong>{total * chosen.size}</strong> 件任务。
          </p>
          <p>要么全部下达，要么一件都不下达。下达后各单位的待办里就会出现，不能收回。</p>
          <Refused error={dispatch.error} />
        </Dialog>
      )}
    </section>
  );
}

function Choices({
  title,
  options,
  value,
  onChange,
}: {
  title: string;
  options: readonly (readonly [string, string])[];
  value: readonly string[];
  onChange(value: string[]): void;
}) {
  return (
    <fieldset className="choices">
      <legend>
        {title}
        {value.length === 0 && <span className="quiet">（不选为不限）</span>}
      </legend>
      {options.map(([word, label]) => (
        <CheckField
          key={word}
          label={label}
          checked={value.includes(word)}
          onChange={(event) => onChange(event.target.checked ? [...value, word] : value.filter((one) => one !== word))}
        />
      ))}
    </fieldset>
  );
}

const labelIn = (labels: Record<string, string>, word: string): string => labels[word] ?? word;
