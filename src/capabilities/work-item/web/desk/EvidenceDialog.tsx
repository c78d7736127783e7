import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { upload } from '#attachment/desk';
import { AreaField, CheckField, ChoiceField, Dialog, TextField, today } from '#web/parts';
import type { EvidenceView } from '../../contract.ts';
import { workItems } from '../queries.ts';
import { evidenceKindLabel, evidenceTitle } from '../words.ts';
import type { StepProps } from './ItemActions.tsx';
import { Stale } from './Stale.tsx';

const kinds = Object.entries(evidenceKindLabel);
const noteLabel: Record<EvidenceView['kind'], string> = { record: '做了什么，结果怎样', document: '说明（可以不填）', confirmation: '确认了什么' };

/** 登记佐证: a record, a document or a named person's confirmation. Its id is made here, so that a repeated send is one record. */
export function EvidenceDialog({ item, onChanged, onRefresh, onClose }: StepProps & { onClose(): void }) {
  const [evidenceId] = useState(() => crypto.randomUUID());
  const [kind, setKind] = useState<EvidenceView['kind']>('record');
  const [note, setNote] = useState('');
  const [happenedOn, setHappenedOn] = useState(today);
  const [beneficiary, setBeneficiary] = useState('');
  const [forAnother, setForAnother] = useState(false);
  const [onBehalfOf, setOnBehalfOf] = useState('');
  const [file, setFile] = useState<File>();
  const [tried, setTried] = useState(false);

  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => {
      const attachment = kind === 'document' && file ? await upload(item.organizationId, file) : undefined;
      return workItems.addEvidence.call({
        workItemId: item.id,
        evidenceId,
        kind,
        title: evidenceTitle({ kind, note, beneficiary }, file?.name),
        note,
        happenedOn,
        ...(attachment && { attachmentId: attachment.id }),
        ...(kind === 'confirmation' && { beneficiary }),
        ...(forAnother && { onBehalfOf }),
      });
    },
    onSuccess: (changed) => {
      onChanged(changed);
      onClose();
    },
  });

  const lacks = {
    note: kind !== 'document' && note.trim().length < 2 ? '请写一句话，两个字以上。' : undefined,
    file: kind === 'document' && !file ? '请选一个文件。' : undefined,
    beneficiary: kind === 'confirmation' && beneficiary.trim().length < 2 ? '请写明是谁确认的。' : undefined,
    onBehalfOf: forAnother && onBehalfOf.trim().length < 2 ? '请写明替谁登记。' : undefined,
  };
  const told: Partial<typeof lacks> = tried ? lacks : {};
  const act = () => {
    setTried(true);
    if (Object.values(lacks).every((problem) => problem === undefined)) mutate();
  };

  return (
    <Dialog title="登记佐证" onClose={onClose} submit={{ label: '保存佐证', pending: isPending, act }}>
      <ChoiceField label="用什么证明" options={kinds} value={kind} onChange={(event) => setKind(event.target.value as EvidenceView['kind'])} />
      {kind === 'document' && (
        <TextField
          label="照片或文件"
          type="file"
          hint="不超过 20 MB。没有要求必须拍照。"
          error={told.file}
          onChange={(event) => setFile(event.target.files?.[0])}
        />
      )}
      {kind === 'confirmation' && (
        <TextField label="谁确认的" error={told.beneficiary} value={beneficiary} maxLength={30} onChange={(event) => setBeneficiary(event.target.value)} />
      )}
      <AreaField label={noteLabel[kind]} error={told.note} value={note} maxLength={2_000} onChange={(event) => setNote(event.target.value)} />
      <TextField label="哪一天的事" type="date" value={happenedOn} max={today()} onChange={(event) => setHappenedOn(event.target.value)} />
      <CheckField label="我是替别人登记的" checked={forAnother} onChange={(event) => setForAnother(event.target.checked)} />
      {forAnother && (
        <TextField
          label="替谁登记"
          hint="登记人写您自己，经办人写他。"
          error={told.onBehalfOf}
          value={onBehalfOf}
          maxLength={30}
          onChange={(event) => setOnBehalfOf(event.target.value)}
        />
      )}
      <Stale error={error} onRefresh={onRefresh} />
    </Dialog>
  );
}
