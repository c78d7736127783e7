import { Button } from 'antd';
import { type FormEvent, useEffect, useState } from 'react';
import { AreaField } from '#web/parts';
import type { DutyListView } from '../../contract.ts';
import { HelpDialog } from './HelpDialog.tsx';
import { ItemPane } from './ItemPane.tsx';
import { SavedAt } from './SavedAt.tsx';
import { SubmitDialog } from './SubmitDialog.tsx';
import { type ListEditor, useListEditor } from './use-list-editor.ts';
import { useListKeys } from './use-list-keys.ts';
import { YearBanner } from './YearBanner.tsx';

/** 起草清单 without a speech: an instruction by word of mouth, or the articles of a rule, become duties one by one. */
export function ListEditing({ dutyList }: { dutyList: DutyListView }) {
  const editor = useListEditor(dutyList.id, true);
  const { list, ids, busy, actions } = editor;
  const [asking, setAsking] = useState<'help' | 'submit'>();
  const close = () => setAsking(undefined);
  useListKeys(editor, { onHelp: () => setAsking('help') });
  useEffect(() => {
    void list.refresh(true).catch(() => undefined);
  }, [list]);
  const submit = async () => {
    await list.saveAll();
    if (list.condition() === 'saved') setAsking('submit');
  };

  return (
    <>
      {dutyList.year === null && (
        <YearBanner busy={busy} onYear={(year) => void actions.setYear(year)}>
          这份清单还没有定年份，定了才能提交审核。
        </YearBanner>
      )}
      <AddDuty editor={editor} />
      <div className="list-editing">
        <ItemPane editor={editor} empty="还没有条目。在上面写下第一件要办的事。" />
      </div>
      <div className="form-actions">
        <Button type="primary" loading={busy} disabled={ids.length === 0} onClick={() => void submit()}>
          提交审核…
        </Button>
        <Button onClick={() => setAsking('help')}>快捷键 ?</Button>
        <SavedAt list={list} />
      </div>
      {asking === 'help' && <HelpDialog onClose={close} />}
      {asking === 'submit' && <SubmitDialog dutyList={dutyList} duties={ids.flatMap((id) => list.shown(id) ?? [])} onClose={close} />}
    </>
  );
}

/** 加一条: what is to be done and what it rests on; the rest is filled in on its card. The basis stays for the next one. */
function AddDuty({ editor: { actions, busy } }: { editor: ListEditor }) {
  const [goal, setGoal] = useState('');
  const [article, setArticle] = useState('');
  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (await actions.add({ goal: goal.trim() }, article.trim())) setGoal('');
  };
  return (
    <form className="panel add-duty no-print" aria-label="加一条" onSubmit={(event) => void add(event)}>
      <AreaField
        label="要办的事"
        hint="一条写一件事；措施、牵头、时限接着在下面填"
        rows={2}
        required
        maxLength={400}
        value={goal}
        onChange={(event) => setGoal(event.target.value)}
      />
      <AreaField
        label="依据"
        rows={2}
        hint="谁在什么时候要求的，或哪个文件第几条"
        placeholder="例如 县委书记9月8日口头要求"
        required
        maxLength={400}
        value={article}
        onChange={(event) => setArticle(event.target.value)}
      />
      <Button htmlType="submit" disabled={goal.trim() === '' || article.trim() === ''} loading={busy}>
        加一条
      </Button>
    </form>
  );
}
