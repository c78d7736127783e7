import { Button, Select } from 'antd';
import { type KeyboardEvent, Suspense, useEffect, useId, useRef, useState } from 'react';
import { OrganizationPicker } from '#organization/desk';
import { AreaField, ChoiceField, Refused, TextField } from '#web/parts';
import type { DutyChange, DutyView } from '../../contract.ts';
import { dutyFieldLabel, dutyFields } from '../../rules/words.ts';
import type { DraftList } from './draft-list.ts';
import { TargetEditor } from './TargetEditor.tsx';
import { draftOf, TimingEditor, timingOf } from './TimingEditor.tsx';
import type { ListEditor } from './use-list-editor.ts';

interface Props {
  duty: DutyView;
  field: string;
  ordinal: number;
  list: DraftList;
  actions: ListEditor['actions'];
  error: unknown;
  onDrop: ((id: string) => void) | undefined;
}

/** 就地修改: every element of one item; saved as one types, Esc to leave. */
export function ItemForm({ duty, field, ordinal, list, actions, error, onDrop }: Props) {
  const { id } = duty;
  const box = useRef<HTMLDivElement>(null);
  const posts = useId();
  const [timing, setTiming] = useState(() => draftOf(duty.timing));
  const change = (changed: DutyChange) => list.change(id, changed);

  useEffect(() => {
    const place = box.current?.querySelector<HTMLElement>(`[data-field="${field}"]`);
    place?.querySelector<HTMLElement>('input,textarea,select')?.focus();
    place?.scrollIntoView({ block: 'nearest' });
  }, [field]);

  const leave = () => {
    actions.stopEditing();
    requestAnimationFrame(() => document.getElementById(`item-${id}`)?.focus());
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) leave();
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      const order = list.ids();
      const next = order[order.indexOf(id) + 1];
      if (next) actions.edit(next, field);
      else leave();
    }
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc and Ctrl+Enter from any field inside
    <div ref={box} className="item-form" onKeyDown={onKey}>
      <div data-field="goal">
        <AreaField label="任务事项" rows={2} maxLength={400} value={duty.goal} onChange={(event) => change({ goal: event.target.value })} />
      </div>
      <div data-field="measures">
        <AreaField label="措施" rows={3} maxLength={4000} value={duty.measures} onChange={(event) => change({ measures: event.target.value })} />
      </div>
      <div data-field="leads" className="field">
        <span className="field-label">牵头单位</span>
        <Suspense fallback={<div className="native" />}>
          <OrganizationPicker label="牵头单位" free value={duty.leads} onChange={(leads) => change({ leads })} />
        </Suspense>
      </div>
      <div data-field="partners" className="field">
        <span className="field-label">配合单位</span>
        <Suspense fallback={<div className="native" />}>
          <OrganizationPicker label="配合单位" free value={duty.partners} onChange={(partners) => change({ partners })} />
        </Suspense>
      </div>
      <div data-field="timing" className="item-form-wide">
        <TimingEditor
          value={timing}
          onChange={(draft) => {
            setTiming(draft);
            const whole = timingOf(draft);
            if (whole !== null || draft.kind === '') change({ timing: whole });
          }}
        />
      </div>
      <div data-field="target" className="item-form-wide">
        <TargetEditor value={duty.target} onChange={(target) => change({ target })} />
      </div>
      <div data-field="posts" className="field">
        <label className="field-label" htmlFor={posts}>
          责任岗位
        </label>
        <Select<string[]>
          id={posts}
          mode="tags"
          style={{ width: '100%' }}
          placeholder="例如 党委书记，回车确认"
          value={duty.posts}
          onChange={(names) => change({ posts: names.slice(0, 10) })}
          options={usualPosts}
        />
      </div>
      <div data-field="field">
        <ChoiceField
          label="领域"
          empty="不填"
          options={dutyFields.map((one) => [one, dutyFieldLabel[one]])}
          value={duty.field ?? ''}
          onChange={(event) => change({ field: dutyFields.find((one) => one === event.target.value) ?? null })}
        />
      </div>
      <div data-field="criterion" className="item-form-wide">
        <TextField label="见效标准" maxLength={1000} value={duty.criterion} onChange={(event) => change({ criterion: event.target.value })} />
      </div>
      <div className="item-form-wide">
        <Refused error={error} />
        <div className="form-actions">
          <Button onClick={leave}>完成（Esc）</Button>
          <Button onClick={() => actions.askSplit(id)}>拆分…</Button>
          {onDrop && <Button onClick={() => onDrop(id)}>不立项…</Button>}
          <Button onClick={() => void actions.remove(id)} aria-label={`删除第 ${ordinal} 条`}>
            删除
          </Button>
        </div>
      </div>
    </div>
  );
}

/** Posts that lists usually hold to account（常用责任岗位）; others are typed. */
export const usualPosts = ['党委书记', '党委副书记', '组织委员', '党组书记', '党支部书记', '分管领导', '党务工作者'].map((post) => ({
  value: post,
  label: post,
}));
