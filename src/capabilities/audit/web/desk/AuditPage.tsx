import './audit.css';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import type { PageProps } from '#web/page';
import { ChoiceField, type Column, DataTable, ExportButton, momentText, PageHead, QueryBar, TextField } from '#web/parts';
import type { EntryView } from '../../contract.ts';
import { audits } from '../queries.ts';
import { EntryDialog } from './EntryDialog.tsx';
import type { AuditSearch } from './index.ts';
import { Marks } from './Marks.tsx';
import { Verifying } from './Verifying.tsx';

/** 审计日志（安全审计员）: who did what, when and where; whether the journal is whole; reading alone, and that is recorded too. */
export function AuditPage({ search, setSearch }: PageProps<unknown, AuditSearch>) {
  const { from, to, actor, kind, subject, page } = useDeferredValue(search);
  const { data: kinds } = useSuspenseQuery(audits.listKinds.queryOptions({ staleTime: Number.POSITIVE_INFINITY }));
  const { data } = useSuspenseQuery(audits.searchEntries.queryOptions({ input: { from, to, actor, kind, subjectId: subject, page, size: 50 } }));
  const [open, setOpen] = useState<EntryView>();
  const filter = (change: Partial<{ [K in keyof AuditSearch]: AuditSearch[K] | undefined }>) => setSearch({ page: 1, ...change });

  const columns: readonly Column<EntryView>[] = [
    { title: '时间', narrow: true, render: ({ at }) => momentText(at) },
    { title: '操作人', narrow: true, render: ({ actorName }) => actorName ?? '系统' },
    {
      title: '做了什么',
      render: (entry) => (
        <button type="button" className="text-button" onClick={() => setOpen(entry)}>
          {entry.kindLabel}
        </button>
      ),
    },
    { title: '在哪个党组织', render: ({ organizationName, path }) => organizationName ?? path },
    { title: '封条', align: 'end', narrow: true, render: ({ seal, position }) => `${seal}-${position}` },
  ];

  return (
    <>
      <PageHead title="审计日志" actions={<ExportButton label="导出日志" fetchFile={() => audits.exportJournal.call()} />} />
      <Verifying />
      <QueryBar onClear={() => filter({ from: undefined, to: undefined, actor: '', kind: '', subject: undefined })}>
        <TextField label="从" type="date" value={search.from ?? ''} onChange={(event) => filter({ from: event.target.value || undefined })} />
        <TextField label="到" type="date" value={search.to ?? ''} onChange={(event) => filter({ to: event.target.value || undefined })} />
        <TextField label="操作人" type="search" value={search.actor} onChange={(event) => filter({ actor: event.target.value })} />
        <ChoiceField
          label="做了什么"
          empty="全部"
          options={kinds.rows.map((one) => [one.kind, one.label] as const)}
          value={search.kind}
          onChange={(event) => filter({ kind: event.target.value })}
        />
      </QueryBar>
      {search.subject && (
        <p>
          只看同一件事的经过。
          <button type="button" className="text-button" onClick={() => filter({ subject: undefined })}>
            看全部
          </button>
        </p>
      )}
      <DataTable
        caption="日志"
        columns={columns}
        rows={data.rows}
        keyOf={({ seal, position }) => `${seal}-${position}`}
        empty="没有符合条件的日志。可以放宽日期或清除条件。"
        page={{ page: data.page, size: data.size, total: data.total, onPage: (next) => setSearch({ page: next }) }}
        onOpen={(entry) => setOpen(entry)}
      />
      <Marks />
      {open && (
        <EntryDialog
          entry={open}
          onClose={() => setOpen(undefined)}
          onSubject={() => {
            filter({ subject: open.subjectId });
            setOpen(undefined);
          }}
        />
      )}
    </>
  );
}
