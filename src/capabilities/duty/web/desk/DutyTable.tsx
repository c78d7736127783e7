import type { ReactNode } from 'react';
import { Go } from '#web/page';
import { DataTable } from '#web/parts';
import type { DutyView } from '../../contract.ts';
import { gapLabel } from '../../rules/gaps.ts';
import { dutyFieldLabel } from '../../rules/words.ts';
import { partiesText, targetText, timingText } from '../words.ts';

interface Props {
  duties: readonly DutyView[];
  caption: string;
  /** show what was dispatched and written off */
  course?: boolean;
  actions?: ReactNode;
  summary?: ReactNode;
  ticks?: { ticked: ReadonlySet<string>; onTick(ticked: ReadonlySet<string>): void };
  listId?: string;
}

/** 责任清单表: each duty with the sentence it rests on, one click away. Prints on A4 landscape. */
export function DutyTable({ duties, caption, course = false, listId, ...table }: Props) {
  // One source for all rows is said once, by the page's title.
  const oneSource = new Set(duties.flatMap(({ bases }) => bases.map(({ source }) => source))).size <= 1;
  return (
    <DataTable
      caption={caption}
      rows={duties}
      keyOf={({ id }) => id}
      empty="清单里还没有条目。"
      {...table}
      columns={[
        { title: '序号', align: 'end', render: ({ ordinal }) => ordinal },
        {
          title: '任务事项和措施',
          render: ({ goal, measures, gaps }) => (
            <>
              <strong>{goal}</strong>
              {measures && measures !== goal && <p className="quiet">{measures}</p>}
              {gaps.length > 0 && <p className="gap-words">△ 缺{gaps.map((gap) => gapLabel[gap]).join('、')}</p>}
            </>
          ),
        },
        { title: '量化指标', render: ({ target }) => (target ? targetText(target) : '—') },
        {
          title: '牵头、配合',
          render: ({ leads, partners, posts }) => (
            <>
              {partiesText(leads) || '—'}
              {partners.length > 0 && <p className="quiet">配合：{partiesText(partners)}</p>}
              {posts.length > 0 && <p className="quiet">{posts.join('、')}</p>}
            </>
          ),
        },
        { title: '时限或频次', render: ({ timing, deadlineText }) => (timing ? timingText(timing) : deadlineText ? `${deadlineText}（待定年份）` : '—') },
        { title: '领域', narrow: true, render: ({ field }) => (field ? dutyFieldLabel[field] : '—') },
        {
          title: '依据',
          render: ({ bases, id }) =>
            bases.map((basis) => (
              <p key={basis.id} className="basis">
                {basis.directiveId ? (
                  <Go to={`/speech/${basis.directiveId}/split?at=${basis.start ?? 0}&duty=${id}`}>“{short(basis.quote)}”</Go>
                ) : (
                  `“${short(basis.quote)}”`
                )}
                {isTyped(basis) && <span className="quiet"> {basis.heading.join(' › ')}</span>}
                {!oneSource && basis.source !== basis.quote && <span className="quiet"> {basis.source}</span>}
              </p>
            )),
        },
        ...(course
          ? [
              {
                title: '销号/下达',
                narrow: true,
                align: 'end' as const,
                render: ({ items, writtenOff, id }: DutyView) =>
                  items > 0 ? <Go to={`/board?list=${listId ?? ''}&duty=${id}&closed=true`}>{`${writtenOff}/${items}`}</Go> : '—',
              },
            ]
          : []),
      ]}
    />
  );
}

/** Typed beside a scan: its page says where it stands. */
const isTyped = ({ directiveId, start, end }: DutyView['bases'][number]): boolean => directiveId !== null && start === end;

const short = (quote: string): string => (quote.length > 60 ? `${quote.slice(0, 60)}…` : quote);
