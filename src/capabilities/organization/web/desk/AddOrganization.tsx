import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { CheckField, ChoiceField, Dialog, Refused, TextField, today } from '#web/parts';
import type { OrganizationView } from '../../contract.ts';
import { type Field, type Form, fieldLabel, formLabel, type Kind, kindLabel } from '../../rules/words.ts';
import { organizations } from '../queries.ts';

interface Props {
  parent: OrganizationView;
  onClose(): void;
  onAdded(): void;
}

/** 登记下级党组织: a name, what it is, and the day it was approved; the rest has a usual value. */
export function AddOrganization({ parent, onClose, onAdded }: Props) {
  const [name, setName] = useState('');
  const [kind, setKind] = useState<Kind>('branch');
  const [form, setForm] = useState<Form>('ordinary');
  const [field, setField] = useState<Field>(parent.field === 'county' || parent.field === 'town' ? 'village' : parent.field);
  const [hasCommittee, setHasCommittee] = useState(true);
  const [setUpOn, setSetUpOn] = useState(today);
  const cache = useQueryClient();
  const { mutate, isPending, error } = useMutation(
    organizations.addOrganization.mutationOptions({
      onSuccess: async () => {
        await cache.invalidateQueries({ queryKey: organizations.key() });
        onAdded();
        onClose();
      },
    }),
  );
  const act = () => mutate({ organizationId: parent.id, name, kind, form, field, hasCommittee, setUpOn });

  return (
    <Dialog title={`在“${parent.name}”下登记党组织`} onClose={onClose} submit={{ label: '登记', pending: isPending, act }}>
      <TextField
        label="名称"
        hint="按批复的全称填写，如：柳树村党支部"
        required
        maxLength={60}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <ChoiceField label="类别" options={Object.entries(kindLabel)} value={kind} onChange={(event) => setKind(event.target.value as Kind)} />
      <ChoiceField label="领域" options={Object.entries(fieldLabel)} value={field} onChange={(event) => setField(event.target.value as Field)} />
      <ChoiceField label="形式" options={Object.entries(formLabel)} value={form} onChange={(event) => setForm(event.target.value as Form)} />
      <CheckField label="设委员会" checked={hasCommittee} onChange={(event) => setHasCommittee(event.target.checked)} />
      <TextField label="批复日期" type="date" required max={today()} value={setUpOn} onChange={(event) => setSetUpOn(event.target.value)} />
      <Refused error={error} />
    </Dialog>
  );
}
