import { useMutation, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { ChoiceField, Dialog, Refused, TextField, today } from '#web/parts';
import { accounts } from '#web/session';
import type { GrantView } from '../../views.ts';

/** 授予角色: what, where, from when until when. The security administrator sees names of organizations and nothing else. */
export function NewGrant({ accountId, onClose, onDone }: { accountId: string; onClose(): void; onDone(): void }) {
  const { data: roles } = useSuspenseQuery(accounts.listRoles.queryOptions({ staleTime: Number.POSITIVE_INFINITY }));
  const [role, setRole] = useState<GrantView['role']>('branch-secretary');
  const [words, setWords] = useState('');
  const [organizationId, setOrganizationId] = useState('');
  const [fromDay, setFromDay] = useState(today);
  const [toDay, setToDay] = useState('');
  const [tried, setTried] = useState(false);
  const q = useDeferredValue(words.trim());
  const { data: places } = useQuery(accounts.findGrantPlaces.queryOptions({ input: { q, size: 50 } }));
  const options = (places?.rows ?? []).map(({ id, name, parentName }) => [id, parentName ? `${name}（${parentName}）` : name] as const);
  const { mutate, isPending, error } = useMutation(
    accounts.grantRole.mutationOptions({
      onSuccess: () => {
        onDone();
        onClose();
      },
    }),
  );
  const act = () => {
    setTried(true);
    if (organizationId) mutate({ accountId, organizationId, role, fromDay, toDay: toDay || null });
  };

  return (
    <Dialog title="授予角色" onClose={onClose} submit={{ label: '授予', pending: isPending, act }}>
      <ChoiceField
        label="角色"
        options={roles.rows.map((one) => [one.role, one.label] as const)}
        value={role}
        onChange={(event) => setRole(event.target.value as GrantView['role'])}
      />
      <TextField label="按名称查找党组织" type="search" value={words} onChange={(event) => setWords(event.target.value)} />
      <ChoiceField
        label="党组织"
        required
        empty={options.length ? '请选择' : '没有找到'}
        options={options}
        value={organizationId}
        error={tried && !organizationId ? '请选择一个党组织。' : undefined}
        onChange={(event) => setOrganizationId(event.target.value)}
      />
      <TextField label="起始日" type="date" required min={today()} value={fromDay} onChange={(event) => setFromDay(event.target.value)} />
      <TextField label="截止日" hint="长期的留空。" type="date" min={fromDay} value={toDay} onChange={(event) => setToDay(event.target.value)} />
      <Refused error={error} />
    </Dialog>
  );
}
