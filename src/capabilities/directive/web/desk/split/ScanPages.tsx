import { Button } from 'antd';
import { useState } from 'react';
import { AreaField } from '#web/parts';
import type { Editor } from './use-editor.ts';

/** 扫描件: a scan has no text; its pages are the basis, and what they demand is typed beside them. */
export function ScanPages({ editor }: { editor: Editor }) {
  const { directive, mayEdit } = editor;
  return (
    <>
      <p className="quiet">这是扫描件，没有文字层。请对照每一页，把要办的事录在下面。</p>
      {directive.pageAttachments.map(({ number, attachmentId }) => (
        <figure key={number} className="scan-page">
          <figcaption>
            <a href={`/api/attachments/${attachmentId}/content#page=${number}`} target="_blank" rel="noreferrer">
              打开第 {number} 页
            </a>
          </figcaption>
          {mayEdit && <TypeBeside editor={editor} page={number} />}
        </figure>
      ))}
    </>
  );
}

function TypeBeside({ editor, page }: { editor: Editor; page: number }) {
  const [text, setText] = useState('');
  const type = async () => {
    if (await editor.actions.typeBeside(page, text.trim())) setText('');
  };
  return (
    <>
      <AreaField label={`第 ${page} 页上的任务`} rows={2} value={text} onChange={(event) => setText(event.target.value)} />
      <Button disabled={text.trim().length < 2 || editor.busy} onClick={() => void type()}>
        建条目
      </Button>
    </>
  );
}
