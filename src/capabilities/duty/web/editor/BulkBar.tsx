import { Button, Select } from 'antd';
import { Suspense, useState } from 'react';
import { OrganizationPicker } from '#organization/desk';
import { AreaField, CheckField, ChoiceField, TextField } from '#web/parts';
import type { DutyChange, Party } from '../../contract.ts';
import { dutyFieldLabel, dutyFields } from '../../rules/words.ts';
import { usualPosts } from './ItemForm.tsx';
import { noTiming, TimingEditor, timingOf } from './TimingEditor.tsx';
import type { ListEditor } from './use-list-editor.ts';

const blank = { leads: [] as Party[], posts: [] as string[], timing: noTiming, field: '', measures: '', criterion: '' };

/** 批量填写: the same lead, posts, deadline or rhythm for everything that is ticked; only what is filled in here is written. */
export function BulkBar({ editor, onMerge }: { editor: ListEditor; onMerge(ids: readonly string[]): void }) {
  const { selected, actions, busy } = editor;
  const [filled, setFilled] = useState(blank);
  const [more, setMore] = useState(false);
  const [overwrite, setOverwrite] = useState(false);
  const chosen = [...selected];
  const change = changeOf(filled);
  const nothing = Object.keys(change).length === 0;

  const fill = async () => {
    if (await actions.fill(chosen, change, overwrite)) setFilled(blank);
  };

  return (
    <section className="bulk" aria-label="批量填写">
      <div className="bulk-head">
        <strong>已选 {chosen.length} 条，一起填：</strong>
        <Button disabled={busy} onClick={() => void actions.confirm(chosen)}>
          确认虚线内容
        </Button>
        <Button disabled={busy || chosen.length < 2} onClick={() => onMerge(chosen)}>
          合并 <kbd>M</kbd>
        </Button>
        <Button onClick={() => actions.setSelected(new Set())}>取消选择</Button>
      </div>
      <div className="bulk-fields">
        <div className="field">
          <span className="field-label">牵头单位</span>
          <Suspense fallback={<div className="native" />}>
            <OrganizationPicker label="批量填写：牵头单位" free value={filled.leads} onChange={(leads) => setFilled({ ...filled, leads })} />
          </Suspense>
        </div>
        <div className="field">
          <span className="field-label">责任岗位</span>
          <Select<string[]>
            aria-label="批量填写：责任岗位"
            mode="tags"
            style={{ width: '100%' }}
            placeholder="选择或输入"
            value={filled.posts}
            onChange={(posts) => setFilled({ ...filled, posts: posts.slice(0, 10) })}
            options={usualPosts}
          />
        </div>
        <TimingEditor value={filled.timing} onChange={(timing) => setFilled({ ...filled, timing })} />
        <ChoiceField
          label="领域"
          empty="不填"
          options={dutyFields.map((one) => [one, dutyFieldLabel[one]])}
          value={filled.field}
          onChange={(event) => setFilled({ ...filled, field: event.target.value })}
        />
        {more && (
          <>
            <AreaField label="措施" rows={2} value={filled.measures} onChange={(event) => setFilled({ ...filled, measures: event.target.value })} />
            <TextField label="见效标准" value={filled.criterion} onChange={(event) => setFilled({ ...filled, criterion: event.target.value })} />
          </>
        )}
      </div>
      <div className="bulk-actions">
        <Button type="primary" disabled={nothing} loading={busy} onClick={() => void fill()}>
          填入 {chosen.length} 条
        </Button>
        <CheckField label="已经填好的也改成这样" checked={overwrite} onChange={(event) => setOverwrite(event.target.checked)} />
        {!more && (
          <button type="button" className="text-button" onClick={() => setMore(true)}>
            还要填措施、见效标准
          </button>
        )}
      </div>
    </section>
  );
}

function changeOf({ leads, posts, timing, field, measures, criterion }: typeof blank): DutyChange {
  const when = timingOf(timing);
  const area = dutyFields.find((one) => one === field);
  return {
    ...(leads.length > 0 ? { leads } : {}),
    ...(posts.length > 0 ? { posts } : {}),
    ...(when ? { timing: when } : {}),
    ...(area ? { field: area } : {}),
    ...(measures.trim() ? { measures: measures.trim() } : {}),
    ...(criterion.trim() ? { criterion: criterion.trim() } : {}),
  };
}
