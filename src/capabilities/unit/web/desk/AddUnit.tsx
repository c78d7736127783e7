import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { OrganizationPicker, type Picked } from '#organization/desk';
import { ChoiceField, Dialog, Refused, TextField } from '#web/parts';
import { type UnitKind, unitKindLabel } from '../../rules/words.ts';
import { units } from '../queries.ts';

/** 登记单位, and which organization is set up in it, if any. */
export function AddUnit({ organizationId, onClose }: { organizationId: string; onClose(): void }) {
  const [name, setName] = useState('');
  const [kind, setKind] = useState<UnitKind>('village');
  const [creditCode, setCreditCode] = useState('');
  const [employees, setEmployees] = useState('0');
  const [coveredBy, setCoveredBy] = useState<readonly Picked[]>([]);
  const cache = useQueryClient();
  const { mutate, isPending, error } = useMutation(
    units.addUnit.mutationOptions({
      onSuccess: async () => {
        await cache.invalidateQueries({ queryKey: units.key() });
        onClose();
      },
    }),
  );
  const act = () =>
    mutate({ organizationId, name, kind, creditCode: creditCode || null, employees: Number(employees), coveredById: coveredBy[0]?.organizationId ?? null });

  return (
    <Dialog title="登记单位" onClose={onClose} submit={{ label: '登记', pending: isPending, act }}>
      <TextField label="单位名称" required maxLength={60} value={name} onChange={(event) => setName(event.target.value)} />
      <ChoiceField label="类别" options={Object.entries(unitKindLabel)} value={kind} onChange={(event) => setKind(event.target.value as UnitKind)} />
      <TextField
        label="统一社会信用代码"
        hint="18 位，可以以后再补。"
        maxLength={18}
        value={creditCode}
        onChange={(event) => setCreditCode(event.target.value.toUpperCase())}
      />
      <TextField label="从业人员" type="number" min={0} value={employees} onChange={(event) => setEmployees(event.target.value)} />
      <div className="field">
        <p>
          <strong>设在其中的党组织</strong>（没有就留空）
        </p>
        <Suspense fallback={<p>正在读取……</p>}>
          <OrganizationPicker label="设在其中的党组织" value={coveredBy} onChange={setCoveredBy} under={organizationId} multiple={false} />
        </Suspense>
      </div>
      <Refused error={error} />
    </Dialog>
  );
}
