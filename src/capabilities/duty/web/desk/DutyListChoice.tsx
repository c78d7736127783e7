import { useSuspenseQuery } from '@tanstack/react-query';
import { ChoiceField } from '#web/parts';
import { useMe } from '#web/session';
import { duties } from '../queries.ts';

/** 选择责任清单: the issued ones that one can see. */
export function DutyListChoice({ value, onChange }: { value: string | undefined; onChange(dutyListId: string | undefined): void }) {
  const { organizationId } = useMe();
  const { data } = useSuspenseQuery(duties.listDutyLists.queryOptions({ input: { organizationId, states: ['issued'], size: 200 }, staleTime: 60_000 }));
  const options = data.rows.map(({ id, title, number }) => [id, number ? `${title}（${number}）` : title] as const);
  return (
    <ChoiceField label="责任清单" empty="全部清单" options={options} value={value ?? ''} onChange={(event) => onChange(event.target.value || undefined)} />
  );
}
