import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useMe } from '#web/session';
import { organizations } from './queries.ts';

/** An organization of the register, or a name nobody has matched to one. */
export interface Picked {
  organizationId: string | null;
  name: string;
}

interface Props {
  /** read out as the field's name */
  label: string;
  value: readonly Picked[];
  onChange(value: Picked[]): void;
  /** a name that is not in the register may be typed too */
  free?: boolean;
  /** only below this organization; one's own when absent */
  under?: string;
  multiple?: boolean;
  autoFocus?: boolean;
  placeholder?: string;
}

interface Option {
  value: string;
  label: string;
  note: string;
  picked: Picked;
}

const keyOf = ({ organizationId, name }: Picked): string => organizationId ?? `name:${name}`;

/** 选择党组织: type a part of the name; Enter takes the first that is found. */
export function OrganizationPicker({ label, value, onChange, free = false, under, multiple = true, autoFocus = false, placeholder = '输入名称查找' }: Props) {
  const me = useMe();
  const [words, setWords] = useState('');
  const q = useDeferredValue(words.trim());
  const { data, isFetching } = useQuery({
    ...organizations.searchOrganizations.queryOptions({ input: { organizationId: under ?? me.organizationId, q, size: 20 } }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  const found: Option[] = (data?.rows ?? []).map(({ id, name, parentName }) => ({
    value: id,
    label: name,
    note: parentName,
    picked: { organizationId: id, name },
  }));
  const exact = found.some(({ label }) => label === q);
  const typed: Option[] = free && q && !exact ? [{ value: `name:${q}`, label: q, note: '按填写的名称', picked: { organizationId: null, name: q } }] : [];
  const kept: Option[] = value.map((picked) => ({ value: keyOf(picked), label: picked.name, note: '', picked }));
  const options = [...found, ...typed];

  const choose = (keys: readonly string[]) => {
    const known = new Map([...kept, ...options].map((option) => [option.value, option.picked]));
    onChange(keys.flatMap((key) => known.get(key) ?? []));
    setWords('');
  };

  return (
    <Select<string[], Option>
      mode="multiple"
      aria-label={label}
      className="organization-picker"
      style={{ width: '100%' }}
      autoFocus={autoFocus}
      placeholder={placeholder}
      value={value.map(keyOf)}
      options={[...options, ...kept.filter(({ value: key }) => !options.some((option) => option.value === key))]}
      showSearch={{
        filterOption: (_, option) => option !== undefined && options.some(({ value: key }) => key === option.value),
        searchValue: words,
        onSearch: setWords,
      }}
      onChange={(keys) => choose(multiple ? keys : keys.slice(-1))}
      loading={isFetching}
      notFoundContent={isFetching ? '正在查找…' : '没有找到。可以换一个短一点的词。'}
      optionRender={({ data: { label: name, note } }) => (
        <span>
          {name} <span className="quiet">{note}</span>
        </span>
      )}
    />
  );
}
