import { useState } from 'react';
import { useRead, useSend } from '#phone/api';
import { Button, Done, Loaded, Problem } from '#phone/kit';
import { Link } from '#phone/place';
import type { WorkItemRow } from '../../contract.ts';
import { workItems } from './calls.ts';
import { ItemCard } from './ItemCard.tsx';

/** Which part of one's work（哪一类待办）; the address holds it. */
export const parts = ['to-do', 'to-verify', 'to-write-off', 'sent', 'closed'] as const;
export type Part = (typeof parts)[number];
export const partOf = (word: string | null): Part => parts.find((part) => part === word) ?? 'to-do';

export interface Counts {
  toVerify: number;
  toWriteOff: number;
  /** issued lists that name one's organization as lead or partner */
  ledLists: readonly { id: string; toVerify: number }[];
}

interface TodoProps {
  organizationId: string;
  part: Part;
  page: number;
  /** absent while it is being counted, or for who may not see it */
  counts: Counts | undefined;
}

const size = 50;

/** 待办: what waits for me, the most urgent first. Judging is a part of its own, shown only to whom something waits for. */
export function Todo({ organizationId, part, page, counts }: TodoProps) {
  const found = useRead(`to-do/${organizationId}/${part}/${page}`, () => read(organizationId, part, page, counts));
  const judging = (counts?.toVerify ?? 0) + (counts?.toWriteOff ?? 0) > 0 || part.startsWith('to-v') || part.startsWith('to-w');
  return (
    <>
      {judging && <Parts part={part} counts={counts} />}
      <Loaded of={found}>
        {({ rows, total }) => (
          <>
            {part === 'to-do' && <Receipts organizationId={organizationId} rows={rows} onAccepted={found.reload} />}
            {rows.length === 0 && <p className="card">{nothing[part]}</p>}
            {groupsOf(part, rows).map(([title, items]) => (
              <div className="items" key={title}>
                <h2>
                  {title}（{items.length}）
                </h2>
                <ul className="items">
                  {items.map((item) => (
                    <ItemCard key={item.id} item={item} showOrganization={item.organizationId !== organizationId} />
                  ))}
                </ul>
              </div>
            ))}
            {total > page * size && (
              <Link className="button plain" to={`/m/todo?part=${part}&page=${page + 1}`}>
                看后面 {total - page * size} 件
              </Link>
            )}
          </>
        )}
      </Loaded>
      <Others part={part} />
    </>
  );
}

const nothing: Record<Part, string> = {
  'to-do': '没有要办的事。',
  'to-verify': '没有等您核验的任务。',
  'to-write-off': '没有等您销号的任务。',
  sent: '没有已报结、等待核验的任务。',
  closed: '还没有销号的任务。',
};

async function read(organizationId: string, part: Part, page: number, counts: Counts | undefined): Promise<{ rows: WorkItemRow[]; total: number }> {
  switch (part) {
    case 'sent':
      return workItems.listWorkItems({ organizationId, working: ['submitted'], closed: false, page, size });
    case 'closed':
      return workItems.listWorkItems({ organizationId, judged: ['written-off', 'effective'], closed: true, sort: '-due', page, size });
    case 'to-verify': {
      const led = (counts?.ledLists ?? []).filter((list) => list.toVerify > 0);
      const found = await Promise.all([
        workItems.listWorkItems({ organizationId, waiting: part, page, size }),
        ...(page === 1 ? led.map((list) => workItems.listItemsOfList({ dutyListId: list.id, waiting: part, size })) : []),
      ]);
      const rows = [...new Map(found.flatMap(({ rows }) => rows).map((row) => [row.id, row])).values()];
      return { rows, total: found[0]?.total ?? rows.length };
    }
    default:
      return workItems.listWorkItems({ organizationId, waiting: part, page, size });
  }
}

/** The same items under headings that say what to do, urgent ones first within each. */
function groupsOf(part: Part, rows: readonly WorkItemRow[]): [string, WorkItemRow[]][] {
  const titles: Partial<Record<Part, string>> = { 'to-verify': '等您核验', 'to-write-off': '等您销号', sent: '已报结，等待核验', closed: '已销号' };
  const title = titles[part];
  const groups = new Map<string, WorkItemRow[]>();
  for (const heading of ['被退回，要补办', '要签收', '正在办']) groups.set(heading, []);
  for (const row of rows) {
    const heading = title ?? (row.judged === 'returned' ? '被退回，要补办' : row.working === 'dispatched' ? '要签收' : '正在办');
    groups.set(heading, [...(groups.get(heading) ?? []), row]);
  }
  return [...groups].filter(([, items]) => items.length > 0);
}

function Parts({ part, counts }: { part: Part; counts: Counts | undefined }) {
  const shown: [Part, string][] = [
    ['to-do', '我要办的'],
    ['to-verify', `要我核验 ${counts?.toVerify ?? ''}`],
    ['to-write-off', `要我销号 ${counts?.toWriteOff ?? ''}`],
  ];
  return (
    <nav className="parts" aria-label="待办类别">
      {shown.map(([word, label]) => (
        <Link key={word} to={`/m/todo?part=${word}`} current={word === part}>
          {label}
        </Link>
      ))}
    </nav>
  );
}

function Others({ part }: { part: Part }) {
  const others: [Part, string][] = [
    ['to-do', '回到待办'],
    ['sent', '看已报结、等待核验的'],
    ['closed', '看已销号的'],
  ];
  return (
    <nav aria-label="其他任务" className="others">
      {others
        .filter(([word]) => word !== part && (word !== 'to-do' || part === 'sent' || part === 'closed'))
        .map(([word, label]) => (
          <Link key={word} className="button link" to={`/m/todo?part=${word}`}>
            {label}
          </Link>
        ))}
    </nav>
  );
}

/** 全部签收: one touch for everything that has come. */
function Receipts({ organizationId, rows, onAccepted }: { organizationId: string; rows: readonly WorkItemRow[]; onAccepted: () => Promise<void> }) {
  const [accepted, setAccepted] = useState<number>();
  const waiting = rows.filter(({ may }) => may.includes('accept'));
  const { send, busy, error } = useSend(workItems.acceptWorkItems, async (answer) => {
    setAccepted(answer.accepted);
    await onAccepted();
  });
  if (accepted !== undefined && waiting.length === 0) {
    return (
      <Done title={`已签收 ${accepted} 件`}>
        <p>签收时间已经记下。办完一件，登记一条佐证，再报结。</p>
      </Done>
    );
  }
  if (waiting.length === 0) return <Problem error={error} />;
  return (
    <>
      <Button look="main" busy={busy} onClick={() => send({ organizationId, workItemIds: waiting.map(({ id }) => id) })}>
        全部签收（{waiting.length} 件）
      </Button>
      <Problem error={error} />
    </>
  );
}
