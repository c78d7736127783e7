import { memo, type ReactNode, useSyncExternalStore } from 'react';
import type { DutyView, Suggestion } from '../../contract.ts';
import { gapLabel } from '../../rules/gaps.ts';
import { dutyFieldLabel } from '../../rules/words.ts';
import { partiesText, targetText, timingText } from '../words.ts';
import { ConflictPanel } from './ConflictPanel.tsx';
import type { DraftList } from './draft-list.ts';
import { isUseful } from './filling.ts';
import { ItemForm } from './ItemForm.tsx';
import { SuggestionLine } from './SuggestionLine.tsx';
import type { ListEditor } from './use-list-editor.ts';

interface Props {
  id: string;
  ordinal: number;
  list: DraftList;
  actions: ListEditor['actions'];
  mayEdit: boolean;
  current: boolean;
  selected: boolean;
  /** the field whose editor has the focus; absent while the card is only read */
  editing: string | undefined;
  suggestion: Suggestion | undefined;
  /** absent where items rest on no sentence that could be marked */
  onDrop: ((id: string) => void) | undefined;
}

/** 任务条目: read at a glance, edited where it stands; what rules proposed is dotted until somebody confirms it. */
export const ItemCard = memo((props: Props) => {
  const { id, ordinal, list, actions, mayEdit, current, selected, editing, suggestion } = props;
  const draft = useSyncExternalStore(list.subscribe, () => list.draft(id));
  const duty = list.shown(id);
  if (!draft || !duty) return null;
  const complete = duty.gaps.length === 0;

  return (
    <li>
      <article
        id={`item-${id}`}
        tabIndex={current ? 0 : -1}
        className={`item${current ? ' item-current' : ''}${selected ? ' item-selected' : ''}`}
        aria-label={`第 ${ordinal} 条，${duty.goal}${complete ? '' : `，缺${duty.gaps.map((gap) => gapLabel[gap]).join('、')}`}`}
        onFocus={() => !current && actions.setCurrent(id)}
      >
        <div className="item-head">
          {mayEdit && <input type="checkbox" aria-label={`选择第 ${ordinal} 条`} checked={selected} onChange={() => actions.toggle(id)} />}
          <span className="item-number">{ordinal}</span>
          <div className="item-goal">
            {editing === undefined ? (
              <Value {...props} duty={duty} field="goal" empty="（没有写任务事项）">
                {duty.goal}
              </Value>
            ) : (
              <span className="quiet">正在修改，边填边存</span>
            )}
          </div>
          <ul className="item-gaps">
            {duty.gaps.map((gap) => (
              <li key={gap} className="gap">
                <span aria-hidden="true">△</span> 缺{gapLabel[gap]}
              </li>
            ))}
            {mayEdit && complete && duty.proposed.length > 0 && <li className="quiet">待确认</li>}
            {mayEdit && complete && duty.proposed.length === 0 && <li className="quiet">要素齐</li>}
            {draft.saving === 'failed' && !draft.conflict && <li className="gap">没有保存</li>}
          </ul>
        </div>
        {draft.conflict && <ConflictPanel draft={draft} list={list} />}
        {editing === undefined ? (
          <ItemFields {...props} duty={duty} />
        ) : (
          <ItemForm
            duty={duty}
            field={editing}
            list={list}
            actions={actions}
            ordinal={ordinal}
            error={draft.conflict ? undefined : draft.error}
            onDrop={props.onDrop}
          />
        )}
        {mayEdit && isUseful(duty, suggestion) && suggestion && <SuggestionLine duty={duty} suggestion={suggestion} actions={actions} />}
      </article>
    </li>
  );
});

/** What must be there is always drawn; the rest only where it says something. */
function ItemFields(props: Props & { duty: DutyView }) {
  const { duty, mayEdit, actions } = props;
  const [basis] = duty.bases;
  const more: [label: string, field: string, text: string][] = [
    ['指标', 'target', duty.target ? targetText(duty.target) : ''],
    ['责任岗位', 'posts', duty.posts.join('、')],
    ['配合', 'partners', partiesText(duty.partners)],
    ['领域', 'field', duty.field ? dutyFieldLabel[duty.field] : ''],
    ['见效标准', 'criterion', duty.criterion],
  ];
  return (
    <>
      <dl className="item-fields">
        <Field label="措施" wide>
          <Value {...props} field="measures" empty="待补" must>
            {duty.measures}
          </Value>
        </Field>
        <Field label="牵头">
          <Value {...props} field="leads" empty="待补" must>
            {partiesText(duty.leads)}
          </Value>
        </Field>
        <Field label="时限">
          <Value {...props} field="timing" empty={duty.deadlineText ? `${duty.deadlineText}（待定年份）` : '待补'} must>
            {duty.timing ? timingText(duty.timing) : ''}
          </Value>
        </Field>
        {more
          .filter(([, , text]) => text !== '')
          .map(([label, field, text]) => (
            <Field key={field} label={label}>
              <Value {...props} field={field} empty="">
                {text}
              </Value>
            </Field>
          ))}
      </dl>
      <p className="item-basis">
        {basis && !basis.directiveId && (
          <span className="quiet">
            依据：{basis.source}
            {duty.bases.length > 1 && ` 等 ${duty.bases.length} 处`}
          </span>
        )}
        {basis?.directiveId && (
          <button type="button" className="text-button item-source" onClick={() => actions.setCurrent(duty.id)} title={`“${basis.quote}”`}>
            ↩ {basis.heading.length > 0 ? basis.heading.join(' › ') : basis.source}
            {duty.bases.length > 1 && ` 等 ${duty.bases.length} 处`}
          </button>
        )}
        {mayEdit && (
          <button type="button" className="text-button item-more" tabIndex={-1} onClick={() => actions.edit(duty.id, 'posts')}>
            修改、补充<span className="visually-hidden">第 {duty.ordinal} 条</span>
          </button>
        )}
      </p>
    </>
  );
}

function Field({ label, wide = false, children }: { label: string; wide?: boolean; children: ReactNode }) {
  return (
    <div className={wide ? 'item-field item-field-wide' : 'item-field'}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** One value: a click edits it in place. `must`: the list cannot be submitted without it. */
function Value({
  id,
  duty,
  field,
  empty,
  must = false,
  mayEdit,
  actions,
  children,
}: Pick<Props, 'id' | 'mayEdit' | 'actions'> & { duty: DutyView; field: string; empty: string; must?: boolean; children: string }) {
  const proposed = duty.proposed.includes(field) && children !== '';
  const face = (
    <>
      {children || empty}
      {proposed && <span className="visually-hidden">（建议，待确认）</span>}
    </>
  );
  const look = `item-value${proposed ? ' item-proposed' : ''}${must && children === '' ? ' item-empty' : ''}`;
  if (!mayEdit) return <span className={look}>{face}</span>;
  return (
    <button type="button" className={look} tabIndex={-1} onClick={() => actions.edit(id, field)}>
      {face}
    </button>
  );
}
