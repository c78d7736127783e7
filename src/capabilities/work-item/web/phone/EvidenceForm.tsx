import { type FormEvent, useState } from 'react';
import { keep, useRead, useSend } from '#phone/api';
import { useDraft } from '#phone/draft';
import { Actions, Button, Check, Choice, DayField, FileField, Loaded, Notice, newId, Problem, stepForm, TextArea, TextField, today } from '#phone/kit';
import { shrinkPicture } from '#phone/picture';
import { replace } from '#phone/place';
import type { EvidenceView, WorkItemView } from '../../contract.ts';
import { evidenceTitle } from '../words.ts';
import { itemKey, workItems } from './calls.ts';

/** Upload a file for one's organization; given by the shell, because files belong to another capability. */
export type Upload = (organizationId: string, file: File) => Promise<{ id: string }>;

interface EvidenceDraft {
  evidenceId: string;
  kind: EvidenceView['kind'];
  note: string;
  happenedOn: string;
  forAnother: boolean;
  onBehalfOf: string;
  beneficiary: string;
}

type Missing = Partial<Record<'note' | 'file' | 'beneficiary' | 'onBehalfOf', string>>;

const kinds = [
  { value: 'record', label: '写几句话', hint: '做了什么、结果怎样' },
  { value: 'document', label: '照片或文件', hint: '会议记录、名单、现场照片' },
  { value: 'confirmation', label: '群众或当事人确认', hint: '写明是谁确认的' },
] as const;

/** 登记佐证: one sentence or one photo is enough; the day is today unless it was another. */
export function EvidenceForm({ workItemId, upload }: { workItemId: string; upload: Upload }) {
  const found = useRead(itemKey(workItemId), () => workItems.readWorkItem({ workItemId }));
  return <Loaded of={found}>{(item) => <Form item={item} upload={upload} />}</Loaded>;
}

function Form({ item, upload }: { item: WorkItemView; upload: Upload }) {
  const draft = useDraft<EvidenceDraft>(`evidence.${item.id}`, () => ({
    evidenceId: newId(),
    kind: 'record',
    note: '',
    happenedOn: today(),
    forAnother: false,
    onBehalfOf: '',
    beneficiary: '',
  }));
  const { value, change, save } = draft;
  const [file, setFile] = useState<File>();
  const [tried, setTried] = useState(false);
  const lacks = missingIn(value, file);
  const missing: Missing = tried ? lacks : {};

  const { send, busy, error } = useSend(
    async () => {
      const attachment = value.kind === 'document' && file ? await upload(item.organizationId, await shrinkPicture(file)) : undefined;
      return workItems.addEvidence({
        workItemId: item.id,
        evidenceId: value.evidenceId,
        kind: value.kind,
        title: evidenceTitle(value, file?.name),
        note: value.note,
        happenedOn: value.happenedOn,
        ...(attachment ? { attachmentId: attachment.id } : {}),
        ...(value.kind === 'confirmation' ? { beneficiary: value.beneficiary } : {}),
        ...(value.forAnother ? { onBehalfOf: value.onBehalfOf } : {}),
      });
    },
    (answer) => {
      keep(itemKey(item.id), answer);
      draft.clear();
      replace(`/m/todo/${item.id}?saved`);
    },
  );

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(lacks).length === 0) send(undefined);
  };

  return (
    <form id={stepForm} noValidate onSubmit={submit} onBlur={save} className="fields">
      {draft.found && <Notice>上次没有填完的内容还在，可以接着填。</Notice>}
      <div className="card">
        <p className="quiet">{item.title}</p>
        <Choice legend="用什么证明" options={kinds} value={value.kind} onChange={(kind) => change({ kind })} />
        {value.kind === 'document' && (
          <FileField
            label="照片或文件"
            hint="照片会自动压缩，省流量。没有要求必须拍照。"
            accept="image/*,.pdf,.doc,.docx,.xls,.xlsx,.txt"
            chosen={file?.name}
            problem={missing.file}
            onChoose={setFile}
          />
        )}
        {value.kind === 'confirmation' && (
          <TextField
            label="谁确认的"
            value={value.beneficiary}
            onChange={(beneficiary) => change({ beneficiary })}
            problem={missing.beneficiary}
            maxLength={30}
          />
        )}
        <TextArea
          label={value.kind === 'record' ? '做了什么，结果怎样' : value.kind === 'document' ? '说明（可以不填）' : '确认了什么'}
          value={value.note}
          onChange={(note) => change({ note })}
          problem={missing.note}
          maxLength={2_000}
          rows={value.kind === 'document' ? 2 : 4}
        />
        <DayField label="哪一天的事" value={value.happenedOn} max={today()} onChange={(happenedOn) => change({ happenedOn })} />
        <Check label="我是替别人登记的" checked={value.forAnother} onChange={(forAnother) => change({ forAnother })} />
        {value.forAnother && (
          <TextField
            label="替谁登记"
            hint="登记人写您自己，经办人写他。"
            value={value.onBehalfOf}
            onChange={(onBehalfOf) => change({ onBehalfOf })}
            problem={missing.onBehalfOf}
            maxLength={30}
          />
        )}
      </div>
      <Problem error={error} />
      <Actions>
        <Button look="main" type="submit" form={stepForm} busy={busy}>
          保存佐证
        </Button>
      </Actions>
    </form>
  );
}

function missingIn({ kind, note, beneficiary, forAnother, onBehalfOf }: EvidenceDraft, file: File | undefined): Missing {
  return {
    ...(kind !== 'document' && note.trim().length < 2 && { note: '请写一句话，两个字以上。' }),
    ...(kind === 'document' && !file && { file: '请拍一张照片，或选一个文件。' }),
    ...(kind === 'confirmation' && beneficiary.trim().length < 2 && { beneficiary: '请写明是谁确认的。' }),
    ...(forAnother && onBehalfOf.trim().length < 2 && { onBehalfOf: '请写明替谁登记。' }),
  };
}
