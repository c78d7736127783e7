import { Button } from 'antd';
import { Dialog, momentText } from '#web/parts';
import type { EntryView } from '../../contract.ts';

/** 一条日志: what it was before and after, as it was recorded. */
export function EntryDialog({ entry, onClose, onSubject }: { entry: EntryView; onClose(): void; onSubject(): void }) {
  return (
    <Dialog wide title={entry.kindLabel} onClose={onClose}>
      <p>
        {momentText(entry.at)}，{entry.actorName ?? '系统'}，{entry.organizationName ?? entry.path}
      </p>
      <p className="quiet">
        种类 {entry.kind}，封条 {entry.seal}-{entry.position}，对象 {entry.subjectId}
      </p>
      <Change title="之前" value={entry.before} />
      <Change title="之后" value={entry.after} />
      <Button onClick={onSubject}>看这件事的全部经过</Button>
    </Dialog>
  );
}

const Change = ({ title, value }: { title: string; value: unknown }) =>
  value === undefined || value === null ? null : (
    <>
      <h3>{title}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section tabIndex={0} aria-label={title} className="audit-change">
        {JSON.stringify(value, null, 2)}
      </section>
    </>
  );
