import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { ChoiceField, TextField } from '#web/parts';
import { members } from '../queries.ts';

interface Props {
  organizationId: string;
  value: string;
  onChange(personId: string): void;
}

/** 选择党员: part of a name, then one of those found; namesakes are told apart by branch and year of birth. */
export function MemberPicker({ organizationId, value, onChange }: Props) {
  const [words, setWords] = useState('');
  const q = useDeferredValue(words.trim());
  const { data } = useQuery(members.listMembers.queryOptions({ input: { organizationId, q, size: 50 } }));
  const options = (data?.rows ?? []).map(
    ({ personId, name, bornOn, organizationName }) => [personId, `${name}（${bornOn.slice(0, 4)}年生，${organizationName}）`] as const,
  );
  return (
    <>
      <TextField label="按姓名查找党员" type="search" value={words} onChange={(event) => setWords(event.target.value)} />
      <ChoiceField
        label="党员"
        required
        hint={data && data.total > data.rows.length ? `共 ${data.total} 人，请用姓名缩小范围。` : undefined}
        empty={options.length ? '请选择' : '没有找到党员'}
        options={options}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </>
  );
}
