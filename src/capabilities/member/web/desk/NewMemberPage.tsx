import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { OrganizationPath } from '#organization/desk';
import { addPerson } from '#person/desk';
import { Go, type PageProps, useLeave } from '#web/page';
import { ChoiceField, FormPage, TextField, today } from '#web/parts';
import { useMe } from '#web/session';
import { kindLabel, type MemberKind, type Occupation, occupationLabel } from '../../rules/words.ts';
import { members } from '../queries.ts';
import type { NewMemberSearch } from './index.ts';

/** 登记党员: the human and the membership on one page; a person entered before a refusal is not entered twice. */
export function NewMemberPage({ search }: PageProps<unknown, NewMemberSearch>) {
  const me = useMe();
  const leave = useLeave();
  const cache = useQueryClient();
  const organizationId = search.at ?? me.organizationId;
  const [name, setName] = useState('');
  const [sex, setSex] = useState<'1' | '2'>('1');
  const [bornOn, setBornOn] = useState('');
  const [idNumber, setIdNumber] = useState('');
  const [phone, setPhone] = useState('');
  const [kind, setKind] = useState<MemberKind>('full');
  const [joinedOn, setJoinedOn] = useState('');
  const [fullOn, setFullOn] = useState('');
  const [occupation, setOccupation] = useState<Occupation>('farmer');
  const [personId, setPersonId] = useState<string>();

  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => {
      const id = personId ?? (await addPerson({ organizationId, name, sex, bornOn, ...(idNumber && { idNumber }), ...(phone && { phone }) })).id;
      setPersonId(id);
      return members.addMember.call({ organizationId, personId: id, kind, joinedOn, fullOn: kind === 'full' && fullOn ? fullOn : null, occupation });
    },
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: members.key() });
      leave(`/members?at=${organizationId}&q=${encodeURIComponent(name)}`);
    },
  });

  return (
    <FormPage
      title="登记党员"
      lead={
        <Suspense fallback={null}>
          <OrganizationPath organizationId={organizationId} address={(at) => `/members/new?at=${at}`} />
        </Suspense>
      }
      back={<Go to={`/members?at=${organizationId}`}>党员名册</Go>}
      submit="登记"
      onSubmit={() => mutate()}
      pending={isPending}
      error={error}
    >
      <fieldset disabled={personId !== undefined}>
        <legend>本人</legend>
        <TextField label="姓名" required maxLength={40} autoComplete="off" value={name} onChange={(event) => setName(event.target.value)} />
        <ChoiceField
          label="性别"
          options={[
            ['1', '男'],
            ['2', '女'],
          ]}
          value={sex}
          onChange={(event) => setSex(event.target.value === '2' ? '2' : '1')}
        />
        <TextField label="出生日期" type="date" required max={today()} value={bornOn} onChange={(event) => setBornOn(event.target.value)} />
        <TextField
          label="身份证号"
          hint="可以以后再补；加密保存，屏幕上只显示掩码。"
          autoComplete="off"
          value={idNumber}
          onChange={(event) => setIdNumber(event.target.value)}
        />
        <TextField
          label="手机号"
          hint="可以以后再补；加密保存，屏幕上只显示掩码。"
          inputMode="tel"
          autoComplete="off"
          value={phone}
          onChange={(event) => setPhone(event.target.value)}
        />
      </fieldset>
      <fieldset>
        <legend>党籍</legend>
        <ChoiceField label="类别" options={Object.entries(kindLabel)} value={kind} onChange={(event) => setKind(event.target.value as MemberKind)} />
        <TextField label="入党日期" type="date" required max={today()} value={joinedOn} onChange={(event) => setJoinedOn(event.target.value)} />
        {kind === 'full' && (
          <TextField label="转正日期" type="date" required max={today()} value={fullOn} onChange={(event) => setFullOn(event.target.value)} />
        )}
        <ChoiceField
          label="职业"
          options={Object.entries(occupationLabel)}
          value={occupation}
          onChange={(event) => setOccupation(event.target.value as Occupation)}
        />
      </fieldset>
    </FormPage>
  );
}
