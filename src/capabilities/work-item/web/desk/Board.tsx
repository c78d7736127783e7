import './board.css';
import { useSuspenseQuery } from '@tanstack/react-query';
import { type ReactNode, useDeferredValue } from 'react';
import { Go, type PageProps, queryText } from '#web/page';
import { ChoiceField, ExportButton, Lamp, PageHead, PrintButton, QueryBar, SearchField } from '#web/parts';
import { useMe } from '#web/session';
import type { LampCounts } from '../../contract.ts';
import { type Judged, judgedLabel, type Lamp as LampWord, type Working, workingLabel } from '../../rules/states.ts';
import { workItems } from '../queries.ts';
import { filtersOf } from './filters.ts';
import { ItemsByOrganization } from './ItemsByOrganization.tsx';
import { ItemsTable } from './ItemsTable.tsx';
import { ItemsTimeline } from './ItemsTimeline.tsx';
import type { BoardSearch } from './index.ts';
import { countedLamps } from './LampsBelow.tsx';

export interface BoardProps extends PageProps<unknown, BoardSearch> {
  /** the fields of work that a duty may be meant for */
  fields: readonly (readonly [value: string, label: string])[];
  /** choice of a duty list; duty lists belong to a capability below this one */
  listChoice: ReactNode;
  /** where one is in the tree */
  place: ReactNode;
}

const views = { table: '表格', timeline: '时间轴', organization: '按单位' } as const;
const states: readonly (readonly [string, string])[] = [
  ['all', '全部，含已办结'],
  ...(['dispatched', 'accepted', 'doing', 'submitted'] as const).map((word: Working) => [`working:${word}`, workingLabel[word]] as const),
  ...(['returned', 'verified', 'written-off'] as const).map((word: Judged) => [`judged:${word}`, judgedLabel[word]] as const),
];
const waits = [
  ['to-do', '等本单位办的'],
  ['to-verify', '等我核验的'],
  ['to-write-off', '等我销号的'],
] as const;

/** 任务看板: the same items as a table, against the calendar, or by organization; every filter stands in the address. */
export function Board({ search, setSearch, fields, listChoice, place }: BoardProps) {
  const me = useMe();
  const organizationId = search.at ?? me.organizationId;
  const input = filtersOf(useDeferredValue(search), organizationId);
  const { data } = useSuspenseQuery(workItems.listWorkItems.queryOptions({ input }));
  const filter = (change: Partial<{ [K in keyof BoardSearch]: BoardSearch[K] | undefined }>) => setSearch({ page: 1, ...change });
  const addressWith = (change: Partial<BoardSearch>) => `/board${queryText({ ...search, page: 1, ...change })}`;
  const { page: _, size: __, ...exported } = input;

  return (
    <>
      <PageHead
        title="任务看板"
        lead={place}
        actions={
          <>
            <ExportButton fetchFile={() => workItems.exportWorkItems.call(exported)} />
            <PrintButton />
          </>
        }
      />
      <div className="board-head">
        <nav className="board-views no-print" aria-label="看板样式">
          {Object.entries(views).map(([view, label]) => (
            <Go key={view} to={addressWith({ view: view as BoardSearch['view'] })} aria-current={search.view === view ? 'page' : undefined}>
              {label}
            </Go>
          ))}
        </nav>
        <LampFilter chosen={search.lamps ?? []} counts={data.lampCounts} onChange={(chosen) => filter({ lamps: chosen })} />
      </div>
      <QueryBar onClear={() => setSearch(cleared)}>
        <SearchField label="编号、事项或单位" value={search.q} onSearch={(q) => filter({ q })} />
        <SearchField label="牵头单位" value={search.lead} onSearch={(lead) => filter({ lead })} />
        <ChoiceField label="状态" empty="在办的" options={states} value={stateOf(search)} onChange={(event) => filter(stateFilter(event.target.value))} />
        <ChoiceField
          label="等谁办"
          empty="不限"
          options={waits}
          value={search.waiting ?? ''}
          onChange={(event) => filter({ waiting: waits.find(([word]) => word === event.target.value)?.[0] })}
        />
        <ChoiceField
          label="领域"
          empty="各领域"
          options={fields}
          value={search.field ?? ''}
          onChange={(event) => filter({ field: event.target.value || undefined })}
        />
        {listChoice}
      </QueryBar>
      {search.view === 'organization' ? (
        <ItemsByOrganization organizationId={organizationId} search={search} setSearch={setSearch} />
      ) : search.view === 'timeline' ? (
        <ItemsTimeline data={data} onPage={(page) => setSearch({ page })} />
      ) : (
        <ItemsTable
          data={data}
          sort={{ by: search.sort, onSort: (by) => filter({ sort: by as BoardSearch['sort'] }) }}
          onPage={(page) => setSearch({ page })}
        />
      )}
    </>
  );
}

const cleared = {
  lamps: undefined,
  working: undefined,
  judged: undefined,
  field: undefined,
  lead: '',
  list: undefined,
  duty: undefined,
  waiting: undefined,
  closed: undefined,
  q: '',
  page: 1,
};

const stateOf = ({ working, judged, closed }: BoardSearch): string =>
  judged?.[0] ? `judged:${judged[0]}` : working?.[0] ? `working:${working[0]}` : closed ? 'all' : '';

function stateFilter(value: string): Pick<BoardSearch, 'working' | 'judged' | 'closed'> {
  const [axis, word] = value.split(':');
  return {
    working: axis === 'working' ? [word as Working] : undefined,
    judged: axis === 'judged' ? [word as Judged] : undefined,
    closed: axis === 'all' ? 'true' : undefined,
  };
}

/** 灯色 as buttons that stay pressed, several at once; each says how many there are, whichever are chosen. */
function LampFilter({ chosen, counts, onChange }: { chosen: readonly LampWord[]; counts: LampCounts; onChange(chosen: LampWord[] | undefined): void }) {
  const toggle = (lamp: LampWord) => {
    const next = chosen.includes(lamp) ? chosen.filter((one) => one !== lamp) : [...chosen, lamp];
    onChange(next.length ? next : undefined);
  };
  return (
    <fieldset className="lamp-filter no-print">
      <legend className="visually-hidden">灯色</legend>
      {countedLamps.map(([lamp, key]) => (
        <button key={lamp} type="button" aria-pressed={chosen.includes(lamp)} onClick={() => toggle(lamp)}>
          <Lamp lamp={lamp} count={counts[key]} />
        </button>
      ))}
      {counts.closed > 0 && <span className="quiet">已办结 {counts.closed}</span>}
    </fieldset>
  );
}
