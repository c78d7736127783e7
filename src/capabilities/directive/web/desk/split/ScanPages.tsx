import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type FormEvent, useEffect, useState } from 'react';
import { readAttachment } from '#attachment/desk';
import { saveFile } from '#web/api';
import { AreaField, Refused } from '#web/parts';
import { pageOf } from './scan.ts';
import type { Editor } from './use-editor.ts';

const widths = [100, 150, 200, 300];

/** 扫描原件: a scan has no text; its page is looked at here, and what it demands is typed beneath and stands beside it. */
export function ScanPages({ editor }: { editor: Editor }) {
  const { directive, clauses, current, mayEdit } = editor;
  const pages = directive.pageAttachments;
  const [at, setAt] = useState(0);
  const [width, setWidth] = useState(0);
  const page = pages[at];
  const file = useQuery({
    queryKey: ['scan', page?.attachmentId],
    queryFn: () => readAttachment(page?.attachmentId ?? ''),
    enabled: page !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const address = useAddress(file.data);

  // The page on which the current item stands comes into sight.
  const wanted = clauses.find(({ duties }) => current !== undefined && duties.includes(current));
  const wantedPage = wanted && pageOf(wanted);
  useEffect(() => {
    const found = pages.findIndex(({ number }) => number === wantedPage);
    if (found >= 0) setAt(found);
  }, [wantedPage, pages]);

  if (!page) return null;
  const isPicture = file.data?.type.startsWith('image/') ?? false;
  const typed = clauses.filter((clause) => pageOf(clause) === page.number).length;
  return (
    <>
      <div className="scan-bar">
        {pages.length > 1 && (
          <Button disabled={at === 0} onClick={() => setAt(at - 1)}>
            上一页
          </Button>
        )}
        <span role="status">
          第 {page.number} 页，共 {pages.length} 页<span className="quiet">（已录 {typed} 条）</span>
        </span>
        {pages.length > 1 && (
          <Button disabled={at === pages.length - 1} onClick={() => setAt(at + 1)}>
            下一页
          </Button>
        )}
        {isPicture && (
          <span className="scan-width">
            <Button disabled={width === 0} onClick={() => setWidth(width - 1)}>
              缩小
            </Button>
            <Button disabled={width === widths.length - 1} onClick={() => setWidth(width + 1)}>
              放大
            </Button>
          </span>
        )}
        {file.data && (
          <button type="button" className="text-button scan-save" onClick={() => saveFile(file.data)}>
            看不清？保存原件
          </button>
        )}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable by keyboard */}
      <section className="scan-page" tabIndex={0} aria-label={`第 ${page.number} 页，可滚动`} aria-busy={file.isPending}>
        {file.isPending && <p className="quiet">正在打开原件…</p>}
        <Refused error={file.error} onRetry={() => void file.refetch()} />
        {address &&
          (isPicture ? (
            <img src={address} alt={`第 ${page.number} 页`} style={{ width: `${widths[width]}%` }} />
          ) : (
            <iframe key={page.number} src={`${address}#page=${page.number}&navpanes=0&view=FitH`} title={`第 ${page.number} 页`} />
          ))}
      </section>
      {mayEdit && <TypeBeside editor={editor} page={page.number} />}
    </>
  );
}

/** An address for a file that only this page knows; given back when it is not shown any more. */
function useAddress(file: Blob | undefined): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (!file) return;
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => {
      setAddress(undefined);
      URL.revokeObjectURL(made);
    };
  }, [file]);
  return address;
}

function TypeBeside({ editor: { actions, busy }, page }: { editor: Editor; page: number }) {
  const [text, setText] = useState('');
  const type = async (event: FormEvent) => {
    event.preventDefault();
    if (await actions.typeBeside(page, text.trim())) setText('');
  };
  return (
    <form className="scan-typing" onSubmit={(event) => void type(event)}>
      <AreaField
        label={`第 ${page} 页要求办的事`}
        hint="照原文录一句，建一条；“8月底前”“由某某牵头”会自动认出来。"
        rows={2}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="primary" htmlType="submit" disabled={text.trim().length < 2} loading={busy}>
        建条目
      </Button>
    </form>
  );
}
